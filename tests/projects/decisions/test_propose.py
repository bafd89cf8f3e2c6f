import pytest

from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/decisions/propose/"


@pytest.mark.parametrize("who", ["participant", "lead"])
def test_a_member_proposes_a_decision(request, signed_in, project, url, fields, who):
    person = request.getfixturevalue(who)
    response = signed_in(person).post(url, fields)

    proposal = project.decisions.get()
    assert response.url == proposal.get_absolute_url()
    assert (proposal.status, proposal.recorded_by) == ("proposed", person)
    assert project.activity.first().what == "proposed the decision"


@pytest.mark.parametrize(
    ("who", "status"), [("observer", 403), ("involvement", 403), ("outsider", 404)]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_may_not(request, signed_in, project, url, fields, who, status, method):
    response = getattr(signed_in(request.getfixturevalue(who)), method)(url, fields)

    assert response.status_code == status
    assert not project.decisions.exists()


def test_a_participant_cannot_agree_it_on_the_way(signed_in, participant, project, url, fields):
    signed_in(participant).post(url, fields | {"status": "agreed"})

    assert project.decisions.get().status == "proposed"


def test_what_is_wrong_is_said_next_to_the_field(
    signed_in, participant, project, url, sometimes_wrong, refused
):
    typed, name, said = sometimes_wrong
    refused(signed_in(participant).post(url, typed), typed, name, said)
    assert not project.decisions.exists()


def test_pressed_twice_it_is_proposed_once(signed_in, participant, project, url, fields):
    client = signed_in(participant)
    client.post(url, fields)
    client.post(url, fields)

    assert project.decisions.count() == 1


def test_the_form_asks_what_is_proposed(signed_in, participant, url):
    response = signed_in(participant).get(url)

    assert response.status_code == 200
    assert "What do you propose?" in response.text
    assert "status" not in Page(response).values


def test_scripts_stay_text_when_the_form_comes_back(signed_in, participant, url, scripts):
    response = signed_in(participant).post(url, scripts | {"decided_day": "40"})

    assert not [script for script in Page(response).scripts if "alert" in script]
    assert response.text.count("&lt;script&gt;alert(") == 8
