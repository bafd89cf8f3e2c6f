import pytest
from django.urls import reverse

from tests import factories


@pytest.fixture
def url(project):
    return reverse("transfer:index", args=[project.pk])


def test_it_says_what_is_in_the_file_and_what_stays(signed_in, lead, url):
    page = signed_in(lead).get(url).text

    for words in (
        "Take everything out", "Nobody in the team is named", "What stays here",
        "ideas and questions that wait to be read", "Get everything in one file", "import_project",
    ):  # fmt: skip
        assert words in page


def test_leads_and_the_involvement_team_see_it_and_others_do_not(
    signed_in, lead, involvement, participant, observer, administrator, outsider, url
):
    answers = {
        person.name: signed_in(person).get(url).status_code
        for person in (lead, involvement, participant, observer, administrator, outsider)
    }

    assert list(answers.values()) == [200, 200, 403, 403, 404, 404]


def test_names_in_what_people_wrote_are_found_and_said_by_room(signed_in, lead, project, url):
    factories.make_member(project, user=factories.make_user("Olu Bright"))
    factories.make_decision(project, reason="Olu Bright asked for it.")
    factories.make_decision(project, reason="Brighter rooms help. Olu-Brighton is a place.")
    client = signed_in(lead)

    assert "Decisions: 1 text" in " ".join(client.get(url).text.split())


def test_without_names_it_says_so(signed_in, lead, url):
    assert "We found none." in signed_in(lead).get(url).text


def test_a_closed_project_can_be_taken_out_too(signed_in, lead, project, url):
    project.turn("complete", by=lead, because="It is done.")

    assert signed_in(lead).get(url).status_code == 200


def test_one_row_and_three_cost_the_same(signed_in, lead, project, url, queries):
    client = signed_in(lead)
    fill(project, lead)
    once = queries(client, url)
    for _time in range(2):
        fill(project, lead)

    assert queries(client, url) == once


def fill(project, lead):
    decision = factories.make_decision(project)
    decision.answer([factories.make_idea(project)], by=lead)
    factories.make_source(project, by=lead, upload=factories.make_upload())
    factories.make_member(project)
