import pytest

from projects.partnership.models import CheckIn, Spread


@pytest.fixture
def url(base):
    return f"{base}/check-in/"


def close_one(project, day, counts):
    check_in = CheckIn.objects.create(
        project=project, edition=project.edition, opened_by=project.started_by, opened_on=day,
        closes_on=day, closed_on=day, answered=sum(counts),
    )  # fmt: skip
    Spread.objects.create(check_in=check_in, key="PC-1", side="all", lean="agree", counts=counts)
    return check_in


def test_empty_it_says_how_to_begin(signed_in, lead, members, url):
    text = signed_in(lead).get(url).text

    assert "No check-in yet" in text
    assert "Open a check-in" in text


def test_a_small_team_is_led_to_the_talk(signed_in, lead, questions, url):
    text = signed_in(lead).get(url).text

    assert "fewer than five: talk it through" in text
    assert "Open a check-in" not in text


def test_how_it_changes_over_time(signed_in, lead, members, project, url):
    close_one(project, "2026-01-10", [4, 1, 0, 0, 0])
    close_one(project, "2026-03-10", [0, 0, 1, 2, 4])
    text = signed_in(lead).get(url).text

    assert "More people agree than the first time." in text
    assert "10 January 2026: 0 of 5 agree, 0 not sure, 5 disagree." in text
    assert "never set beside another team" in text


def test_one_check_in_is_no_change(signed_in, lead, members, project, url):
    close_one(project, "2026-01-10", [4, 1, 0, 0, 0])

    assert "How it changes over time" not in signed_in(lead).get(url).text


def test_what_is_over_is_counted_out_here(signed_in, members, check_in, url):
    CheckIn.objects.update(closes_on="2020-01-01")

    assert "Too few answered, so nothing is shown." in signed_in(members[1].user).get(url).text


def test_the_same_queries_with_two_and_with_four(signed_in, lead, members, project, url, queries):
    close_one(project, "2026-01-10", [4, 1, 0, 0, 0])
    close_one(project, "2026-02-10", [4, 1, 0, 0, 0])
    two = queries(signed_in(lead), url)
    close_one(project, "2026-03-10", [4, 1, 0, 0, 0])
    close_one(project, "2026-04-10", [4, 1, 0, 0, 0])

    assert queries(signed_in(lead), url) == two
