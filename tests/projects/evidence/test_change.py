import pytest

from projects.evidence.models import Source
from tests.factories import make_project, make_source
from tests.reading import Page


@pytest.fixture
def url(source):
    return f"/projects/{source.project_id}/evidence/{source.pk}/change/"


@pytest.fixture
def typed(fields, source):
    return fields | {"opened_at": str(source.version)}


def test_a_participant_changes_it(signed_in, participant, source, url, typed):
    response = signed_in(participant).post(url, typed)

    source.refresh_from_db()
    assert response.url == source.get_absolute_url()
    assert (source.title, source.dated) == ("Survey of visitors", "2025-03 to 2026-01-01")
    assert source.project.activity.first().what == "changed in what we found out:"


@pytest.mark.parametrize(
    ("who", "status"), [("observer", 403), ("involvement", 403), ("outsider", 404)]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_may_not(request, signed_in, source, url, typed, who, status, method):
    response = getattr(signed_in(request.getfixturevalue(who)), method)(url, typed)

    assert response.status_code == status
    source.refresh_from_db()
    assert source.title == "What visitors told us"


@pytest.mark.parametrize("method", ["get", "post"])
def test_one_of_another_project_is_not_found(signed_in, lead, source, fields, method):
    other = make_project(source.project.organisation, by=lead)
    elsewhere = f"/projects/{other.pk}/evidence/{source.pk}/change/"

    assert getattr(signed_in(lead), method)(elsewhere, fields).status_code == 404


def test_the_form_says_what_the_source_says(signed_in, participant, project, fields):
    client = signed_in(participant)
    client.post(f"/projects/{project.pk}/evidence/new/", fields)
    source = project.sources.get()
    page = Page(client.get(f"{source.get_absolute_url()}change/"))

    expected = fields | {"opened_at": str(source.version)}
    assert {name: page.values[name] for name in fields} == expected


def test_a_sort_of_the_importers_stays(signed_in, lead, project, fields):
    source = make_source(project, by=lead, sort="diary")
    client = signed_in(lead)
    page = Page(client.get(f"{source.get_absolute_url()}change/"))
    assert page.values["sort"] == "diary"

    typed = fields | {"sort": "diary", "opened_at": str(source.version), "sharing": "team"}
    client.post(f"{source.get_absolute_url()}change/", typed)
    source.refresh_from_db()
    assert (source.sort, source.sort_in_words) == ("diary", "diary")


def test_what_is_wrong_is_said_next_to_the_field(
    signed_in, participant, source, url, wrong, refused
):
    typed, name, said = wrong
    typed["opened_at"] = str(source.version)
    refused(signed_in(participant).post(url, typed), typed, name, said)
    source.refresh_from_db()
    assert source.title == "What visitors told us"


def test_two_people_at_once_both_texts_are_shown(signed_in, lead, participant, source, url, typed):
    source.change(by=lead, title="What they told us", dated="2020 to 2021", strength="hint")
    client = signed_in(participant)
    typed |= {name: "" for name in typed if name.startswith("dated")} | {"group": ""}
    response = client.post(url, typed)

    page = Page(response)
    assert response.status_code == 409
    shown = page.text("meanwhile")
    assert shown.startswith("Asha Lead changed this while you were writing")
    assert "What you wrote Survey of visitors What is there now What they told us" in shown
    assert "What you wrote Nothing. What is there now 2020 to 2021" in shown
    assert "What you wrote It gives a good idea What is there now It is a first hint" in shown

    again = {name: page.values[name] for name in typed}
    assert (again["dated_year"], again["dated_until_year"]) == ("2020", "2021")
    client.post(url, again)
    source.refresh_from_db()
    assert (source.title, source.dated) == ("Survey of visitors", "2020 to 2021")


def test_taken_away_meanwhile_it_can_be_added_again(
    signed_in, lead, participant, project, source, url, typed
):
    Source.objects.get(pk=source.pk).take_away(by=lead)
    client = signed_in(participant)
    response = client.post(url, typed)

    page = Page(response)
    new = f"/projects/{project.pk}/evidence/new/"
    assert response.status_code == 409
    assert "This source was taken away while you were writing" in response.text
    assert new in page.actions
    assert {name: page.values[name] for name in typed} == typed
    client.post(new, {name: page.values[name] for name in typed})
    assert project.sources.get().title == "Survey of visitors"
    assert client.get(url).url == f"/projects/{project.pk}/evidence/"


def test_the_same_again_records_nothing(signed_in, participant, source, url, typed):
    client = signed_in(participant)
    client.post(url, typed)
    lines = source.project.activity.count()
    source.refresh_from_db()
    client.post(url, typed | {"opened_at": str(source.version)})

    assert source.project.activity.count() == lines
