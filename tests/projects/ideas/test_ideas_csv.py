import csv
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests import factories


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/ideas/ideas.csv"


def read(response):
    text = response.getvalue().decode()
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))


def test_what_was_said_and_what_became_of_it_and_nobodys_name(
    signed_in, observer, project, lead, idea, from_session, theme, url
):
    from_session.put_under(theme, by=lead)
    idea.becomes("not_used", by=lead, because="The lease forbids it.")
    factories.make_decision(project, question="Where is it quiet?", ideas=[idea])
    response = signed_in(observer).get(url)
    own, said = read(response)

    today = timezone.localdate().isoformat()
    assert list(own.items()) == [
        ("Idea", "A quiet corner."),
        ("Theme", ""),
        ("What became of it", "Not used, because…"),
        ("Why", "The lease forbids it."),
        ("Decisions", "Where is it quiet?"),
        ("How it came", "From the team"),
        ("Where it came from", ""),
        ("Question", ""),
        ("Given on", today),
    ]
    assert (said["Theme"], said["Where it came from"]) == ("Noise", "Carers at the lunch club")
    assert response.headers["Content-Disposition"] == f'attachment; filename="ideas-{today}.csv"'
    assert response.headers["Cache-Control"] == "private, no-store"


def test_what_waits_and_what_was_refused_is_not_in_it(signed_in, lead, project, url):
    factories.make_received(project)
    factories.make_received(project).refuse(by=lead, because="No.")

    assert read(signed_in(lead).get(url)) == []


def test_the_filter_of_the_page_holds_for_the_file(signed_in, lead, idea, from_session, url):
    rows = read(signed_in(lead).get(f"{url}?way=session"))

    assert [row["Idea"] for row in rows] == ["Softer doors."]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_nothing_is_calculated(signed_in, lead, project, url, sign):
    factories.make_idea(project, f"{sign}HYPERLINK(1)")
    [row] = read(signed_in(lead).get(url))

    assert row["Idea"] == f"'{sign}HYPERLINK(1)"


def test_five_hundred_cost_what_one_costs(
    signed_in, lead, project, idea, many, url, django_assert_num_queries
):
    client = signed_in(lead)
    with CaptureQueriesContext(connection) as asked:
        assert len(read(client.get(url))) == 501
    project.ideas.exclude(pk=idea.pk).delete()
    with django_assert_num_queries(len(asked)):
        assert len(read(client.get(url))) == 1


def test_others_may_not(signed_in, outsider, url):
    assert signed_in(outsider).get(url).status_code == 404
