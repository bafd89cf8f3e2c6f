"""Findings of earlier projects: only those that this very person may see."""

import re

import pytest

from projects.evidence.models import Source
from projects.models import Hand, Project
from tests import factories
from tests.hands import paper_hands_of
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/evidence/bring/"


def found_on(response):
    return [int(number) for number in re.findall(r'id="finding-(\d+)"', response.text)]


def test_a_finding_is_brought_with_where_it_came_from(signed_in, lead, project, url, earlier):
    client = signed_in(lead)
    page = Page(client.get(url))
    assert page.text(f"about-{earlier.pk}") == (
        "People wait too long. Figures From the project “The old clinic”"
    )
    response = client.post(url, {"source": [earlier.pk]})

    here = project.sources.get()
    assert response.url == f"/projects/{project.pk}/evidence/"
    assert (here.title, here.finding, here.kind) == ("Survey of 2019", earlier.finding, "data")
    assert (here.brought_from, here.came_from, here.added_by) == (earlier, "The old clinic", lead)
    line = project.activity.first()
    assert (line.what, line.subject) == ("brought from an earlier project:", "Survey of 2019")


def test_what_is_here_already_is_not_offered_again(signed_in, lead, project, url, earlier):
    client = signed_in(lead)
    for _time in range(2):
        client.post(url, {"source": [earlier.pk]})

    assert project.sources.count() == 1
    assert found_on(client.get(url)) == []
    assert "There is nothing to bring" in client.get(url).text


def test_files_stay_where_they_are(signed_in, lead, project, url, earlier):
    earlier.add_file(factories.make_upload(), by=lead)
    signed_in(lead).post(url, {"source": [earlier.pk]})

    assert project.sources.get().files.count() == 0


def test_what_one_may_not_see_is_not_offered_and_not_brought(
    signed_in, participant, project, url, earlier
):
    """The participant is in the team here, and not in the one of the old clinic."""
    client = signed_in(participant)
    assert found_on(client.get(url)) == []
    assert "The old clinic" not in client.get(url).text
    assert found_on(client.get(url + "?q=Survey")) == []
    response = client.post(url, {"source": [earlier.pk]})

    assert "There is nothing to bring" in response.text
    assert not project.sources.exists()


def test_a_published_finding_is_for_everyone(signed_in, participant, url, earlier):
    Source.objects.filter(pk=earlier.pk).update(sharing="public")
    assert found_on(signed_in(participant).get(url)) == []
    Project.objects.filter(pk=earlier.project_id).update(is_published=True)

    assert found_on(signed_in(participant).get(url)) == [earlier.pk]


def test_another_organisation_is_another_house(signed_in, lead, url):
    """Even for someone who is in a team there."""
    elsewhere = factories.make_project(by=lead)
    theirs = factories.make_source(elsewhere, "A secret of theirs", by=lead)
    client = signed_in(lead)
    client.post(url, {"source": [theirs.pk]})

    assert "A secret of theirs" not in client.get(url).text
    assert not Source.objects.filter(brought_from=theirs).exists()


def test_the_involvement_team_sees_all_and_brings_where_it_is_a_member(
    signed_in, involvement, project, url, earlier
):
    assert signed_in(involvement).get(url).status_code == 403
    factories.make_member(project, "participant", "staff", user=involvement)

    assert found_on(signed_in(involvement).get(url)) == [earlier.pk]


def test_nobody_looks_with_the_eyes_of_whom_they_write_for(
    signed_in, lead, participant, project, url, earlier
):
    """The lead of the old clinic is written for by someone who is not in it."""
    member = project.memberships.get(user=lead)
    hand = Hand.record_for(member, by=participant)
    client = signed_in(participant)
    session = client.session
    session["hand"] = {"hand": hand.pk, "project": project.pk}
    session.save()

    for response in (client.get(url), client.post(url, {"source": [earlier.pk]})):
        assert "The old clinic" not in response.text
        assert "Survey of 2019" not in response.text
    assert not project.sources.exists()


def test_a_card_on_paper_shows_one_project_alone(project, lead, url, earlier):
    person = factories.make_user("Cara Card", email=None)
    place = factories.make_member(project, user=person)
    factories.make_member(earlier.project, user=person)

    assert found_on(paper_hands_of(place, by=lead).get(url)) == []


def test_words_find_it(signed_in, lead, url, earlier):
    other = factories.make_source(earlier.project, "Rules of the trust", by=lead)
    client = signed_in(lead)

    assert found_on(client.get(url + "?q=SURVEY 2019")) == [earlier.pk]
    assert found_on(client.get(url + "?q=wait")) == [earlier.pk]
    assert sorted(found_on(client.get(url + "?q=clinic"))) == [earlier.pk, other.pk]
    response = client.get(url + "?q=nothing+like+it")
    assert found_on(response) == []
    assert "Nothing was found" in response.text
    assert Page(response).values["q"] == "nothing like it"


def test_nonsense_brings_nothing(signed_in, lead, project, url, earlier):
    for number in ("", "0", "x", "999999", "1 OR 1=1", "\x00"):
        response = signed_in(lead).post(url, {"source": [number]})
        assert "Tick at least one finding." in response.text

    assert not project.sources.exists()


def test_the_team_hears_once_however_many_were_brought(
    signed_in, lead, participant, project, url, earlier
):
    more = factories.make_source(earlier.project, "Rules of the trust", by=lead)
    signed_in(lead).post(url, {"source": [earlier.pk, more.pk]})

    message = participant.messages.get(subject="2 findings from earlier projects")
    assert "Survey of 2019. People wait too long." in message.text
    assert "Rules of the trust." in message.text


def test_when_the_other_source_goes_its_project_is_still_named(project, lead, earlier):
    Source.bring(project, [earlier], by=lead)
    earlier.take_away(by=lead)

    here = project.sources.get()
    assert (here.brought_from, here.came_from) == (None, "The old clinic")


def test_one_finding_and_three_cost_the_same(signed_in, lead, url, earlier, queries):
    client = signed_in(lead)
    one = queries(client, url)
    for _number in range(2):
        project = factories.make_project(earlier.project.organisation, by=lead)
        factories.make_source(project, by=lead)

    assert queries(client, url) == one


def test_a_closed_project_brings_nothing(signed_in, lead, project, url, earlier):
    project.turn("complete", by=lead, because="Done.")

    assert signed_in(lead).post(url, {"source": [earlier.pk]}).status_code == 403
    assert not project.sources.exists()


def test_a_null_sign_among_the_words_finds_nothing_and_breaks_nothing(signed_in, lead, project):
    response = signed_in(lead).get(f"/projects/{project.pk}/evidence/bring/", {"q": "a\0b"})

    assert (response.status_code, "\0" in response.text) == (200, False)
