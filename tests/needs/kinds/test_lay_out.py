from needs.general_list import GENERAL
from tests import factories


def test_the_general_list_becomes_the_organisations_own_once(
    signed_in, administrator, organisation
):
    client = signed_in(administrator)
    for _time in range(2):
        client.post("/needs/kinds/lay-out/", {"organisation": organisation.pk})

    assert [kind.name for kind in organisation.need_kinds.all()] == [row[1] for row in GENERAL]


def test_not_that_of_another_organisation(signed_in, administrator, lead, organisation):
    other = factories.make_organisation()
    answers = [
        signed_in(one).post("/needs/kinds/lay-out/", {"organisation": other.pk}).status_code
        for one in (administrator, lead)
    ]

    assert (answers, other.need_kinds.count()) == ([404, 404], 0)
