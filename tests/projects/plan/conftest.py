from datetime import timedelta

import pytest
from django.utils import timezone

from projects.plan.models import Action, Aim, Approval, SmallTest
from tests.factories import make_decision, make_idea, make_member


def in_days(number):
    return timezone.localdate() + timedelta(days=number)


def typed_day(name, day):
    return {
        f"{name}_day": str(day.day),
        f"{name}_month": str(day.month),
        f"{name}_year": str(day.year),
    }


@pytest.fixture
def days():
    """`days(3)` is the day in three days; `days.typed("due", day)` as a form sends it."""

    def of(number):
        return in_days(number)

    of.typed = typed_day
    return of


@pytest.fixture
def url(project):
    """The address of the room."""
    return f"/projects/{project.pk}/plan/"


@pytest.fixture
def place(project, participant):
    return project.memberships.here().get(user=participant)


@pytest.fixture
def carer(project):
    """Behind the idea that `decision` answers."""
    return make_member(project, "participant", "carer").user


@pytest.fixture
def decision(project, carer):
    idea = make_idea(project, "A seat by the door.", by=carer)
    return make_decision(project, question="Where do the seats go?", ideas=[idea])


@pytest.fixture
def add(project, lead):
    """`add("Paint the door")` is something to do that the lead planned."""

    def added(what="Paint the door", *, by=lead, days=None, **fields):
        if days is not None:
            fields["due"] = in_days(days).isoformat()
        return Action.add(project, by=by, what=what, **fields)

    return added


@pytest.fixture
def action(add):
    return add()


@pytest.fixture
def about_action():
    """All that a person may type about something to do."""
    return {
        "what": "Put up the signs", "owner": "", "body": "", "due_day": "3", "due_month": "5",
        "due_year": "2099", "decision": "", "note": "Two of them.", "opened_at": "",
    }  # fmt: skip


@pytest.fixture
def about_aim():
    return {
        "better": "The waiting room is calmer", "for_whom": "people who wait there",
        "how_much": "half as many complaints", "by_when_day": "", "by_when_month": "6",
        "by_when_year": "2027", "opened_at": "",
    }  # fmt: skip


@pytest.fixture
def aim(project, lead):
    return Aim.say(project, by=lead, better="Less noise.", for_whom="everyone who waits")


PLAN = {
    "plan": "Radio off on Fridays.", "where": "Ward 3", "who": "six people",
    "how_long": "two weeks", "prediction": "Nobody misses it.",
}  # fmt: skip


@pytest.fixture
def try_out(project, lead):
    def tried(name="Radio off", *, by=lead, days=14, **fields):
        fields.setdefault("stop_if", "Someone gets upset.")
        look_on = in_days(days)
        return SmallTest.begin(project, by=by, first=PLAN, name=name, look_on=look_on, **fields)

    return tried


@pytest.fixture
def small_test(try_out):
    return try_out()


@pytest.fixture
def about_test():
    return PLAN | {
        "name": "Radio off", "stop_if": "Someone gets upset.", "action": "", "decision": "",
        "opened_at": "", **typed_day("look_on", in_days(14)),
    }  # fmt: skip


@pytest.fixture
def approval(project, lead):
    return Approval.need(project, by=lead, who="The board", what_for="The second room")
