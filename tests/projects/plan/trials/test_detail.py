from tests.factories import make_project
from tests.reading import Page


def test_cycles_newest_first_with_prediction_beside_what_was_seen(
    signed_in, participant, lead, small_test, days
):
    small_test.write_down(by=lead, happened="It was off.", happened_on="2026-05", saw="Two asked.")
    small_test.choose("change", by=lead, next_step="Tell people first.")
    plan = small_test.cycle.begins_with() | {"prediction": "Nobody asks."}
    small_test.again(by=lead, look_on=days(7), **plan)
    response = signed_in(participant).get(small_test.get_absolute_url())
    page = Page(response)

    first = page.text("cycle-1")
    assert "What we thought would happen Nobody misses it. What we saw Two asked." in first
    assert "May 2026" in first and "Change it and try again" in first
    assert "Nobody has chosen yet." in page.text("cycle-2")
    assert response.text.index('id="cycle-2"') < response.text.index('id="cycle-1"')
    assert "Someone gets upset." in page.text(f"test-{small_test.pk}")


def test_its_day_has_come(signed_in, lead, small_test, days):
    type(small_test).objects.update(look_on=days(0))
    page = Page(signed_in(lead).get(small_test.get_absolute_url()))

    assert "Keep it, change it or stop?" in page.text("due")


def test_of_another_project_it_is_not_found(signed_in, lead, small_test):
    other = make_project(by=lead)

    elsewhere = f"/projects/{other.pk}/plan/trials/{small_test.pk}/"
    assert signed_in(lead).get(elsewhere).status_code == 404
