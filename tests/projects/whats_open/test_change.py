import pytest

from projects.models import Part
from tests.factories import make_project
from tests.reading import Page


@pytest.fixture
def url(part):
    return f"/projects/{part.project_id}/whats-open/{part.pk}/change/"


@pytest.fixture
def typed(fields, part):
    return fields | {"opened_at": str(part.version)}


def test_a_lead_changes_a_part(signed_in, lead, part, url, typed):
    response = signed_in(lead).post(url, typed)

    part.refresh_from_db()
    assert response.url == part.get_absolute_url()
    assert (part.name, part.state, part.level) == ("Opening hours", "partly", "L-4")
    assert part.project.activity.first().what == "changed in “What is open?”:"


@pytest.mark.parametrize(
    ("who", "status"),
    [("participant", 403), ("observer", 403), ("involvement", 403), ("outsider", 404)],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_may_not(request, signed_in, part, url, typed, who, status, method):
    response = getattr(signed_in(request.getfixturevalue(who)), method)(url, typed)

    assert response.status_code == status
    part.refresh_from_db()
    assert part.name == "The building"


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_part_of_another_project_is_not_found(signed_in, lead, part, fields, method):
    other = make_project(part.project.organisation, by=lead)
    elsewhere = f"/projects/{other.pk}/whats-open/{part.pk}/change/"

    assert getattr(signed_in(lead), method)(elsewhere, fields).status_code == 404


def test_the_form_says_what_the_part_says(signed_in, lead, project, fields):
    client = signed_in(lead)
    client.post(f"/projects/{project.pk}/whats-open/new/", fields)
    part = project.parts.get()
    page = Page(client.get(f"/projects/{project.pk}/whats-open/{part.pk}/change/"))

    assert {name: page.values[name] for name in fields} == fields | {"opened_at": str(part.version)}


def test_what_is_wrong_is_said_next_to_the_field(signed_in, lead, part, url, wrong, refused):
    typed, name, said = wrong
    typed["opened_at"] = str(part.version)
    refused(signed_in(lead).post(url, typed), typed, name, said)
    part.refresh_from_db()
    assert part.name == "The building"


def test_two_people_at_once_both_texts_are_shown(signed_in, lead, participant, part, url, typed):
    part.change(by=participant, name="The old building", because="")
    client = signed_in(lead)
    response = client.post(url, typed)

    page = Page(response)
    assert response.status_code == 409
    shown = page.text("meanwhile")
    assert shown.startswith("Ben Participant changed this while you were writing")
    assert "What you wrote Opening hours What is there now The old building" in shown
    assert "What you wrote The building closes at six. What is there now Nothing." in shown
    assert "What you wrote Partly open What is there now Open" in shown
    assert "What you wrote 1 May 2027 What is there now Nothing." in shown
    assert Part.objects.get(pk=part.pk).name == "The old building"

    again = {name: page.values[name] for name in typed}
    assert again == typed | {"opened_at": str(part.version)}
    assert client.post(url, again).url == part.get_absolute_url()
    assert Part.objects.get(pk=part.pk).name == "Opening hours"


def test_taken_away_meanwhile_it_can_be_added_again(signed_in, lead, project, part, url, typed):
    Part.objects.get(pk=part.pk).take_away(by=lead)
    client = signed_in(lead)
    response = client.post(url, typed)

    page = Page(response)
    new = f"/projects/{project.pk}/whats-open/new/"
    assert response.status_code == 409
    assert "This part was taken away while you were writing" in response.text
    assert new in page.actions
    assert {name: page.values[name] for name in typed} == typed

    client.post(new, {name: page.values[name] for name in typed})
    assert project.parts.get().name == "Opening hours"


def test_looking_for_a_part_that_is_gone_leads_to_the_sheet(signed_in, lead, part, url):
    part.take_away(by=lead)
    response = signed_in(lead).get(url, follow=True)

    assert response.redirect_chain == [(f"/projects/{part.project_id}/whats-open/", 302)]
    assert "That part has been taken away already." in response.text


def test_a_part_that_never_was_is_not_found(signed_in, lead, project, fields):
    url = f"/projects/{project.pk}/whats-open/999/change/"

    assert signed_in(lead).get(url).status_code == 404
    assert signed_in(lead).post(url, fields).status_code == 404


def test_pressed_twice_it_changes_once(signed_in, lead, part, url, typed):
    client = signed_in(lead)
    client.post(url, typed)
    lines = part.project.activity.count()
    response = client.post(url, typed)

    assert response.url == part.get_absolute_url()
    assert part.project.activity.count() == lines


def test_scripts_stay_text_beside_each_other(signed_in, lead, part, url, scripts):
    texts = {name: text for name, text in scripts.items() if "script" in text}
    part.change(by=lead, **{name: text + "2" for name, text in texts.items()})
    response = signed_in(lead).post(url, scripts)

    assert response.status_code == 409
    assert not [script for script in Page(response).scripts if "alert" in script]
    assert response.text.count("&lt;script&gt;alert(") == 3 * len(texts)
