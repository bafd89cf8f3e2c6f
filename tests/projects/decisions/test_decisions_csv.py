import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/decisions/decisions.csv"


def rows_of(response):
    text = response.getvalue().decode()
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:])))


def test_each_decision_with_its_reason_and_how_much_it_answers(
    signed_in, observer, lead, project, url
):
    ideas = [factories.make_idea(project, "A clock."), factories.make_idea(project, "A lamp.")]
    first = factories.make_decision(
        project, question="=Which first?", decision="The clock", reason="It costs little.",
        options="The clock\nThe lamp", dissent="One of us", decided="2026-03", level="L-4",
        ideas=ideas,
    )  # fmt: skip
    first.replace(by=lead, question="Which now?", decision="The lamp", reason="People asked.")
    old, new = rows_of(signed_in(observer).get(url))

    assert old["The question"] == "'=Which first?"
    assert (old["How it stands"], new["How it stands"]) == ("Replaced", "Agreed")
    assert old["What we could have chosen"] == "The clock; The lamp"
    assert (old["Why"], old["When"]) == ("It costs little.", "2026-03")
    assert old["How much say people had"] == "We design it together"
    assert old["Who did not agree, and why"] == "One of us"
    assert old["Ideas that it answers"] == "2"
    assert new["In place of"] == "'=Which first?"


def test_what_is_for_named_people_only_is_not_in_it(signed_in, lead, project, url):
    factories.make_decision(project, question="A quiet word").share("private", by=lead)
    assert rows_of(signed_in(lead).get(url)) == []

    action = project.actions.create(
        what="Call them", decision=project.decisions.get(), added_by=lead
    )
    plan = f"/projects/{project.pk}/plan/actions/actions.csv"
    [row] = rows_of(signed_in(lead).get(plan))
    assert (row["What is to be done"], row["From which decision"]) == ("Call them", "")

    type(action).objects.filter(pk=action.pk).update(sharing="private")
    assert rows_of(signed_in(lead).get(plan)) == []


def test_many_decisions_cost_no_more_queries_than_one(signed_in, lead, project, url):
    client = signed_in(lead)
    factories.make_decision(project, ideas=[factories.make_idea(project, "One.")])
    client.get(url).getvalue()
    one = queries_of_all(client, url)
    for number in range(2):
        factories.make_decision(project, ideas=[factories.make_idea(project, f"More {number}.")])

    assert queries_of_all(client, url) == one


def queries_of_all(client, url):
    with CaptureQueriesContext(connection) as asked:
        client.get(url).getvalue()
    return len(asked)
