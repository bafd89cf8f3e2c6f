import pytest

from projects.evidence.equality.comparing import compared
from projects.evidence.models import CheckedGroup
from tests.reading import Page


@pytest.fixture
def address(url):
    return url + "versions/compare/"


@pytest.fixture
def two(lead, project, row, keep):
    """Version 1 has Carers and Age; in version 2 Age is gone, Sex is there, Carers changed."""
    age = CheckedGroup.add(project, by=lead, name="Age", good="Chairs.")
    CheckedGroup.add(project, by=lead, name="Race")
    keep()
    gone = age.pk
    age.take_away(by=lead)
    CheckedGroup.add(project, by=lead, name="Sex", harm="One door.")
    row.change(by=lead, harm="They were asked in June.", who="The chair")
    keep("after")
    return row, gone


def test_what_was_added_changed_and_taken_away_is_said_in_words(
    signed_in, observer, project, two, address
):
    row, gone = two
    sex = project.checked_groups.get(name="Sex")
    response = signed_in(observer).get(address + "?before=1&after=2")

    page = Page(response)
    assert "Groups added: 1. Groups changed: 1. Groups taken away: 1." in response.text
    assert "Nothing is different in: Race." in response.text
    changed = page.text(f"compared-{row.pk}")
    assert changed.startswith("Changed Carers Possible harm Version 1")
    assert "Nobody asked them. Version 2" in changed
    assert changed.endswith("The chair")
    assert page.text(f"compared-{sex.pk}") == "Added Sex Possible harm One door."
    assert page.text(f"compared-{gone}") == "Taken away Age Possible good Chairs."


def test_it_starts_with_the_newest_version_and_the_present(signed_in, lead, two, address):
    client = signed_in(lead)
    assert "Nothing is different. The two say the same." in client.get(address).text
    two[0].change(by=lead, harm="They are here now.")
    assert "They are here now." in client.get(address).text


@pytest.mark.parametrize("query", ["?before=9&after=now", "?before=x", "?after=" + "1" * 400])
def test_what_is_no_version_is_asked_again(signed_in, lead, two, address, query):
    response = signed_in(lead).get(address + query)

    assert response.status_code == 200
    assert "Choose one of these." in response.text


def test_without_versions_there_is_nothing_to_compare(signed_in, lead, row, address):
    assert "there is nothing to compare" in signed_in(lead).get(address).text


def test_outsiders_find_nothing(signed_in, outsider, two, address):
    assert signed_in(outsider).get(address).status_code == 404


def test_a_row_that_was_given_another_name_is_changed(lead, row):
    before = [row.as_kept()]
    row.change(by=lead, name="Young carers")
    [one] = compared(before, [row.as_kept()]).differences

    assert (one.kind, one.name) == ("changed", "Young carers")
    assert [(c.part, c.before, c.after) for c in one.changes] == [
        ("The group", "Carers", "Young carers")
    ]


def test_more_versions_ask_no_more_queries(signed_in, lead, row, keep, address, queries):
    keep()
    with_one = queries(signed_in(lead), address + "?before=1&after=now")
    keep("deciding")
    keep("after")
    assert queries(signed_in(lead), address + "?before=1&after=now") == with_one
