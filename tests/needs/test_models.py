from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from needs.flags import flags_for
from needs.models import AlreadyAnswered, AskedAnotherWay, Need, NeedKind
from needs.models.asked import after_working_days
from needs.waiting import waiting_for
from outbox.models import Message
from projects.models import Activity
from tests import factories
from ui.jinja import day


def test_a_need_names_nothing_of_itself(need):
    assert str(need) == "what someone needs"


def test_telling_a_need_leaves_no_line_in_any_project(participant, lead, kind):
    before = Activity.objects.count()
    Need.tell(participant, by=participant, kind=kind, words="18 point", named=[lead]).end()

    assert Activity.objects.count() == before


def test_a_need_says_something(participant):
    with pytest.raises(IntegrityError), transaction.atomic():
        Need.tell(participant, by=participant)


def test_the_first_need_of_an_organisation_makes_its_list(organisation, participant):
    chosen = NeedKind.objects.of([organisation])[0]
    need = Need.tell(participant, by=participant, kind=chosen)

    assert chosen.pk is None
    assert need.kind == organisation.need_kinds.get(key=chosen.key)


def test_two_organisations_offer_each_thing_once(organisation, kind):
    other = factories.make_organisation()
    offered = NeedKind.objects.of([organisation, other])

    assert len({one.key for one in offered}) == len(offered) == organisation.need_kinds.count()


# What to think of, in words without names


def test_those_named_are_told_how_many_need_what(project, shown, lead, kind):
    another = factories.make_member(project).user
    Need.tell(another, by=another, kind=kind, words="24 point", named=[lead])
    [flag] = flags_for(project, lead)

    assert flag.sentence == "2 people need: large print."
    assert flag.sheet == "print=large"
    assert "large-print sheet" in flag.arrange


def test_two_needs_of_one_person_are_one_person(project, shown, lead, kind, participant):
    Need.tell(participant, by=participant, kind=kind, words="Bold too", named=[lead])

    assert [flag.people for flag in flags_for(project, lead)] == [1]


def test_nobody_else_is_told(project, shown, participant, involvement, administrator, observer):
    others = (participant, involvement, administrator, observer)

    assert [flags_for(project, one) for one in others] == [[]] * 4


def test_what_matters_for_meetings_is_not_said_before_printing(project, participant, lead):
    kinds = {kind.key: kind for kind in NeedKind.objects.of([project.organisation])}
    for key in ("large-print", "breaks", "language"):
        Need.tell(participant, by=participant, kind=kinds[key], named=[lead])

    assert [flag.key for flag in flags_for(project, lead, "papers")] == ["large-print", "language"]
    assert [flag.key for flag in flags_for(project, lead, "meetings")] == ["language", "breaks"]


def test_a_need_shown_elsewhere_is_no_flag_here(project, shown, lead, organisation):
    other = factories.make_project(organisation, "Without Ben", by=lead)

    assert flags_for(other, lead) == []


# Is it still right?


def test_when_the_day_has_come_the_person_is_asked_once(need, participant):
    call_command("ask_about_needs", verbosity=0)
    before = Message.objects.count()
    Need.objects.update(review_on=timezone.localdate())
    call_command("ask_about_needs", verbosity=0)
    call_command("ask_about_needs", verbosity=0)

    assert (before, Message.objects.count()) == (0, 1)
    told = Message.objects.get()
    assert (told.to, told.subject) == (participant, "Is this still right?")
    assert "18" not in told.text


def test_what_has_ended_is_not_asked_about(need):
    need.end()
    Need.objects.update(review_on=timezone.localdate())
    call_command("ask_about_needs", verbosity=0)

    assert Message.objects.count() == 0


# What waits


def test_nothing_waits(participant, lead, need):
    assert (waiting_for(participant), waiting_for(lead)) == (None, None)


def test_a_request_waits_for_the_named_person(project, lead, participant):
    asked = AskedAnotherWay.ask(
        project.organisation, project=project, way="post", reach="known", asker=participant
    )
    thing = waiting_for(lead)

    assert thing.sentence == (
        f"Someone asked for something another way. Please answer by {day(asked.due_on)}."
    )
    assert thing.address == asked.get_absolute_url()
    assert waiting_for(participant) is None


def test_a_need_to_look_at_waits_for_the_person(need, participant, lead):
    need.show_to(lead, by=participant)
    Need.objects.update(review_on=timezone.localdate())

    assert waiting_for(participant).address == need.get_absolute_url()
    assert waiting_for(lead) is None


def test_it_is_the_one_next_thing_on_ones_own_page(signed_in, need, participant):
    Need.objects.update(review_on=timezone.localdate() - timedelta(days=1))
    text = signed_in(participant).get("/projects/").text

    assert "You told us what you need. Is it still right?" in text
    assert "18 point" not in text


# The day


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (date(2026, 11, 23), date(2026, 11, 30)),  # a Monday
        (date(2026, 11, 27), date(2026, 12, 4)),  # a Friday
        (date(2026, 11, 28), date(2026, 12, 4)),  # a Saturday
    ],
)
def test_five_working_days(asked, due):
    assert after_working_days(asked, 5) == due


def test_answered_by_two_the_second_is_told_so(project, lead):
    asked = AskedAnotherWay.ask(project.organisation, project=project, way="post", reach="come_in")
    same = AskedAnotherWay.objects.get(pk=asked.pk)
    asked.could_not("No", by=lead)

    with pytest.raises(AlreadyAnswered):
        same.done("Yes", timezone.localdate(), by=lead)
    assert same.answer == "No"
