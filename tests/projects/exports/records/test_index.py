"""The list of records, newest first, and who may make one from it."""

from tests import factories
from tests.reading import words_of


def test_it_is_honest_when_there_is_none(signed_in, lead, observer, url):
    assert "No record has been made yet." in words_of(signed_in(lead).get(url))
    said = words_of(signed_in(observer).get(url))
    assert "No record has been made yet. A lead of the project can make one at any time." in said


def test_each_has_its_day_who_made_it_why_and_its_number(signed_in, lead, observer, project, url):
    first = factories.make_record(project, by=lead, note="Before the board decides.")
    second = factories.make_record(project, by=lead)

    page = signed_in(observer).get(url)

    said = words_of(page)
    assert said.index("Record 2") < said.index("Record 1")
    assert "Made by Asha Lead." in said
    assert "Before the board decides." in said
    assert f"SHA-256: {first.digest}" in said
    assert first.digest != second.digest
    assert f'href="{second.get_absolute_url()}"' in page.text


def test_only_a_lead_finds_the_button(signed_in, lead, participant, involvement, url, new_url):
    people = (lead, participant, involvement)
    found = [f'action="{new_url}"' in signed_in(person).get(url).text for person in people]

    assert found == [True, False, False]


def test_it_asks_the_database_as_often_for_three_as_for_one(signed_in, lead, project, url, queries):
    factories.make_record(project, by=lead)
    for_one = queries(signed_in(lead), url)
    factories.make_record(project, by=lead)
    factories.make_record(project, by=lead)

    assert queries(signed_in(lead), url) == for_one


def test_many_stand_on_pages(signed_in, lead, project, url):
    for _number in range(26):
        factories.make_record(project, by=lead)

    page = signed_in(lead).get(url + "?page=2").text
    assert (">Record 1<" in page, ">Record 2<" in page) == (True, False)
