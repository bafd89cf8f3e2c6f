import pytest

from projects.models import Activity


@pytest.fixture
def url(idea):
    return f"/projects/{idea.project_id}/ideas/waiting/{idea.pk}/let-in/"


def test_the_reader_lets_it_in_and_the_team_reads_it(signed_in, participant, observer, idea, url):
    response = signed_in(participant).post(url, follow=True)

    assert "The team can read it now." in response.text
    idea.refresh_from_db()
    assert (idea.door, idea.checked_by) == ("shown", participant)
    assert Activity.objects.latest("pk").what == "let in the idea"
    ideas = signed_in(observer).get(f"/projects/{idea.project_id}/ideas/").text
    assert "A seat by the door." in ideas
    assert "Joan" not in ideas


def test_pressed_twice_or_by_two_it_is_let_in_once(signed_in, lead, participant, idea, url):
    lines = Activity.objects.count()
    signed_in(participant).post(url)
    assert signed_in(lead).post(url).status_code == 404  # it waits no more

    assert Activity.objects.count() == lines + 1


def test_others_may_not(signed_in, request, idea, others_idea, url):
    answers = [
        signed_in(request.getfixturevalue(who)).post(url).status_code
        for who in ("observer", "involvement", "outsider")
    ]
    assert answers == [403, 403, 404]
    not_theirs = url.replace(f"/{idea.pk}/", f"/{others_idea.pk}/")
    participant = request.getfixturevalue("participant")
    assert signed_in(participant).post(not_theirs).status_code == 404
    idea.refresh_from_db()
    assert idea.is_waiting


def test_nor_may_a_reader_who_only_looks_on_by_now(signed_in, lead, reader, idea, url):
    reader.change(by=lead, role="observer")
    client = signed_in(reader.user)

    assert client.post(url).status_code == 403
    assert client.get(f"/projects/{idea.project_id}/ideas/givers/").status_code == 403
    idea.refresh_from_db()
    assert idea.is_waiting


def test_of_a_closed_project_it_stays_where_it_is(signed_in, lead, project, idea, url):
    project.turn("complete", by=lead, because="Done.")

    assert signed_in(lead).post(url).status_code == 403
    idea.refresh_from_db()
    assert idea.is_waiting


def test_it_is_a_press_of_a_button(signed_in, lead, url):
    assert signed_in(lead).get(url).status_code == 405
