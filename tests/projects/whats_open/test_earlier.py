import pytest

from projects.models import Part
from tests.factories import make_project
from tests.reading import Page


@pytest.fixture
def url(part):
    return f"/projects/{part.project_id}/whats-open/{part.pk}/earlier/"


@pytest.mark.parametrize("who", ["lead", "participant", "observer", "involvement"])
def test_every_reading_of_one_part_newest_first(request, signed_in, project, lead, part, url, who):
    Part.add(project, by=lead, name="Another", state="open")
    part.change(by=lead, state="fixed", because="It is sold.", level="L-1", by_whom="The board")
    first, second = project.part_versions.filter(number=part.pk)
    response = signed_in(request.getfixturevalue(who)).get(url)
    page = Page(response)

    assert [id_ for id_ in page.texts if id_.startswith("version-")] == [
        f"version-{second.pk}",
        f"version-{first.pk}",
    ]
    assert "“The building” went from open to fixed." in page.text(f"version-{second.pk}")
    assert "The building: Fixed It is sold." in page.text(f"version-{second.pk}")
    assert "The building: Open It is empty." in page.text(f"version-{first.pk}")
    assert "Another" not in response.text


def test_a_part_that_is_gone_stays_readable(signed_in, participant, lead, part, url):
    part.take_away(by=lead)
    text = signed_in(participant).get(url).text

    assert "This part was taken away on" in text
    assert "It is empty." in text


def test_what_never_was_or_belongs_to_others_is_not_found(signed_in, lead, outsider, part, url):
    other = make_project(part.project.organisation, by=lead)
    client = signed_in(lead)

    assert client.get(f"/projects/{other.pk}/whats-open/{part.pk}/earlier/").status_code == 404
    assert client.get(url.replace(f"/{part.pk}/", "/999/")).status_code == 404
    assert signed_in(outsider).get(url).status_code == 404


def test_one_reading_and_three_readings_cost_the_same(signed_in, lead, part, url, queries):
    client = signed_in(lead)
    one = queries(client, url)
    part.change(by=lead, state="fixed", because="It is sold.")
    part.change(by=lead, level="L-2")

    assert queries(client, url) == one
