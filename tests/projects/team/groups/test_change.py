import pytest

from projects.models import AffectedGroup
from tests.factories import make_group, make_project
from tests.reading import Page


@pytest.fixture
def url(group):
    return f"/projects/{group.project_id}/team/groups/{group.pk}/change/"


def test_a_participant_changes_a_group(signed_in, participant, group, fields, url):
    typed = fields | {"opened_at": group.version}
    response = signed_in(participant).post(url, typed)

    group.refresh_from_db()
    assert response.url == group.get_absolute_url()
    assert (group.name, group.affected) == ("Night staff", "They would start later.")


def test_two_people_at_once_both_texts_are_shown(signed_in, lead, participant, group, fields, url):
    opened_at = group.version
    group.change(by=participant, name="Very young carers")
    client = signed_in(lead)
    response = client.post(url, fields | {"opened_at": opened_at})

    page = Page(response)
    assert response.status_code == 409
    assert "What is there now Very young carers" in page.text("meanwhile")
    assert page.values["name"] == "Night staff"
    assert AffectedGroup.objects.get(pk=group.pk).name == "Very young carers"
    client.post(url, fields | {"opened_at": page.values["opened_at"]})
    assert AffectedGroup.objects.get(pk=group.pk).name == "Night staff"


def test_one_that_is_gone_can_be_added_again(signed_in, lead, group, fields, url):
    group.take_away(by=lead)
    response = signed_in(lead).post(url, fields)

    assert response.status_code == 409
    page = Page(response)
    assert page.values["name"] == "Night staff"
    assert f"/projects/{group.project_id}/team/groups/new/" in page.actions


def test_who_may(signed_in, observer, outsider, group, fields, url):
    for person, status in ((observer, 403), (outsider, 404)):
        assert signed_in(person).post(url, fields).status_code == status
    group.refresh_from_db()
    assert group.name == "Young carers"


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_group_of_another_project_is_not_found(signed_in, lead, project, fields, method):
    other = make_group(make_project(project.organisation, by=lead))
    there = f"/projects/{project.pk}/team/groups/{other.pk}/change/"

    assert getattr(signed_in(lead), method)(there, fields).status_code == 404
