import re

import pytest

from projects.consents.models import Consent
from projects.consents.wording import Use
from tests.hands import paper_hands_of

CHOSEN = re.compile(r"<input[^>]* checked")


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/consents/"


def answers(member):
    consents = Consent.objects.filter(membership=member)
    return {consent.use: consent.stands for consent in consents}


def test_nothing_is_chosen_before_the_person_chooses(signed_in, participant, url):
    page = signed_in(participant).get(url).text

    assert len(re.findall(r'<input[^>]*type="radio"', page)) == 10
    assert CHOSEN.findall(page) == []
    assert page.count("May your name stand in the printed summary?") == 1


def test_a_member_answers_what_they_like_and_leaves_the_rest(signed_in, participant, member, url):
    response = signed_in(participant).post(url, {"name": "yes", "photo": "no"})

    assert response.url == url
    assert answers(member) == {Use.NAME: True, Use.PHOTO: False}
    page = signed_in(participant).get(url).text
    assert len(CHOSEN.findall(page)) == 2
    member.refresh_from_db()
    assert member.name_in_summary is True


def test_taking_back_shows_where_it_was_used(signed_in, participant, lead, member, url):
    Consent.give(member, Use.NAME, by=participant)
    Consent.used([member], Use.NAME, what="The printed summary", url="/stages/", by=lead)
    page = signed_in(participant).post(url, {"name": "no"}, follow=True).text

    assert "From now on it is left out. What is printed already stays printed." in page
    assert "Used 1 time: see where" in page
    assert "The printed summary. Printed by Asha Lead." in page
    assert answers(member) == {Use.NAME: False}


def test_in_easy_read_the_questions_are_easy(signed_in, participant, url):
    participant.change(wording="easy")
    assert "May we print your name?" in signed_in(participant).get(url).text


def test_an_answer_that_is_none_of_the_two_is_asked_again(signed_in, participant, member, url):
    assert "Choose one of these." in signed_in(participant).post(url, {"name": "maybe"}).text
    assert answers(member) == {}


def test_it_works_in_a_closed_project(signed_in, participant, member, lead, project, url):
    project.turn("complete", by=lead, because="Done.")
    signed_in(participant).post(url, {"words": "yes"})
    assert answers(member) == {Use.WORDS: True}


def test_an_observer_chooses_too_and_who_is_not_in_the_team_has_nothing_to_choose(
    signed_in, observer, involvement, outsider, other_lead, client, url
):
    assert signed_in(observer).post(url, {"name": "yes"}).status_code == 302
    for person in (involvement, outsider, other_lead):
        assert signed_in(person).get(url).status_code == 404
        assert signed_in(person).post(url, {"name": "yes"}).status_code == 404
    assert client.get(url).status_code == 302
    assert Consent.objects.count() == 1


def test_with_a_code_on_paper_they_choose_for_their_one_project(joan, lead, url):
    paper_hands_of(joan, by=lead).post(url, {"name": "yes"})
    assert answers(joan) == {Use.NAME: True}


def test_the_page_asks_as_often_with_three_uses_as_with_one(
    signed_in, participant, lead, member, url, queries
):
    Consent.give(member, Use.NAME, by=participant)
    Consent.used([member], Use.NAME, what="The printed summary", url="/x/", by=lead)
    with_one = queries(signed_in(participant), url)
    Consent.give(member, Use.PHOTO, by=participant)
    for _again in range(2):
        Consent.used([member], Use.PHOTO, what="The printed summary", url="/x/", by=lead)
    assert queries(signed_in(participant), url) == with_one
