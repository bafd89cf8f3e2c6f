import pytest

from projects.plan.models import Approval, PlanChange
from tests.reading import Page


@pytest.mark.parametrize(
    ("who", "begins"),
    [
        ("lead", "Begin with the aim"),
        ("participant", "Is there something that you would like to do?"),
        ("observer", ""),
    ],
)
def test_empty_it_says_how_to_begin(request, signed_in, url, who, begins):
    said = signed_in(request.getfixturevalue(who)).get(url).text

    assert "There is no plan yet" in said
    assert begins in said
    assert ("Write the aim" in said) == (who == "lead")
    assert ("Plan something to do" in said) == (who != "observer")


def test_the_plan_on_one_page(
    signed_in, participant, project, lead, url, aim, add, try_out, approval, place
):
    late = add("Paint the door", days=-2, owner=place)
    later = add("Move the seats", days=5)
    PlanChange.tell(project, by=lead, kind="delay", what="Later", because="Money", next_step="May")
    tried = try_out("Radio off")
    page = Page(signed_in(participant).get(url))

    assert "Less noise, for everyone who waits." in page.text("aim")
    assert "It does not say yet by how much, and by when." in page.text("aim")
    assert page.text("late").startswith("One thing was planned for before today")
    assert "Is it done, or is another day better?" in page.text(f"action-{late.pk}")
    assert f"action-{later.pk}" in page.texts
    assert "Nobody sees to it yet" in page.text(f"action-{later.pk}")
    assert "What we think will happen: Nobody misses it." in page.text(f"test-{tried.pk}")
    assert "The board" in page.text(f"approval-{approval.pk}")
    assert "The last change" in page.text("plan-change")


def test_what_was_kept_comes_back_when_its_day_has_come(signed_in, lead, url, try_out, days):
    kept = try_out("Radio off")
    kept.write_down(by=lead, happened="It was off.", saw="Calm.")
    kept.choose("keep", by=lead, next_step="It stays.", look_on=days(30))
    assert "Radio off" not in signed_in(lead).get(url).text

    type(kept).objects.update(look_on=days(-1))
    said = Page(signed_in(lead).get(url)).text(f"test-{kept.pk}")
    assert "We keep it" in said and "Keep it, change it or stop?" in said


def test_a_closed_project_offers_nothing(signed_in, project, lead, url, add):
    add()
    project.turn("complete", by=lead, because="Done.")
    said = signed_in(lead).get(url).text

    assert "Paint the door" in said
    assert "Plan something to do" not in said and "It is done" not in said


def test_a_project_that_is_over_without_a_plan_says_so(signed_in, lead, project, url):
    project.turn("complete", by=lead, because="Done.")
    said = signed_in(lead).get(url).text

    assert "No plan was written down here." in said
    assert "Nothing is planned yet." not in said and "in your own calendar" not in said


def test_who_looks_on_presses_nothing(signed_in, observer, url, add):
    add()

    assert "It is done" not in signed_in(observer).get(url).text


def test_one_row_of_each_or_three_ask_as_much(
    signed_in, lead, project, url, add, try_out, decision, place, queries
):
    def more(number):
        add(f"Late {number}", days=-3, owner=place, decision=decision)
        add(f"Later {number}", days=3, owner=place, decision=decision)
        try_out(f"Test {number}", decision=decision)
        Approval.need(project, by=lead, who=f"Board {number}", what_for="Money")

    client = signed_in(lead)
    more(1)
    one = queries(client, url)
    more(2)
    more(3)
    assert queries(client, url) == one


def test_outsiders_do_not_find_it(signed_in, outsider, url):
    assert signed_in(outsider).get(url).status_code == 404
