import pytest

from privacy.models import Statement


def test_it_counts_the_gaps_that_are_left(signed_in, administrator, organisation):
    Statement.publish(organisation, "cookies", by=administrator, text="Three [write here: which].")
    text = " ".join(signed_in(administrator).get("/privacy/statements/").text.split())

    assert "Version 1, from" in text
    assert "1 gap to fill in" in text
    assert text.count("Nobody has looked at these words yet.") == 3


@pytest.mark.parametrize("who", ["lead", "involvement", "outsider", "other_involvement"])
def test_nobody_else_finds_it(signed_in, request, project, who):
    person = request.getfixturevalue(who)

    assert signed_in(person).get("/privacy/statements/").status_code == 404


def test_one_version_and_three_cost_the_same(signed_in, administrator, organisation, queries):
    client = signed_in(administrator)
    Statement.publish(organisation, "cookies", by=administrator, text="1")
    one = queries(client, "/privacy/statements/")
    Statement.publish(organisation, "cookies", by=administrator, text="2")
    Statement.publish(organisation, "privacy", by=administrator, text="3")

    assert queries(client, "/privacy/statements/") == one
