from needs.general_list import GENERAL
from tests import factories

LAMP = {"name": "A bright lamp", "asks": "Where?", "arrange": "Bring it.", "used_for": "meetings"}


def test_an_administrator_adds_to_the_list(signed_in, administrator, organisation, participant):
    signed_in(administrator).post("/needs/kinds/new/", LAMP)

    own = organisation.need_kinds.last()
    assert {name: getattr(own, name) for name in LAMP} == LAMP
    assert organisation.need_kinds.count() == len(GENERAL) + 1
    assert f"?kind={own.key}" in signed_in(participant).get("/needs/new/").text


def test_sent_twice_it_is_there_once(signed_in, administrator, organisation):
    client = signed_in(administrator)
    for _time in range(2):
        client.post("/needs/kinds/new/", LAMP)

    assert organisation.need_kinds.filter(name="A bright lamp").count() == 1


def test_who_looks_after_two_says_for_which(signed_in, administrator, organisation):
    other = factories.make_organisation(name="Hillside")
    other.administrators.add(administrator)
    signed_in(administrator).post("/needs/kinds/new/", LAMP | {"organisation": other.pk})

    assert other.need_kinds.filter(name="A bright lamp").count() == 1
    assert organisation.need_kinds.count() == 0


def test_nobody_adds_to_the_list_of_others(signed_in, administrator, organisation, lead):
    other = factories.make_organisation(name="Hillside")
    other.administrators.add(factories.make_user())
    signed_in(administrator).post("/needs/kinds/new/", LAMP | {"organisation": other.pk})
    response = signed_in(lead).post("/needs/kinds/new/", LAMP)

    assert (response.status_code, other.need_kinds.count()) == (404, 0)
