"""What an address cannot show: records of long ago, two at once, what stays as it is."""

import pytest

from outbox.models import Message
from projects.conversation.models import AlreadySent, AskedQuestion, Update
from projects.models import ChangedMeanwhile
from tests.factories import make_asked, make_follower, make_update


def test_what_was_told_long_ago_is_recorded_and_told_to_nobody(lead, participant, project):
    make_follower(project)
    Message.objects.all().delete()
    said = {"headline": "It began", "text": "In the hall.", "told_on": "2020-03"}
    first = Update.record_sent(project, by=lead, audience="public", **said)
    again = Update.record_sent(project, by=lead, audience="public", **said)

    assert first == again
    assert (first.told_on, first.told_day.isoformat()) == ("2020-03", "2020-03-31")
    assert first.day_in_words == "March 2020"
    assert not Message.objects.exists()
    project.refresh_from_db()
    assert project.last_told_on.isoformat() == "2020-03-31"


def test_an_update_without_a_date_counts_for_no_heartbeat(lead, project):
    Update.record_sent(project, by=lead, headline="Some day")

    assert project.last_told_on is None


def test_what_was_answered_long_ago_is_recorded_once(lead, participant, project):
    said = {"question": "Why?", "answer": "To help.", "on": "2021"}
    first = AskedQuestion.record_answered(project, by=lead, sharing="public", **said)
    again = AskedQuestion.record_answered(project, by=lead, sharing="public", **said)

    assert first == again
    assert (first.state, first.answers.get().day_in_words) == ("answered", "2021")
    assert first.asked_by is None
    assert not Message.objects.filter(subject__contains="answer").exists()


def test_two_at_one_draft_and_sent_words_that_stay(lead, project):
    update = make_update(project, is_sent=False)
    opened_at = update.version
    update.change(by=lead, text="Mine.", opened_at=opened_at)
    with pytest.raises(ChangedMeanwhile):
        update.change(by=lead, text="Theirs.", opened_at=opened_at)
    with pytest.raises(ChangedMeanwhile):
        update.send(by=lead, opened_at=opened_at)
    update.send(by=lead, opened_at=update.version)
    with pytest.raises(AlreadySent):
        update.change(by=lead, text="Later.")
    with pytest.raises(AlreadySent):
        update.throw_away()
    assert Update.objects.get().text == "Mine."


def test_a_draft_is_no_line_of_activity_and_sending_is_one(lead, project):
    before = project.activity.count()
    update = make_update(project, is_sent=False)
    assert project.activity.count() == before
    update.send(by=lead)
    update.send(by=lead)
    assert project.activity.count() == before + 1
    assert project.activity.latest("pk").kind == "talk"


def test_who_may_see_what(lead, participant, involvement, outsider, project):
    draft, sent = make_update(project, is_sent=False), make_update(project, audience="public")
    asked = make_asked(project, by=participant)
    with project.changing():
        outside = AskedQuestion.receive(project, question="From outside?")

    assert set(Update.objects.visible_to(lead)) == {sent}
    assert set(AskedQuestion.objects.visible_to(lead)) == {asked, outside}
    assert set(AskedQuestion.objects.visible_to(participant)) == {asked}
    assert set(AskedQuestion.objects.visible_to(involvement)) == {asked}
    assert not AskedQuestion.objects.visible_to(outsider).exists()
    assert not Update.objects.visible_to(outsider).exists()
    project.publish(by=lead)
    outside.say(by=lead, text="Yes.", sharing="public")
    assert set(Update.objects.visible_to(outsider)) == {sent}
    assert set(AskedQuestion.objects.visible_to(outsider)) == {outside}
    assert draft not in Update.objects.visible_to(lead)
