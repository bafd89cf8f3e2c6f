from datetime import timedelta

from django.utils import timezone

from needs.models import Need


def test_still_right_is_asked_again_in_a_year(signed_in, participant, need):
    today = timezone.localdate()
    Need.objects.update(review_on=today, asked_at=timezone.now())
    signed_in(participant).post(f"/needs/{need.pk}/still-right/")

    need.refresh_from_db()
    assert (need.review_on, need.asked_at) == (today + timedelta(days=365), None)


def test_nobody_else_can_say_so(signed_in, shown, lead):
    Need.objects.update(review_on=timezone.localdate())
    response = signed_in(lead).post(f"/needs/{shown.pk}/still-right/")

    shown.refresh_from_db()
    assert (response.status_code, shown.review_on) == (404, timezone.localdate())
