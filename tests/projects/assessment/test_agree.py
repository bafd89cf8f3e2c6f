import pytest

from tests.factories import make_assessment
from tests.reading import Page


@pytest.fixture
def url(concluded):
    return f"{concluded.get_absolute_url()}agree/"


def test_a_member_agrees_with_or_without_words(signed_in, participant, project, concluded, url):
    client = signed_in(participant)
    response = client.post(url, {"note": ""})

    assert response.url == f"{concluded.get_absolute_url()}#voices"
    assert concluded.agreements.get().by == participant
    line = project.activity.first()
    assert (line.what, line.subject) == ("agrees:", "Can we do this together?")
    client.post(url, {"note": "At last."})
    assert [one.note for one in concluded.agreements.all()] == ["At last."]
    assert Page(client.get(url)).values["note"] == "At last."


def test_the_same_again_is_one_yes(signed_in, participant, project, concluded, url):
    client = signed_in(participant)
    client.post(url, {"note": "Yes."})
    lines = project.activity.count()
    client.post(url, {"note": "Yes."})

    assert (concluded.agreements.count(), project.activity.count()) == (1, lines)


def test_a_yes_takes_the_place_of_a_no(signed_in, participant, concluded, url):
    concluded.see_differently(by=participant, note="No.")
    signed_in(participant).post(url, {"note": "Well, yes."})

    assert not concluded.decision.views.exists()
    assert concluded.agreements.get().note == "Well, yes."


def test_not_while_it_is_still_asked(signed_in, lead, project):
    assessment = make_assessment(project, by=lead)
    url = f"/projects/{project.pk}/assessment/{assessment.pk}/agree/"

    assert signed_in(lead).get(url).status_code == 404
    assert signed_in(lead).post(url, {"note": ""}).status_code == 404


@pytest.mark.parametrize(
    ("who", "status"), [("observer", 403), ("involvement", 403), ("outsider", 404)]
)
def test_others_may_not(request, signed_in, concluded, url, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert client.get(url).status_code == client.post(url, {"note": ""}).status_code == status
    assert not concluded.agreements.exists()


def test_what_is_wrong_is_said(signed_in, participant, concluded, url):
    response = signed_in(participant).post(url, {"note": "nul\x00l"})

    assert "that nobody can see" in Page(response).text("id_note-error")
    assert not concluded.agreements.exists()


def test_what_i_agreed_to_is_among_my_words(signed_in, participant, concluded, url):
    signed_in(participant).post(url, {"note": "At last."})
    text = signed_in(participant).get("/projects/words/").text

    assert ("At last." in text, "It stands beside the decision." in text) == (True, True)
