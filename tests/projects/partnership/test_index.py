from datetime import date

import pytest

from projects.partnership.models import ContactWish, Ways
from projects.partnership.models.roles import note_roles


@pytest.fixture
def url(base):
    return f"{base}/"


def test_empty_it_says_what_belongs_here(signed_in, lead, project, url):
    text = signed_in(lead).get(url).text

    assert "Nothing is written down yet." in text
    assert "Your team is fewer than five" in text
    assert "Write down who runs each meeting" in text


def test_a_project_that_is_over_asks_nobody_to_begin(signed_in, lead, project, url):
    project.turn("complete", by=lead, because="Done.")
    client = signed_in(lead)
    text = client.get(url).text
    check_ins = client.get(f"{url}check-in/").text

    assert "Nothing was written down here." in text and "No check-in was done here." in text
    assert "It is not written down whether it went round." in text
    assert "A few lines in your own words help" not in text
    assert "No check-in was done here." in check_ins
    assert "Do one in the first month" not in check_ins and "talk it through" not in check_ins


def test_a_check_in_that_the_end_of_the_project_met_is_open_no_more(
    signed_in, lead, project, check_in, url
):
    project.turn("complete", by=lead, because="Done.")
    client = signed_in(lead)
    text, check_ins = client.get(url).text, client.get(f"{url}check-in/").text

    assert "was open when the project was closed." in text and "is open until" not in text
    assert "It was open when the project was closed." in check_ins
    assert "Open until" not in check_ins and "Open now" not in check_ins


def test_what_is_there(signed_in, lead, members, project, check_in, url):
    Ways.write(project, by=lead, text="We explain hard words.")
    for day in (1, 8):
        note_roles(project, by=lead, on=date(2026, 5, day), chair=members[0])
    text = signed_in(members[1].user).get(url).text

    assert "We explain hard words." in text
    assert "Nobody has said yet if they agree." in text
    assert "The same person ran the last 2 meetings." in text
    assert "is open until" in text


def test_that_someone_waits_is_only_for_those_they_chose(
    signed_in, lead, members, project, url, involvement
):
    ContactWish.leave(project, words="Ring me", to="leads")
    said = "Someone would like to be contacted."

    assert said in signed_in(lead).get(url).text
    assert said not in signed_in(members[1].user).get(url).text
    assert said not in signed_in(involvement).get(url).text


def test_the_same_queries_with_one_voice_and_with_three(
    signed_in, lead, members, project, url, queries
):
    ways = Ways.write(project, by=lead, text="We listen.")
    ways.say(by=members[1].user, agrees=True)
    one = queries(signed_in(lead), url)
    for member in members[2:4]:
        ways.say(by=member.user, agrees=True)

    assert queries(signed_in(lead), url) == one
