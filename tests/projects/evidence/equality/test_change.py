import pytest

from projects.evidence.models import CheckedGroup
from tests.factories import make_project
from tests.reading import Page


@pytest.fixture
def form(url, row):
    return f"{url}{row.pk}/change/"


@pytest.fixture
def typed(fields, row):
    return fields | {"opened_at": str(row.version)}


def test_a_participant_writes_about_a_group(signed_in, participant, row, form, typed):
    response = signed_in(participant).post(form, typed)

    row.refresh_from_db()
    assert response.url == row.get_absolute_url()
    assert (row.name, row.action) == ("People who work nights", "Ask for a bell.")
    assert row.project.activity.first().what == "changed in the equality check:"


def test_the_form_says_what_is_there_and_whom_to_think_of(signed_in, lead, project, url):
    CheckedGroup.lay_out(project, by=lead)
    age = project.checked_groups.get(key="age")
    page = signed_in(lead).get(f"{url}{age.pk}/change/")

    assert Page(page).values["name"] == "Age"
    assert "Children, young people, people of working age, older people." in page.text


def test_one_can_go_on_to_the_next_group(signed_in, lead, project, row, form, typed, url):
    after = CheckedGroup.add(project, by=lead, name="Age")
    response = signed_in(lead).post(form, typed | {"then": "next"})
    assert response.url == f"{url}{after.pk}/change/"

    last = signed_in(lead).post(response.url, {"name": "Age", "then": "next", "opened_at": ""})
    after.refresh_from_db()
    assert last.url == after.get_absolute_url()


def test_two_people_at_once_both_texts_are_shown(signed_in, lead, participant, row, form, typed):
    row.change(by=participant, name="Young carers", harm="")
    client = signed_in(lead)
    response = client.post(form, typed)

    page = Page(response)
    assert response.status_code == 409
    shown = page.text("meanwhile")
    assert shown.startswith("Ben Participant changed this while you were writing")
    assert "What you wrote People who work nights What is there now Young carers" in shown
    again = {name: page.values[name] for name in typed}
    assert again == typed | {"opened_at": str(row.version)}
    assert client.post(form, again).url == row.get_absolute_url()
    row.refresh_from_db()
    assert row.name == "People who work nights"


def test_taken_away_meanwhile_it_can_be_added_again(signed_in, lead, project, row, form, typed):
    CheckedGroup.objects.get(pk=row.pk).take_away(by=lead)
    client = signed_in(lead)
    response = client.post(form, typed)

    page = Page(response)
    assert response.status_code == 409
    assert "This group was taken away while you were writing" in response.text
    [new] = [action for action in page.actions if action and action.endswith("/new/")]
    client.post(new, {name: page.values[name] for name in typed})
    assert project.checked_groups.get().name == "People who work nights"


def test_a_row_of_another_project_or_none_is_not_found(signed_in, lead, row, url, fields):
    other = make_project(row.project.organisation, by=lead)
    for address in (
        f"/projects/{other.pk}/evidence/equality/{row.pk}/change/",
        f"{url}999/change/",
    ):
        assert signed_in(lead).get(address).status_code == 404
        assert signed_in(lead).post(address, fields).status_code == 404


def test_without_anything_to_do_nothing_is_done(lead, row):
    row.change(by=lead, action="Ask.")
    row.finish(by=lead)
    row.change(by=lead, action="")

    row.refresh_from_db()
    assert row.done_on is None


def test_the_same_again_changes_nothing(signed_in, lead, row, form, typed):
    client = signed_in(lead)
    client.post(form, typed)
    lines = row.project.activity.count()

    assert client.post(form, typed).status_code == 302
    assert row.project.activity.count() == lines


@pytest.mark.parametrize(("who", "status"), [("observer", 403), ("outsider", 404)])
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_may_not(request, signed_in, row, form, typed, who, status, method):
    response = getattr(signed_in(request.getfixturevalue(who)), method)(form, typed)

    assert response.status_code == status
    row.refresh_from_db()
    assert row.name == "Carers"
