import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/evidence/sources.csv"


def rows_of(response):
    text = response.getvalue().decode()
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:])))


def test_the_register_as_a_table(signed_in, observer, project, lead, url):
    factories.make_source(
        project, "Survey, of May", by=lead, kind="data", sort="survey", finding="“Too loud”",
        voice="carers", voice_words="Parents", dated="2025-03", strength="some",
        link="https://www.example.org/", upload=factories.make_upload(),
    )  # fmt: skip
    response = signed_in(observer).get(url)

    [row] = rows_of(response)
    assert row.pop("Added on").startswith("20")
    assert row == {
        "Kind": "Figures",
        "What sort of thing": "A survey",
        "What it is": "Survey, of May",
        "What it says": "“Too loud”",
        "Whose voice": "Carers",
        "Which people": "Parents",
        "Which group": "",
        "When": "2025-03",
        "How strong": "It gives a good idea",
        "Link": "https://www.example.org/",
        "Files": "1",
        "From which project": "",
    }
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    name = f'attachment; filename="sources-{project.pk}.csv"'
    assert response.headers["Content-Disposition"] == name
    assert "private" in response.headers["Cache-Control"]


def test_nothing_in_it_is_calculated(signed_in, lead, project, url):
    harm = ["=1+1", "+1", "-1", "@SUM(1)", "\t=1"]
    for text in harm:
        factories.make_source(project, text, by=lead, finding=text, voice_words=text, sort=text)

    for row in rows_of(signed_in(lead).get(url)):
        for name in ("What it is", "What it says", "Which people", "What sort of thing"):
            assert row[name].startswith("'")


def test_no_name_of_a_member_is_in_it(signed_in, lead, source, url):
    assert "Asha" not in signed_in(lead).get(url).getvalue().decode()


def test_one_source_and_three_cost_the_same(signed_in, lead, project, source, url):
    client = signed_in(lead)
    client.get(url).getvalue()
    one = queries_of_all(client, url)
    for _number in range(2):
        group = factories.make_group(project, by=lead)
        factories.make_source(project, by=lead, group=group, upload=factories.make_upload())

    assert queries_of_all(client, url) == one


def queries_of_all(client, url):
    with CaptureQueriesContext(connection) as asked:
        client.get(url).getvalue()
    return len(asked)


@pytest.mark.parametrize("who", ["outsider", "other_lead"])
def test_others_learn_nothing(request, signed_in, source, url, who):
    assert signed_in(request.getfixturevalue(who)).get(url).status_code == 404
