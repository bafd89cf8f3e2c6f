def test_taken_back_is_taken_back_at_once(signed_in, participant, shown, lead):
    address = shown.get_absolute_url()
    before = signed_in(lead).get(address).status_code
    response = signed_in(participant).post(f"/needs/{shown.pk}/withdraw/", {"person": lead.pk})

    assert response.url == address
    assert (before, signed_in(lead).get(address).status_code) == (200, 404)


def test_a_message_about_it_that_was_not_sent_yet_is_not_theirs_any_more(participant, shown, lead):
    shown.withdraw_from(lead)

    assert not type(shown).objects.visible_to(lead).filter(pk=shown.pk).exists()


def test_a_number_that_is_nobody_changes_nothing(signed_in, participant, shown, lead):
    client = signed_in(participant)
    answers = [
        client.post(f"/needs/{shown.pk}/withdraw/", {"person": one}).status_code
        for one in ("", "x", "9" * 30, "0", str(participant.pk))
    ]

    assert answers == [302] * 5
    assert shown.named.count() == 1


def test_someone_named_cannot_take_it_from_another(signed_in, participant, shown, lead):
    response = signed_in(lead).post(f"/needs/{shown.pk}/withdraw/", {"person": lead.pk})

    assert (response.status_code, shown.named.count()) == (404, 1)
