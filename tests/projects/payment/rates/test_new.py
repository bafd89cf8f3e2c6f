import pytest

from projects.payment.models import Rate

URL = "/projects/payment/rates/new/"


def test_the_involvement_team_adds_a_rate(signed_in, involvement, organisation, typed):
    client = signed_in(involvement)
    for _press in range(2):
        client.post(URL, typed)

    rate = Rate.objects.get()
    assert (rate.organisation, rate.how_much, rate.by) == (
        organisation,
        "£25.00 for a meeting",
        involvement,
    )


def test_what_it_costs_needs_no_amount(signed_in, administrator, typed):
    signed_in(administrator).post(URL, typed | {"amount": "", "unit": "cost", "what": "Bus"})

    assert Rate.objects.get().how_much == "what it costs"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("amount", "", "Write how much it is"),
        ("amount", "ten", "Write an amount in pounds, like 4.50."),
        ("from_on_year", "1999", "Choose a day within three years of today."),
        ("what", "", "Write something here."),
    ],
)
def test_what_is_wrong_is_said(signed_in, administrator, typed, name, value, said):
    assert said in signed_in(administrator).post(URL, typed | {name: value}).text
    assert Rate.objects.count() == 0


def test_others_may_not(signed_in, lead, outsider, typed):
    for person in (lead, outsider):
        assert signed_in(person).post(URL, typed).status_code == 404
    assert Rate.objects.count() == 0
