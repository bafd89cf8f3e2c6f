"""Each case, walked from its first idea to its last measure, as far as its own rows are linked."""

import pytest
from django.db import transaction

from projects.cases.importing import import_case
from projects.cases.reading import read_file
from projects.models import Project
from projects.story.gaps import gaps_of
from projects.story.seen import Audience, Seen
from projects.story.thread import Link, thread_of_idea, thread_of_measure
from projects.story.you_said import Part, fill, you_said_we_did
from tests import factories
from tests.hands import hands_of
from tests.projects.cases.conftest import CASES, make_guide
from tests.reading import Page


@pytest.fixture(scope="module", params=CASES, ids=lambda path: path.stem)
def imported_once(request, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        make_guide()
        case = read_file(request.param)
        lead = factories.make_user("Asha")
        yield import_case(case, lead=lead), case, lead
        transaction.set_rollback(True)


@pytest.fixture
def told(imported_once, db):
    project, case, lead = imported_once
    return Project.objects.get(pk=project.pk), case, hands_of(lead)


def test_every_idea_stands_in_you_said_we_did_with_its_answer(told):
    project, case, _client = told
    seen = Seen(project)
    entries = fill(you_said_we_did(project, seen), seen, most=1000)
    said = {one.words: entry for entry in entries for one in entry.said if one.idea}

    answered = {entry["said"] for entry in case["you_said_we_did"]}
    assert said.keys() == {idea["text"] for idea in case["ideas"]} | answered
    for idea in case["ideas"]:
        entry = said[idea["text"]]
        assert (entry.part == Part.COULD_NOT) == (idea["outcome"] == "not_used") or entry.decision
        assert (entry.part == Part.NOT_YET) == (idea["outcome"] in ("new", "looking"))


def test_every_idea_can_be_walked_forward(told):
    project, case, client = told
    ideas = list(project.ideas.order_by("pk"))
    for idea in (ideas[0], ideas[-1]):
        page = Page(client.get(f"/projects/{project.pk}/story/idea/{idea.pk}/")).text("thread")
        assert " ".join(idea.text.split()) in page
    for idea in ideas:
        links = [step.link for step in thread_of_idea(idea)]
        assert links[:2] == [Link.SAID, Link.THEME]
        assert Link.DECIDED in links
        for decision in idea.decisions.agreed():
            assert links.count(Link.DONE) >= 1, decision
    assert len(ideas) == len(case["ideas"]) + len(case["you_said_we_did"])


def test_every_measure_can_be_walked_back(told):
    """As far as it is linked: where it is not, the page says where the thread breaks."""
    project, _case, client = told
    for measure in project.measures.with_numbers():
        steps = thread_of_measure(measure)
        assert steps[0].link == Link.SHOWN
        assert all(step.things or step.gap for step in steps)
        address = f"/projects/{project.pk}/story/measure/{measure.pk}/"
        assert measure.name in Page(client.get(address)).text("thread")


def test_what_a_decision_says_people_said_is_told_where_nothing_is_linked(told):
    project, _case, _client = told
    entries = you_said_we_did(project)
    heard = project.decisions.agreed().exclude(lived_said="").filter(ideas=None)

    assert {one.pk for one in heard} <= {one.decision.pk for one in entries if one.decision}


def test_the_pages_and_the_gaps_of_a_case(told):
    project, case, client = told
    home = f"/projects/{project.pk}/story/"
    assert len(case["ideas"]) > 5
    assert client.get(f"{home}?all=yes").status_code == 200
    named = {gap.key for gap in gaps_of(project)}
    unlinked = project.ideas.filter(status__in=("used", "partly"), decisions=None)

    assert ("used" in named) == unlinked.exists()
    assert client.get(f"{home}gaps/").status_code == 200


def test_nothing_of_a_case_is_public_by_itself(told):
    project, _case, _client = told
    public = Seen(project, Audience.PUBLIC)

    assert you_said_we_did(project, public) == []
