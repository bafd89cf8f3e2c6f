from datetime import date

import pytest

from outbox.models import Message
from projects.checklist.models import Answer


@pytest.fixture
def member(project, participant, observer):
    Message.objects.all().delete()
    return project.memberships.get(user=participant)


def test_who_is_given_an_item_hears_it_at_once(member, lead, participant, item):
    item.give(member, by=lead, due_on=date(2030, 12, 1))

    [message] = Message.objects.all()
    assert (message.to, message.at_once) == (participant, True)
    assert message.subject == "Someone asks you to look at something"
    assert message.text.split("\n\n") == [
        "Asha Lead asks you to look at this: “The Big Idea, item 1”",
        "Please do it by 1 December 2030.",
        "Is it not for you? Tell a lead of the project.",
    ]
    assert message.url == item.get_absolute_url()


def test_who_takes_one_or_gives_it_back_hears_nothing(member, lead, participant, item):
    item.give(member, by=participant)
    item.give(None, by=lead)
    assert Message.objects.count() == 0


def test_the_leads_hear_that_someone_sees_it_differently(member, lead, participant, item):
    item.answer(Answer.PARTLY, by=lead)
    item.see_differently(by=participant, note="Not for me.")
    item.see_differently(by=participant, note="Not for me.")

    [message] = Message.objects.all()
    assert (message.to, message.at_once) == (lead, False)
    assert message.text.split("\n\n") == [
        "Ben Participant sees this differently: “The Big Idea, item 1”",
        "Not for me.",
        "It is worth talking about. It is not a vote.",
    ]


def test_a_tick_tells_nobody(member, lead, participant, item):
    item.answer(Answer.DONE, by=participant, note="All of it.")
    item.answer(Answer.NONE, by=lead)
    assert Message.objects.count() == 0
