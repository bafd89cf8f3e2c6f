NEW = {"name": "Big print", "asks": "How big?", "arrange": "Print it big.", "used_for": "papers"}


def test_new_words_stand_on_what_was_told_before(signed_in, administrator, kind, need):
    signed_in(administrator).post(f"/needs/kinds/{kind.pk}/change/", NEW)

    need.refresh_from_db()
    assert (need.kind.name, need.kind.key) == ("Big print", "large-print")


def test_a_name_is_needed(signed_in, administrator, kind):
    response = signed_in(administrator).post(f"/needs/kinds/{kind.pk}/change/", NEW | {"name": ""})

    kind.refresh_from_db()
    assert kind.name == "Large print"
    assert "Write something here." in response.text


def test_administrators_of_others_do_not_find_it(signed_in, kind, other_involvement, lead):
    other_involvement.oversees.first().administrators.add(other_involvement)
    answers = [
        signed_in(one).post(f"/needs/kinds/{kind.pk}/change/", NEW).status_code
        for one in (other_involvement, lead)
    ]

    kind.refresh_from_db()
    assert (answers, kind.name) == ([404, 404], "Large print")
