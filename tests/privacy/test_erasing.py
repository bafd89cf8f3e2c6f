"""Erasing someone: what goes, what stays, and what has to be done first."""

from collections import Counter

import pytest
from django.core.cache import caches
from django.urls import reverse
from django.utils import timezone

from outbox.models import Envelope, Message
from outbox.packing import pack_at_once
from outbox.sending import Post
from privacy.erasing import erase
from privacy.erasing.obstacles import NotYet, reasons_against
from privacy.models import Destroyed, LegalHold
from projects.ideas.models import Giver
from projects.models import Membership, PersonalCode
from projects.plan.models import CalendarFeed
from tests import factories
from tests.hands import hands_of
from tests.privacy.conftest import NAME, PRIVATE


def erase_herself(person):
    erase(person, by=None, how=Destroyed.How.SELF)
    person.refresh_from_db()


def test_before_every_marker_is_somewhere(marigold, everything_kept, where):
    kept = everything_kept()

    assert [marker for marker in PRIVATE if not where(kept, marker)] == []


def test_nothing_private_is_left_in_any_table(marigold, everything_kept, where):
    hands_of(marigold).get("/projects/")
    erase_herself(marigold)
    kept = everything_kept()

    assert {marker: where(kept, marker) for marker in PRIVATE if where(kept, marker)} == {}


def test_what_the_group_made_stays_under_the_role(marigold, project, item):
    erase_herself(marigold)
    item.refresh_from_db()

    assert (item.value, item.note, item.answered_by.name) == (
        "done",
        "We all agreed.",
        "a service user",
    )
    assert [view.note for view in item.views.all()] == ["I do not."]
    assert project.memberships.get(user=marigold).left_on is not None
    subjects = list(project.activity.filter(kind="team").values_list("subject", flat=True))
    assert subjects.count("a service user") == 2  # joined, left
    assert project.activity.get(what="gave someone the item").note == "a service user"
    moved = project.activity.get(what="moved on to")
    assert moved.note.startswith("Ready.\nAsked first: a service user, Person")


def test_their_address_beside_an_idea_from_outside_goes(marigold, project):
    question = factories.make_question(project)
    contact = {"name": NAME, "email": marigold.email, "reach": ""}
    idea, code = Giver.give(question, mark="a mark", text="A bench.", **contact)
    erase_herself(marigold)

    giver = Giver.behind(code)
    assert (giver.idea, giver.has_contact, giver.sealed) == (idea, False, "")


def test_what_they_said_stays_and_what_they_wanted_too_goes(marigold, project, lead):
    theirs = factories.make_idea(project, "Later buses.", by=marigold)
    other = factories.make_idea(project, "A bench.", by=lead)
    other.me_too(by=marigold)
    other.me_too(by=lead)
    erase_herself(marigold)
    theirs.refresh_from_db()

    assert (theirs.text, theirs.given_by.name) == ("Later buses.", "a service user")
    assert [one.by for one in other.me_toos.all()] == [lead]
    assert Destroyed.objects.get().rows["me_toos"] == 1


def test_the_account_is_empty_and_opens_nothing(marigold, project):
    client = hands_of(marigold)
    assert client.get(f"/projects/{project.pk}/").status_code == 200
    erase_herself(marigold)

    assert (marigold.email, marigold.phone, marigold.post_to, marigold.way) == (
        None,
        "",
        "",
        "none",
    )
    assert (marigold.name, marigold.is_active) == ("a service user", False)
    assert marigold.erased_at is not None
    assert client.get(f"/projects/{project.pk}/").status_code == 302


def test_someone_elses_words_and_places_stay(marigold, project, lead, participant):
    marigold_activity = project.activity.filter(actor=lead).count()
    erase_herself(marigold)

    assert project.activity.filter(actor=lead).count() == marigold_activity
    assert project.memberships.here().filter(user=participant).exists()
    assert project.activity.filter(subject=participant.name).count() == 1


def test_it_is_logged_without_the_person(marigold, organisation):
    erase_herself(marigold)
    row = Destroyed.objects.get()

    assert (row.organisation, row.kind, row.how, row.how_many, row.by) == (
        organisation,
        "people",
        "self",
        1,
        None,
    )
    assert row.rows["needs"] > 0
    assert row.rows["messages"] > 0


def test_erased_twice_is_erased_once(marigold):
    erase_herself(marigold)
    erase_herself(marigold)

    assert Destroyed.objects.count() == 1


def test_finished_documents_are_forgotten(marigold, django_capture_on_commit_callbacks):
    caches["documents"].set("finished", b"with a name")
    with django_capture_on_commit_callbacks(execute=True):
        erase_herself(marigold)

    assert caches["documents"].get("finished") is None


@pytest.mark.parametrize(
    ("perspective", "role"),
    [
        ("service_user", "a service user"),
        ("carer", "a carer"),
        ("staff", "a member of staff"),
        ("partner", "a partner"),
    ],
)
def test_the_name_becomes_what_they_brought(project, perspective, role):
    person = factories.make_member(project, perspective=perspective).user
    erase_herself(person)

    assert person.name == role


def test_someone_in_no_team_becomes_someone_who_took_part(outsider, organisation):
    erase_herself(outsider)

    assert outsider.name == "someone who took part"


def test_a_card_opens_nothing_afterwards(project, lead):
    person = factories.make_user("Cara Card", email=None)
    place = factories.make_member(project, user=person)
    code = PersonalCode.make(place, by=lead)
    erase_herself(person)

    assert PersonalCode.behind(code) is None


def test_their_calendar_opens_nothing_afterwards(project, participant, client):
    code = CalendarFeed.make(project.memberships.get(user=participant), mark="one")
    address = reverse("feed:calendar_ics", args=[code])
    assert client.get(address).status_code == 200
    erase_herself(participant)

    assert client.get(address).status_code == 404
    assert not CalendarFeed.objects.exists()


# Nobody else


@pytest.fixture
def all_words(everything_kept):
    def kept():
        words = everything_kept()
        names = ("outbox.Message.text", "projects.Activity.subject", "projects.Activity.note")
        return [line for name in names for line in words[name].splitlines()]

    return kept


def test_a_name_that_is_a_word_changes_nobody_elses_messages_and_activity(
    project, lead, participant, outsider, all_words
):
    person = factories.make_member(project, user=factories.make_user("you")).user
    Message.write(to=outsider, subject="A", text="you asked. Do you want to?")
    Message.write(to=participant, subject="B", text="you said it, and you did.", about=project)
    project.checklist.first().answer("done", by=lead, note="you")
    factories.make_update(project, "you", by=lead, text="you are welcome.")
    person.messages.all().delete()  # these go, and are no part of the question
    before = all_words()
    erase_herself(person)

    changed = Counter(before) - Counter(all_words())
    told = {line for line in changed if line.startswith('"you is in the team now, as ')}
    assert len(told) == 1
    assert set(changed) == told | {'"you"'}  # the line of the activity that says they joined
    assert project.checklist.first().note == "you"
    assert project.activity.get(kind="talk").subject == "you"
    assert Message.objects.filter(text="you asked. Do you want to?").exists()
    assert Message.objects.filter(text="you said it, and you did.").exists()


def test_another_of_the_same_name_keeps_it(project, lead, participant):
    one, other = (
        factories.make_member(project, user=factories.make_user("Sam")) for _number in range(2)
    )
    first, second = project.checklist.all()[:2]
    first.give(other, by=lead)
    second.see_differently(by=other.user, note="No.")
    erase_herself(one.user)

    assert project.activity.get(what="gave someone the item").note == "Sam"
    assert Message.objects.filter(text__startswith="Sam sees this differently").exists()
    subjects = project.activity.filter(kind="team", subject="Sam")
    assert {line.url for line in subjects} == {other.get_absolute_url()}


def test_what_others_were_told_of_their_deeds_names_them_no_more(project, lead, item):
    person = factories.make_member(project, user=factories.make_user("Sam")).user
    item.see_differently(by=person, note="No.")
    assert Message.objects.filter(text__startswith="Sam sees this").exists()
    erase_herself(person)

    assert Message.objects.filter(text__startswith="a service user sees this").exists()
    assert not Message.objects.filter(text__contains="Sam").exists()


def test_who_brought_an_answer_is_named_no_more(project, lead):
    person = factories.make_member(project, user=factories.make_user("Sam")).user
    session = factories.make_session(project, answer_to="Sam")
    session.give_back(by=lead, on=timezone.localdate(), who="Sam", up_to=0)
    erase_herself(person)

    session.refresh_from_db()
    assert (session.answer_to, session.answered_by) == ("a service user", "a service user")


# What stands in the way


def test_the_only_lead_of_an_open_project_is_refused_and_told_which(project, lead):
    with pytest.raises(NotYet) as refused:
        erase_herself(lead)

    assert refused.value.reasons == [
        "You are the only lead of “A calmer waiting room”. Ask someone else to lead it, or close "
        "it, first."
    ]
    lead.refresh_from_db()
    assert (lead.name, lead.erased_at) == ("Asha Lead", None)


def test_a_second_lead_can_go(project, lead):
    factories.make_member(project, "lead", "carer")
    erase_herself(lead)

    assert lead.name == "a member of staff"


def test_the_only_lead_of_a_closed_project_can_go(project, lead):
    project.turn("complete", by=lead, because="Done.")
    erase_herself(lead)

    assert lead.name == "a member of staff"
    assert not project.memberships.here().exists()
    assert project.activity.first().what == "left the team"


@pytest.mark.parametrize("held", ["person", "project"])
def test_nobody_is_erased_under_a_legal_hold(project, participant, administrator, held):
    thing = participant if held == "person" else project
    hold = LegalHold.begin(project.organisation, thing, by=administrator, why="A court asks.")
    with pytest.raises(NotYet):
        erase_herself(participant)
    hold.lift(by=administrator)
    erase_herself(participant)

    assert participant.name == "a service user"


def test_the_only_administrator_is_refused(administrator, organisation):
    assert reasons_against(administrator) == [
        "You are the only administrator of Riverside Health. Ask for another one first."
    ]
    organisation.administrators.add(factories.make_user())
    assert reasons_against(administrator) == []


def test_nothing_changes_when_it_goes_wrong_half_way(marigold, monkeypatch):
    def broken(person, role, names):
        raise RuntimeError("the computer stops here")

    monkeypatch.setattr("privacy.erasing.ROOMS", [broken])
    with pytest.raises(RuntimeError):
        erase_herself(marigold)

    marigold.refresh_from_db()
    assert (marigold.name, marigold.erased_at) == (NAME, None)
    assert Membership.objects.here().filter(user=marigold).exists()


def test_a_mail_that_is_leaving_meanwhile_stops_nothing_and_leaves_nothing(marigold):
    Message.write(to=marigold, subject="S", text="T", at_once=True)
    pack_at_once(timezone.now())
    leaving, waiting = Envelope.objects.filter(to=marigold).first(), Post()
    assert leaving.take()
    erase_herself(marigold)
    leaving.sent()
    waiting.go_round()

    assert not Envelope.objects.filter(to=marigold).exists()
    assert not Message.objects.filter(to=marigold).exists()
