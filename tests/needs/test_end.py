def test_what_is_not_needed_any_more_is_seen_by_nobody_else(signed_in, participant, shown, lead):
    before = signed_in(lead).get(shown.get_absolute_url()).status_code
    signed_in(participant).post(f"/needs/{shown.pk}/end/")

    shown.refresh_from_db()
    assert shown.ended_at is not None
    assert shown.named.count() == 0
    assert (before, signed_in(lead).get(shown.get_absolute_url()).status_code) == (200, 404)
    assert signed_in(participant).get(shown.get_absolute_url()).status_code == 200


def test_said_twice_it_ended_the_first_time(signed_in, participant, need):
    client = signed_in(participant)
    client.post(f"/needs/{need.pk}/end/")
    need.refresh_from_db()
    first = need.ended_at
    client.post(f"/needs/{need.pk}/end/")

    need.refresh_from_db()
    assert need.ended_at == first


def test_someone_named_cannot_end_it(signed_in, shown, lead):
    response = signed_in(lead).post(f"/needs/{shown.pk}/end/")

    shown.refresh_from_db()
    assert (response.status_code, shown.ended_at) == (404, None)
