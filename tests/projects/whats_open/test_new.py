from datetime import date

import pytest

from projects.models import Part
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/whats-open/new/"


def test_a_lead_adds_a_part_at_the_end(signed_in, lead, project, part, url, fields):
    response = signed_in(lead).post(url, fields)

    new = project.parts.last()
    assert response.url == f"/projects/{project.pk}/whats-open/#part-{new.pk}"
    assert (new.name, new.state, new.level) == ("Opening hours", "partly", "L-4")
    assert (new.because, new.by_whom) == ("The building closes at six.", "The landlord")
    assert (new.look_again_on, new.position) == (date(2027, 5, 1), part.position + 1)
    assert project.activity.first().what == "added to “What is open?”:"


@pytest.mark.parametrize(
    ("who", "status"),
    [("participant", 403), ("observer", 403), ("involvement", 403), ("outsider", 404)],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_may_not(request, signed_in, project, url, fields, who, status, method):
    response = getattr(signed_in(request.getfixturevalue(who)), method)(url, fields)

    assert response.status_code == status
    assert not project.parts.exists()


def test_what_is_wrong_is_said_next_to_the_field(signed_in, lead, project, url, wrong, refused):
    typed, name, said = wrong
    refused(signed_in(lead).post(url, typed), typed, name, said)
    assert not project.parts.exists()


def test_a_name_and_a_state_are_enough(signed_in, lead, project, url):
    signed_in(lead).post(url, {"name": "👩🏽‍🦽 café", "state": "open"})

    part = project.parts.get()
    assert (part.name, part.level, part.look_again_on) == ("👩🏽‍🦽 café", "", None)


def test_pressed_twice_it_is_added_once(signed_in, lead, project, url, fields):
    client = signed_in(lead)
    first = client.post(url, fields)
    lines = project.activity.count()
    second = client.post(url, fields)

    assert (second.url, project.parts.count()) == (first.url, 1)
    assert project.activity.count() == lines


def test_a_closed_project_keeps_what_was_typed(signed_in, lead, project, url, fields):
    project.turn("stopped", by=lead, because="No money")
    response = signed_in(lead).post(url, fields)

    assert response.status_code == 403
    assert "The building closes at six." in response.text
    assert not Part.objects.exists()


def test_scripts_stay_text_when_the_form_comes_back(signed_in, lead, url, scripts):
    response = signed_in(lead).post(url, scripts | {"state": ""})

    assert not [script for script in Page(response).scripts if "alert" in script]
    assert response.text.count("&lt;script&gt;alert(") == 3


@pytest.mark.parametrize(("state", "said"), [("fixed", False), ("partly", True), ("open", True)])
def test_what_is_fixed_is_asked_why(signed_in, lead, project, url, fields, state, said):
    typed = fields | {"state": state, "because": ""}
    response = signed_in(lead).post(url, typed)

    assert project.parts.exists() == said
    if not said:
        assert "Write the reason, or tick" in Page(response).text("id_because-error")


def test_the_reason_may_be_missing_on_purpose(signed_in, lead, project, url, fields):
    typed = fields | {"state": "fixed", "because": "", "no_reason_yet": "on"}
    signed_in(lead).post(url, typed)

    project.refresh_from_db()
    assert project.parts.get().is_bare
    assert project.parts_bare == 1
