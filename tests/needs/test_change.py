from outbox.models import Message


def test_new_words_are_kept_and_those_who_see_it_are_told(signed_in, participant, shown, lead):
    response = signed_in(participant).post(f"/needs/{shown.pk}/change/", {"words": "24 point"})

    shown.refresh_from_db()
    assert response.url == shown.get_absolute_url()
    assert shown.words == "24 point"
    assert shown.changed_at is not None
    told = Message.objects.latest("pk")
    assert (told.to, told.subject) == (lead, "Someone has changed what they need")
    assert "24" not in told.text


def test_the_same_words_tell_nobody(signed_in, participant, shown):
    before = Message.objects.count()
    signed_in(participant).post(f"/needs/{shown.pk}/change/", {"words": "18 point"})

    shown.refresh_from_db()
    assert (shown.changed_at, Message.objects.count()) == (None, before)


def test_someone_named_cannot_change_it(signed_in, shown, lead):
    response = signed_in(lead).post(f"/needs/{shown.pk}/change/", {"words": "24 point"})

    shown.refresh_from_db()
    assert (response.status_code, shown.words) == (404, "18 point")
