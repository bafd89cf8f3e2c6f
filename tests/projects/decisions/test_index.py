from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects.decisions.models import Decision
from tests.factories import make_decision, make_project
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/decisions/"


def rows(response):
    """The ids of the decisions on a page, in order."""
    return [int(id_[9:]) for id_ in Page(response).texts if id_.startswith("decision-")]


def test_proposals_first_then_agreed_newest_first_then_replaced(signed_in, observer, lead, url):
    project = observer.memberships.get().project
    old = make_decision(project, decided="2025-01-01")
    may = make_decision(project, decided="2025-05")
    year = make_decision(project, decided="2024")
    today = make_decision(project)
    proposed = make_decision(project, status="proposed", decided="2020")
    june = old.replace(by=lead, question="In June?", decision="Yes.", decided="2025-06-01")
    response = signed_in(observer).get(url)

    in_order = [proposed, today, june, may, year, old]
    assert rows(response) == [decision.pk for decision in in_order]
    assert Page(response).text("replaced") == (
        f"1 decision that was replaced {old.question} Replaced Now: In June?"
    )


def test_a_row_says_the_essential(signed_in, lead, project, url):
    decision = make_decision(
        project,
        question="When?",
        decision="At nine. " + "w" * 300,
        reason="",
        by_whom="The team",
        decided="2025-05",
        review_on=date(2026, 1, 2),
    )
    said = Page(signed_in(lead).get(url)).text(f"decision-{decision.pk}")

    assert said.startswith("When? Agreed May 2025 The team At nine.")
    assert said.endswith(
        "The reason is not written down yet. To look at again since 2 January 2026."
    )
    assert len(said) < 400


@pytest.mark.parametrize(
    ("who", "begin", "offered"),
    [
        ("lead", "Begin with the last thing the team agreed", "decisions/new/"),
        ("participant", "Begin by proposing it.", "decisions/propose/"),
        ("observer", "No decisions yet", None),
        ("involvement", "No decisions yet", None),
    ],
)
def test_an_empty_list_says_how_to_begin(request, signed_in, project, url, who, begin, offered):
    response = signed_in(request.getfixturevalue(who)).get(url)

    assert begin in response.text
    addresses = [f"decisions/{name}/" for name in ("new", "propose")]
    assert [a for a in addresses if a in response.text] == ([offered] if offered else [])


def test_nobody_else_sees_it(signed_in, outsider, other_lead, client, url):
    assert signed_in(outsider).get(url).status_code == 404
    assert signed_in(other_lead).get(url).status_code == 404
    assert client.get(url).status_code == 302


def test_only_this_project_s_decisions(signed_in, lead, project, url):
    mine = make_decision(project)
    make_decision(make_project(project.organisation, by=lead))

    assert rows(signed_in(lead).get(url)) == [mine.pk]


def test_fifty_decisions_come_in_two_pages(signed_in, lead, project, url):
    made = [make_decision(project, decided=f"20{n:02d}").pk for n in range(50)]
    client = signed_in(lead)
    newest = made[::-1]

    assert rows(client.get(url)) == newest[:25]
    assert rows(client.get(f"{url}?page=2")) == newest[25:]
    assert rows(client.get(f"{url}?page=x")) == newest[:25]
    assert rows(client.get(f"{url}?page=99")) == newest[25:]


def test_a_closed_project_is_read_only(signed_in, lead, project, url):
    make_decision(project)
    project.turn("complete", by=lead, because="Done")
    response = signed_in(lead).get(url)

    assert (response.status_code, "decisions/new/" in response.text) == (200, False)


def test_scripts_stay_text(signed_in, lead, project, url, scripts):
    texts = {name: text for name, text in scripts.items() if "script" in text}
    old = Decision.record(project, by=lead, **texts)
    old.replace(by=lead, **texts)
    response = signed_in(lead).get(url)

    assert not [script for script in Page(response).scripts if "alert" in script]
    assert response.text.count("&lt;script&gt;alert(") == 6


def make_three_kinds(project, lead):
    make_decision(project, status="proposed")
    make_decision(project)
    make_decision(project).replace(by=lead, question="Newer?", decision=str(project.version))


def test_one_of_each_and_three_of_each_cost_the_same(
    signed_in, lead, project, url, django_assert_num_queries
):
    client = signed_in(lead)
    make_three_kinds(project, lead)
    with CaptureQueriesContext(connection) as with_one:
        client.get(url)
    make_three_kinds(project, lead)
    make_three_kinds(project, lead)
    with django_assert_num_queries(len(with_one)):
        assert len(rows(client.get(url))) == 12
