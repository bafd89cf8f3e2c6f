from datetime import date

import pytest

from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/decisions/new/"


def test_a_lead_writes_down_an_agreed_decision(signed_in, lead, project, url, fields):
    response = signed_in(lead).post(url, fields | {"status": "agreed"})

    decision = project.decisions.get()
    assert response.url == decision.get_absolute_url()
    said = {name: getattr(decision, name) for name in fields if hasattr(decision, name)}
    assert said == {name: value for name, value in fields.items() if name in said}
    assert (decision.decided, decision.review_on) == ("2026-05", date(2027, 5, 1))
    assert (decision.status, decision.recorded_by) == ("agreed", lead)
    assert project.activity.first().what == "recorded the decision"


def test_a_lead_writes_down_a_proposal(signed_in, lead, project, url, fields):
    signed_in(lead).post(url, fields | {"status": "proposed"})

    assert project.decisions.get().status == "proposed"
    assert project.activity.first().what == "proposed the decision"


@pytest.mark.parametrize(
    ("who", "status"),
    [("participant", 403), ("observer", 403), ("involvement", 403), ("outsider", 404)],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_may_not(request, signed_in, project, url, fields, who, status, method):
    client = signed_in(request.getfixturevalue(who))
    response = getattr(client, method)(url, fields | {"status": "agreed"})

    assert response.status_code == status
    assert not project.decisions.exists()


def test_the_form_begins_at_the_project_s_step(signed_in, lead, project, url):
    project.move_to("gather-ideas", by=lead, because="Ready")
    page = Page(signed_in(lead).get(url))

    assert (page.values["stage"], page.values["status"]) == ("gather-ideas", "agreed")


def test_what_is_wrong_is_said_next_to_the_field(signed_in, lead, project, url, wrong, refused):
    typed, name, said = wrong
    typed["status"] = "agreed"
    refused(signed_in(lead).post(url, typed), typed, name, said)
    assert not project.decisions.exists()


def test_it_asks_whether_it_is_agreed(signed_in, lead, project, url, fields, refused):
    refused(signed_in(lead).post(url, fields), fields, "status", "Choose one.")
    assert not project.decisions.exists()


def test_a_reason_is_left_out_only_on_purpose(signed_in, lead, project, url, fields):
    typed = fields | {"reason": " ", "status": "agreed"}
    page = Page(signed_in(lead).post(url, typed))
    assert "Write the reason, or tick" in page.text("id_reason-error")

    signed_in(lead).post(url, typed | {"no_reason_yet": "on"})
    project.refresh_from_db()
    assert (project.decisions.get().reason, project.decisions_bare) == ("", 1)


def test_a_reason_is_kept_whatever_is_ticked(signed_in, lead, project, url, fields):
    signed_in(lead).post(url, fields | {"status": "agreed", "no_reason_yet": "on"})

    assert project.decisions.get().reason == "So that people can come by bus."


def test_pressed_twice_it_is_written_down_once(signed_in, lead, project, url, fields):
    client = signed_in(lead)
    first = client.post(url, fields | {"status": "agreed"})
    lines = project.activity.count()
    second = client.post(url, fields | {"status": "agreed"})

    assert project.decisions.count() == 1
    assert second.url == first.url
    assert project.activity.count() == lines


def test_any_letters_arrive_as_they_were_typed(signed_in, lead, project, url, fields):
    typed = "👩🏽‍🦽 café – “yes” " + "w" * 10_000
    signed_in(lead).post(url, fields | {"decision": typed, "status": "agreed"})

    assert project.decisions.get().decision == typed


def test_scripts_stay_text_when_the_form_comes_back(signed_in, lead, url, scripts):
    response = signed_in(lead).post(url, scripts)

    assert not [script for script in Page(response).scripts if "alert" in script]
    assert response.text.count("&lt;script&gt;alert(") == 8


def test_a_closed_project_keeps_what_was_typed(signed_in, lead, project, url, fields):
    project.turn("stopped", by=lead, because="No money")
    response = signed_in(lead).post(url, fields | {"status": "agreed"})

    assert response.status_code == 403
    assert "So that people can come by bus." in response.text
    assert not project.decisions.exists()


def test_the_levels_speak_the_edition_s_words(signed_in, lead, project, url):
    project.edition.levels.create(
        key="L-5",
        position=5,
        name="Together",
        meaning="We share it all.",
        who_decides="The team",
        easy="We do it together.",
    )
    plain = signed_in(lead).get(url).text
    lead.change(wording="easy")
    easy = signed_in(lead).get(url).text

    assert ("Together" in plain, "We share it all." in plain, "do it together." in plain) == (
        True,
        True,
        False,
    )
    assert ("We share it all." in easy, "We do it together." in easy) == (False, True)
