import pytest


@pytest.fixture
def url(idea):
    return f"/projects/{idea.project_id}/ideas/givers/{idea.giver.pk}/told/"


def test_a_giver_is_told_and_off_the_list_until_something_happens_again(
    signed_in, lead, participant, project, idea, url
):
    idea.let_in(by=lead)
    client = signed_in(participant)
    response = client.post(url, {"news": "1"}, follow=True)

    assert "Noted. They have been told." in response.text
    assert "To tell by phone or post" not in response.text
    idea.becomes("used", by=lead)
    again = client.get(f"/projects/{project.pk}/ideas/givers/").text
    assert "To tell by phone or post" in again


def test_what_happened_meanwhile_is_still_to_tell(signed_in, lead, participant, idea, url):
    idea.let_in(by=lead)
    idea.becomes("used", by=lead)
    signed_in(participant).post(url, {"news": "1"})

    giver = type(idea.giver).objects.get()
    assert (giver.told, giver.news, giver.is_to_tell) == (1, 2, True)


@pytest.mark.parametrize("news", ["", "many", "-1", "9", "9" * 30])
def test_what_is_no_such_number_changes_nothing(signed_in, lead, participant, idea, url, news):
    idea.let_in(by=lead)

    assert signed_in(participant).post(url, {"news": news}).status_code == 302
    assert type(idea.giver).objects.get().told == 0


def test_others_may_not(signed_in, request, idea, url):
    answers = {
        who: signed_in(request.getfixturevalue(who)).post(url, {"news": "1"}).status_code
        for who in ("lead", "observer", "involvement", "outsider")
    }

    assert answers == {"lead": 403, "observer": 403, "involvement": 403, "outsider": 404}
