"""How a team works together, full of words: its ways, an open check-in and a closed one."""

from datetime import timedelta

from django.utils import timezone

from projects.partnership.models import (
    CheckIn,
    ContactWish,
    MeetingRole,
    Remark,
    SealedBox,
    Spread,
    Ways,
)
from projects.partnership.models.roles import note_roles
from projects.partnership.models.sealed_box import Contents, sealed
from projects.telling import telling_nobody


def fill_partnership(say, project, lead):
    with telling_nobody():
        fill_ways(say, project, lead)
        fill_check_ins(say, project, lead)
        fill_roles(say, project, lead)
        for to in ContactWish.To:
            ContactWish.leave(project, words=say(f"how to reach me, {to}"), to=to)


def fill_ways(say, project, lead):
    today = timezone.localdate()
    Ways.write(project, by=lead, text=say("how we worked"))
    ways = Ways.write(
        project, by=lead, text=say("how we work"), because=say("why we changed it"),
        revisit_on=today,
    )  # fmt: skip
    ways.say(by=lead, agrees=False, note=say("what does not work"))


def fill_check_ins(say, project, lead):
    """The team of this world may be smaller than five, so they are not opened by the verb."""
    about = {"project": project, "edition": project.edition, "opened_by": lead}
    today = timezone.localdate()
    closed = CheckIn.objects.create(
        opened_on=today - timedelta(days=40), closes_on=today - timedelta(days=30),
        closed_on=today - timedelta(days=30), answered=12, **about,
    )  # fmt: skip
    key = project.edition.check_in_questions.order_by("position").first().key
    for side, counts in (("all", [3, 2, 1, 2, 4]), ("lived", [3, 2, 0, 0, 0]),
                         ("staff", [0, 0, 0, 2, 4])):  # fmt: skip
        Spread.objects.create(check_in=closed, key=key, side=side, lean="split", counts=counts)
    Remark.objects.create(check_in=closed, key=key, text=say("what helps us"))
    pulse = CheckIn.objects.create(
        kind="pulse", after=say("the meeting")[:200], closes_on=today, closed_on=today, **about
    )
    for check_in in (CheckIn.objects.create(closes_on=today + timedelta(days=3), **about), pulse):
        if check_in.closed_on is None:
            SealedBox.objects.create(check_in=check_in, sealed=sealed(Contents()))
            check_in.papers.create(member=project.memberships.here().last())


def fill_roles(say, project, lead):
    place = project.memberships.get(user=lead)
    for number, who in enumerate((place, say("someone else")[:200]), start=1):
        on = timezone.localdate() - timedelta(days=number)
        note_roles(project, by=lead, on=on, chair=who, agenda=place, notes=who)
    assert MeetingRole.objects.filter(project=project).count() == 6


def ids_of_partnership(project):
    """What addresses of this room name; 0 where the project has none."""
    found = {
        "way_id": project.ways.standing().first(),
        "wording_id": project.ways.filter(is_standing=False).first(),
        "check_in_id": project.check_ins.filter(closed_on=None).first(),
        "result_id": project.check_ins.closed().in_full().first(),
        "wish_id": project.contact_wishes.filter(to="leads").first(),
    }
    return {name: row.pk if row else 0 for name, row in found.items()}
