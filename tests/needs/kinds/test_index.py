import re

from needs.general_list import GENERAL
from tests import factories


def test_an_organisation_begins_with_the_general_list(signed_in, administrator):
    response = signed_in(administrator).get("/needs/kinds/")

    names = re.findall(r"<strong>(.*?)</strong>", response.text)
    assert names == [row[1] for row in GENERAL]
    assert "Make it our own list" in response.text
    assert "/change/" not in response.text


def test_only_administrators_see_the_list(signed_in, lead, involvement, administrator):
    answers = [
        signed_in(one).get("/needs/kinds/").status_code
        for one in (lead, involvement, administrator)
    ]

    assert answers == [404, 404, 200]


def test_one_organisation_and_three_cost_the_same(signed_in, queries, administrator, kind):
    client = signed_in(administrator)
    with_one = queries(client, "/needs/kinds/")
    for _more in range(2):
        factories.make_organisation().administrators.add(administrator)

    assert queries(client, "/needs/kinds/") == with_one
