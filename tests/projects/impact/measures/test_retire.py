import pytest
from django.utils import timezone


def test_a_lead_stops_collecting_it_with_the_reason_and_its_numbers_stay(
    signed_in, lead, measure, reading, url
):
    form = measure.get_absolute_url() + "retire/"
    for because in ("Nobody counts it.", "Again."):
        signed_in(lead).post(form, {"because": because})

    measure.refresh_from_db()
    assert (measure.retired_on, measure.retired_because) == (
        timezone.localdate(), "Nobody counts it.",
    )  # fmt: skip
    assert measure.readings.count() == 1
    page = signed_in(lead).get(url + "baseline/").text
    assert "1 measure that is not collected any more" in page


@pytest.mark.parametrize(
    ("who", "because", "status"), [("lead", "", 200), ("participant", "So.", 403)]
)
def test_not_without_a_reason_and_not_by_others(request, signed_in, measure, who, because, status):
    client = signed_in(request.getfixturevalue(who))
    response = client.post(measure.get_absolute_url() + "retire/", {"because": because})

    assert response.status_code == status
    measure.refresh_from_db()
    assert measure.retired_on is None
