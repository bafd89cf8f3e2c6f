import re

import pytest

from projects.models import Membership
from tests.factories import make_decision, make_user


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/activity/"


def test_what_happened_newest_first(signed_in, observer, lead, project, item, url):
    item.answer("done", by=lead)
    page = signed_in(observer).get(url).text

    assert page.index("Asha Lead ticked") < page.index("Asha Lead started the project")


def test_who_joins_or_leaves_is_named_once(signed_in, lead, project, url):
    rosa, asha = make_user("Rosa"), project.memberships.get(user=lead)
    member = Membership.join(project, rosa, "participant", "carer", by=rosa)
    asha.change(by=lead, speaks_for="Everyone who waits")
    member.leave(by=rosa)
    lines = re.findall(
        r'<li id="activity-.*?<span>(.*?)</span>', signed_in(lead).get(url).text, re.S
    )
    said = [re.sub(r"<[^>]+>", "", line) for line in lines]

    assert said[:3] == [
        "Rosa left the team",
        "Asha Lead changed the team entry of Asha Lead",
        "Rosa joined the team",
    ]


def test_by_person_and_by_kind(signed_in, lead, participant, project, item, url):
    item.answer("done", by=participant)
    make_decision(project, question="Which colour?")
    client = signed_in(lead)

    of_ben = client.get(url, {"person": participant.pk}).text
    assert "Ben Participant ticked" in of_ben
    assert "Which colour?" not in of_ben
    about_decisions = client.get(url, {"kind": "decision"}).text
    assert "Which colour?" in about_decisions
    assert "Ben Participant ticked" not in about_decisions


def test_an_address_with_a_slip_shows_the_choice_again(signed_in, lead, project, url):
    assert signed_in(lead).get(url, {"kind": "moon", "page": "x"}).status_code == 200


def test_a_choice_that_fits_nothing_says_so(signed_in, lead, url):
    assert "Nothing fits this choice." in signed_in(lead).get(url, {"kind": "talk"}).text


def test_many_lines_come_in_pages_that_keep_the_choice(signed_in, lead, project, item, url):
    for number in range(51):
        item.answer("partly", by=lead, note=f"Note {number}")
    page = signed_in(lead).get(url, {"kind": "checklist"}).text

    assert page.count('id="activity-') == 50
    assert "?kind=checklist&amp;page=2" in page


def test_queries_stay_flat(signed_in, lead, project, item, url, queries):
    with_few = queries(signed_in(lead), url)
    item.answer("done", by=lead)
    item.answer("partly", by=lead, note="x")
    assert queries(signed_in(lead), url) == with_few


def test_outsiders_find_nothing(signed_in, outsider, url):
    assert signed_in(outsider).get(url).status_code == 404
