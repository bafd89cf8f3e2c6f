import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from projects.consents.models import Consent
from projects.consents.wording import Use
from projects.story.in_summary import story_of
from tests import factories
from tests.projects.story.conftest import make_chain


def drawn(project):
    story = story_of(project)
    found = render_to_string("projects/exports/_story.html", {"summary": {"story": story}})
    return " ".join(found.split())


def test_nothing_yet(project):
    assert story_of(project) is None
    assert "Nobody has said anything yet" in drawn(project)


def test_each_part_in_short_and_the_whole_as_a_sentence(project, lead, chain):
    chain.action.finish(by=lead)
    for number in range(6):
        factories.make_session(project, ideas=[f"Said {number}."])
    story, text = story_of(project), drawn(project)

    assert [(part.value, len(those), number) for part, those, number in story["parts"]] == [
        ("did", 1, 1), ("not-yet", 4, 6),
    ]  # fmt: skip
    assert story["overall"].startswith("7 ideas under 1 theme led to 1 decision.")
    assert "A clock goes up, number 1." in text
    assert "These are 4 of 6." in text
    assert "<a " not in text


def test_nothing_private_and_a_member_s_words_only_if_they_agreed(
    project, lead, participant, chain
):
    chain.decision.share("private", by=lead)
    factories.make_idea(project, "My own words.", by=participant)
    assert "A clock goes up" not in drawn(project)
    assert "My own words." not in drawn(project)

    member = project.memberships.get(user=participant)
    Consent.give(member, Use.WORDS, by=participant)
    assert "My own words." in drawn(project)
    assert story_of(project)["quoted"] == {participant.pk: member}


@pytest.mark.usefixtures("chain")
def test_one_thread_and_three_cost_the_same(project, lead, django_assert_num_queries):
    with CaptureQueriesContext(connection) as of_one:
        story_of(project)
    for number in (2, 3):
        make_chain(project, lead, number=number)
    with django_assert_num_queries(len(of_one)):
        story_of(project)
