import csv

import pytest

from tests import factories


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/ideas/heard.csv"


def test_the_same_as_the_page_with_no_small_number(signed_in, url, observer, project):
    carers = factories.make_group(project, "Carers")
    factories.make_group(project, "=Students", ask="The college")
    factories.make_session(project, group=carers, how_many=12)
    factories.make_session(project, group=carers, how_many=3)
    response = signed_in(observer).get(url)
    text = response.getvalue().decode()

    assert text.startswith("\ufeff")
    rows = list(csv.reader(text.lstrip("\ufeff").splitlines()))
    assert rows[1] == ["By way", "Met in a session", "", "12", "1", "", ""]
    assert rows[5:] == [
        ["By community", "Carers", "2", "12", "1", "", ""],
        ["Not reached yet", "'=Students", "0", "", "", "", "The college"],
    ]
    assert "who-was-heard-" in response["Content-Disposition"]


def test_outsiders_get_none(signed_in, url, outsider):
    assert signed_in(outsider).get(url).status_code == 404
