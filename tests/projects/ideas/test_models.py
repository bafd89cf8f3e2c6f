"""What the addresses cannot show of ideas: pressing twice, who was first, what is recorded."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from outbox.models import Message
from projects.ideas import emails
from projects.ideas.models import Giver, Idea, OpenQuestion, Session, Theme
from projects.ideas.models.ideas import AnsweredAlready
from projects.models import ChangedMeanwhile, Hand
from projects.telling import telling_nobody
from tests import factories


def lines(project):
    return list(project.activity.order_by("version").values_list("what", flat=True))


def test_the_same_idea_twice_is_one(project, participant):
    first = Idea.give(project, by=participant, text="Softer chairs.")
    version = project.version
    again = Idea.give(project, by=participant, text="Softer chairs.")

    assert again == first
    assert project.ideas.count() == 1
    assert project.version == version


def test_two_people_may_say_the_same(project, participant, lead):
    Idea.give(project, by=participant, text="Softer chairs.")
    Idea.give(project, by=lead, text="Softer chairs.")

    assert project.ideas.count() == 2


def test_giving_writes_idea_activity_and_version_together(project, participant):
    idea = Idea.give(project, by=participant, text="Softer chairs.")
    line = project.activity.first()

    assert (line.what, line.subject, line.url, line.kind) == (
        "gave the idea",
        "Softer chairs.",
        idea.get_absolute_url(),
        "idea",
    )
    assert idea.version == line.version == project.version


def test_an_idea_given_for_a_group_keeps_whose_hands_wrote_it(project, lead):
    hand = Hand.record_group(project, by=lead, group="The Friday club", people=12)
    with hand.writing():
        idea = Idea.give(project, by=lead, text="A ramp.")

    assert idea.hand == hand


def test_what_comes_in_waits_and_leaves_no_line_and_no_person(project):
    before = lines(project)
    idea = factories.make_received(project, "A ramp, please.")
    after = [what for what in lines(project) if what not in before]

    assert after == ["asked everyone:"]
    assert (idea.door, idea.given_by, idea.written_by, idea.hand) == ("waiting", None, None, None)
    assert list(project.ideas.shown()) == []


def test_the_reader_hears_at_once_and_not_what_it_says(project, lead):
    factories.make_received(project, "My ward is cold.")
    message = Message.objects.get(to=lead, at_once=True)

    assert message.subject == "An idea waits for you to read it"
    assert "cold" not in message.text


def test_letting_in_shows_it_once(project, lead):
    idea = factories.make_received(project)
    idea.let_in(by=lead)

    assert list(project.ideas.shown()) == [idea]
    assert lines(project)[-1] == "let in the idea"
    with pytest.raises(AnsweredAlready):
        idea.refuse(by=lead, because="No.")
    idea.refresh_from_db()
    assert (idea.door, idea.checked_by) == ("shown", lead)


def test_a_refusal_says_why_and_the_activity_does_not_say_what(project, lead):
    idea = factories.make_received(project, "Sack Mr Brown.")
    idea.refuse(by=lead, because="It names a person.")
    line = project.activity.first()

    assert (line.what, line.subject) == ("did not take in an idea", project.title)
    assert "Brown" not in str(list(project.activity.values_list("subject", "note")))
    idea.refresh_from_db()
    assert idea.refused_because == "It names a person."


def test_the_database_keeps_the_reasons(project):
    idea = factories.make_idea(project)
    for fields in (
        {"status": "not_used", "because": ""},
        {"status": "partly", "because": ""},
        {"door": "refused", "refused_because": ""},
        {"text": ""},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Idea.objects.filter(pk=idea.pk).update(**fields)


def test_what_becomes_of_it_is_kept_step_by_step_and_told(project, lead, participant, observer):
    idea = factories.make_idea(project, by=participant)
    idea.me_too(by=observer)
    idea.becomes("looking", by=lead)
    idea.becomes("not_used", by=lead, because="The lease forbids it.")
    idea.becomes("not_used", by=lead, because="The lease forbids it.")

    assert list(idea.outcomes.values_list("status", "because")) == [
        ("looking", ""),
        ("not_used", "The lease forbids it."),
    ]
    told = Message.objects.filter(subject="What became of an idea")
    assert sorted(told.values_list("to__name", flat=True)) == [
        "Ben Participant",
        "Ben Participant",
        "Olu Observer",
        "Olu Observer",
    ]
    assert "The lease forbids it." in told.first().text


@pytest.mark.parametrize("status", ["partly", "not_used"])
def test_without_a_reason_it_is_refused(project, lead, status):
    idea = factories.make_idea(project)
    with pytest.raises(ValueError, match="needs a reason"):
        idea.becomes(status, by=lead, because="  ")

    idea.refresh_from_db()
    assert idea.status == "new"


def test_me_too_is_once_for_each_and_can_be_taken_back(project, participant):
    idea = factories.make_idea(project)
    version = project.version
    idea.me_too(by=participant)
    idea.me_too(by=participant)
    assert idea.me_toos.count() == 1
    idea.not_me(by=participant)

    assert idea.me_toos.count() == 0
    project.refresh_from_db()
    assert project.version == version


def test_under_a_theme_and_out_again(project, lead):
    idea, theme = factories.make_idea(project), Theme.add(project, by=lead, name="Noise")
    idea.put_under(theme, by=lead)
    idea.put_under(theme, by=lead)
    assert lines(project)[-1] == "put under a theme the idea"
    theme.take_away(by=lead)
    idea.refresh_from_db()

    assert idea.theme is None


def test_one_theme_for_each_name(project, lead):
    first = Theme.add(project, by=lead, name="Noise")

    assert Theme.add(project, by=lead, name="Noise") == first
    with pytest.raises(ChangedMeanwhile):
        first.change(by=lead, opened_at=first.version - 1, name="Sound")


def test_a_session_is_written_down_whole_and_once(project, lead):
    said = {"where": "Day centre", "community": "People with a learning disability"}
    said |= {"how_many": 9, "met": "2026-05", "method": "Pictures", "main_points": "Stairs\n\nTea"}
    ideas = [{"text": "A lift."}, {"text": "Bigger signs."}]
    session = Session.record(project, by=lead, ideas=ideas, **said)
    again = Session.record(project, by=lead, ideas=list(reversed(ideas)), **said)

    assert again == session
    assert sorted(session.ideas.values_list("text", "way", "given_by")) == [
        ("A lift.", "session", None),
        ("Bigger signs.", "session", None),
    ]
    assert session.points == ["Stairs", "Tea"]
    assert lines(project)[-3:] == [
        "wrote down a session with",
        "wrote down the idea",
        "wrote down the idea",
    ]


@pytest.mark.parametrize(
    ("how_many", "note", "words"),
    [(12, "", "12 people"), (4, "", "fewer than 5 people"), (None, "a full hall", "a full hall")],
)
def test_few_people_are_not_counted_out_loud(project, how_many, note, words):
    session = factories.make_session(project, how_many=how_many, how_many_note=note)

    assert session.people_in_words == words


def test_a_question_closes_and_opens_again(project, lead):
    question = factories.make_question(project)
    assert list(OpenQuestion.objects.open()) == [question]
    question.close(by=lead)
    question.close(by=lead)
    assert list(OpenQuestion.objects.open()) == []
    question.open_again(by=lead)

    assert question.is_open
    assert lines(project)[-3:] == ["asked everyone:", "stopped asking:", "asked everyone again:"]


def test_only_the_digest_of_the_code_to_follow_an_idea_is_kept(project):
    idea = factories.make_received(project)
    code = Giver.leave(idea, mark="a form")

    assert code not in str(Giver.objects.values())


def test_a_decision_lists_its_ideas_and_an_idea_its_decisions(project, lead):
    idea = factories.make_idea(project)
    decision = factories.make_decision(project, ideas=[idea])

    assert list(decision.ideas.all()) == [idea]
    assert list(idea.decisions.all()) == [decision]


def test_what_happened_long_ago_is_news_to_no_one(project, lead, participant):
    with telling_nobody():
        idea = factories.make_idea(project, by=participant)
        idea.becomes("used", by=lead)
        factories.make_decision(project, by=lead, ideas=[idea])

    assert not Message.objects.exists()


def test_who_has_left_the_team_hears_no_more_and_nobody_hears_twice(
    project, lead, participant, observer
):
    first, second = (factories.make_idea(project, by=participant) for _one in range(2))
    for idea in (first, second):
        idea.me_too(by=observer)
        idea.me_too(by=participant)
    project.memberships.get(user=observer).leave(by=observer)
    told = emails.hear(
        [first, second], by=lead, subject="News", text=["So it is."], url="/", about=first
    )

    message = Message.objects.get(subject="News")
    assert told == {message.to} == {participant}
    assert message.text.count("You gave this idea, or want it too:") == 2


def test_hearing_costs_the_same_for_one_idea_and_for_three(
    project, lead, participant, django_assert_num_queries
):
    ideas = [factories.make_idea(project, by=participant) for _one in range(3)]
    said = {"by": lead, "subject": "News", "text": [], "url": "/", "about": project}
    with CaptureQueriesContext(connection) as of_one:
        emails.hear(ideas[:1], **said)
    with django_assert_num_queries(len(of_one)):
        emails.hear(ideas, **said)
