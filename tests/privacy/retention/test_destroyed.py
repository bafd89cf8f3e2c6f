import pytest

from privacy.models import Destroyed


@pytest.fixture
def log(organisation, administrator):
    def write(number=1):
        for count in range(number):
            Destroyed.objects.create(
                organisation=organisation, kind="people", how="asked", how_many=count + 1,
                rows={"needs": 2, "messages": 3}, note="letter 14", by=administrator,
            )  # fmt: skip

    return write


def test_it_says_what_when_and_by_whom(signed_in, administrator, log):
    log()
    text = " ".join(signed_in(administrator).get("/privacy/retention/destroyed/").text.split())

    assert "People who are in no project: 1" in text
    assert "Ade Administrator" in text
    assert "The letter: letter 14" in text
    assert "Rows that went with it: 5" in text


def test_empty_it_says_so(signed_in, administrator, organisation):
    text = signed_in(administrator).get("/privacy/retention/destroyed/").text

    assert "Nothing has been destroyed yet." in text


@pytest.mark.parametrize("who", ["lead", "involvement", "outsider", "other_involvement"])
def test_nobody_else_finds_it(signed_in, request, project, who):
    person = request.getfixturevalue(who)

    assert signed_in(person).get("/privacy/retention/destroyed/").status_code == 404


def test_one_line_and_three_cost_the_same(signed_in, administrator, log, queries):
    client = signed_in(administrator)
    log()
    one = queries(client, "/privacy/retention/destroyed/")
    log(2)

    assert queries(client, "/privacy/retention/destroyed/") == one
