"""What the summary is given of the ideas: words only of those who agreed, and nobody's name."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects.consents.models import Consent
from projects.ideas.in_summary import ideas_of
from projects.models import Hand
from tests import factories


def told_in(said):
    return {one.idea.pk: (one.text, one.came_from) for _theme, those in said for one in those}


def test_a_members_words_stand_there_only_when_they_agreed(project, lead, participant, idea):
    assert told_in(ideas_of(project)["themes"]) == {idea.pk: ("", "From the team")}
    assert ideas_of(project)["unquoted"] == 1
    Consent.give(project.memberships.get(user=participant), "words", by=participant)

    assert told_in(ideas_of(project)["themes"]) == {idea.pk: ("A quiet corner.", "From the team")}


def test_what_people_said_in_sessions_and_groups_is_quoted(project, lead, from_session):
    hand = Hand.record_group(project, by=lead, group="The Friday club", people=3)
    with hand.writing():
        of_group = factories.make_idea(project, "A ramp.", by=lead)

    assert told_in(ideas_of(project)["themes"]) == {
        from_session.pk: ("Softer doors.", "Carers at the lunch club"),
        of_group.pk: ("A ramp.", "The Friday club, fewer than 5 people"),
    }


def test_themes_figures_and_decisions(project, lead, idea, from_session, theme):
    from_session.put_under(theme, by=lead)
    idea.becomes("used", by=lead)
    decision = factories.make_decision(project, ideas=[from_session])
    waits = factories.make_received(project)
    said = ideas_of(project)

    assert waits.text not in str(said)
    assert [(named and named.name, len(those)) for named, those in said["themes"]] == [
        (None, 1), ("Noise", 1),
    ]  # fmt: skip
    assert said["themes"][1][1][0].decisions == [decision]
    assert [(str(words), number) for words, number in said["ways"]] == [
        ("From the team", 1), ("From a session", 1),
    ]  # fmt: skip
    assert [(str(words), number) for words, number in said["statuses"]] == [
        ("New", 1), ("Used", 1),
    ]  # fmt: skip


def test_one_and_many_cost_the_same(project, lead, idea, many, django_assert_num_queries):
    with CaptureQueriesContext(connection) as of_many:
        ideas_of(project)
    project.ideas.exclude(pk=idea.pk).delete()
    with django_assert_num_queries(len(of_many)):
        ideas_of(project)
