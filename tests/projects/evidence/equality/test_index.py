from datetime import timedelta

import pytest
from django.utils import timezone

from projects.evidence.models import CheckedGroup
from tests.factories import make_group

EARLIER = timezone.localdate() - timedelta(days=3)


def test_an_empty_check_says_what_belongs_here_and_how_to_begin(signed_in, lead, involvement, url):
    page = signed_in(lead).get(url).text

    assert "The check has not begun yet" in page
    assert f'action="{url}begin/"' in page
    assert "It never says that a law has been met" in page
    assert f'action="{url}begin/"' not in signed_in(involvement).get(url).text


def test_what_is_written_comes_before_the_groups_with_nothing(signed_in, lead, project, url):
    CheckedGroup.lay_out(project, by=lead)
    carers = project.checked_groups.get(key="carers")
    carers.change(by=lead, harm="Nobody asked them.")
    page = signed_in(lead).get(url).text

    order = ["What we have written", "Nobody asked them.", "Nothing is written about these", "Age"]
    assert sorted(order, key=page.index) == order


def test_what_was_planned_for_earlier_is_said_kindly_to_those_who_write(
    signed_in, lead, observer, row, url
):
    row.change(by=lead, action="Ask them at the Friday group.", due_on=EARLIER)
    page = signed_in(lead).get(url).text

    assert "One thing was planned for before today" in page
    assert 'id="late"' not in signed_in(observer).get(url).text
    row.finish(by=lead)
    assert 'id="late"' not in signed_in(lead).get(url).text


def test_groups_of_the_team_that_are_missing_are_offered(signed_in, lead, project, row, url):
    make_group(project, "Night staff")

    assert "Add this group" in signed_in(lead).get(url).text


def test_a_closed_project_offers_nothing_to_write(signed_in, lead, project, row, url):
    project.turn("complete", by=lead, because="Done.")
    page = signed_in(lead).get(url).text

    assert "Nobody asked them." in page
    links = ["/change/", "/keep/", "/look-again/", "/take-away/", "/done/"]
    assert [link for link in links if link in page] == []


def test_fifty_groups_are_on_a_page_and_the_rest_on_the_next(signed_in, lead, project, url):
    for number in range(52):
        CheckedGroup.add(project, by=lead, name=f"Group {number};")
    first, second = (signed_in(lead).get(url + query).text for query in ("", "?page=2"))

    assert ("Group 49;" in first, "Group 51;" in first) == (True, False)
    assert ("Group 49;" in second, "Group 51;" in second) == (False, True)


@pytest.mark.parametrize(
    ("who", "status"), [("participant", 200), ("observer", 200), ("involvement", 200),
                        ("outsider", 404), ("other_lead", 404)]
)  # fmt: skip
def test_who_may_read_it(request, signed_in, url, who, status):
    assert signed_in(request.getfixturevalue(who)).get(url).status_code == status


def test_one_row_and_three_ask_as_often(signed_in, lead, project, url, keep, queries):
    def one_more(number):
        CheckedGroup.add(
            project, by=lead, name=f"G{number}", action="Ask.", due_on=EARLIER,
            group=make_group(project),
        )  # fmt: skip
        make_group(project)
        keep(note=str(number))

    one_more(1)
    with_one = queries(signed_in(lead), url)
    one_more(2)
    one_more(3)
    assert queries(signed_in(lead), url) == with_one
