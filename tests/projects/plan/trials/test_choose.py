import pytest

from outbox.models import Message
from tests.reading import Page


@pytest.fixture
def choose(signed_in, lead):
    def chosen(test, choice, **more):
        none = {f"look_on_{part}": "" for part in ("day", "month", "year")}
        sent = {"choice": choice, "next_step": "It helped.", **none, **more}
        return signed_in(lead).post(test.get_absolute_url() + "choose/", sent)

    return chosen


def test_what_is_kept_gets_a_day_to_look_again(choose, small_test, days):
    page = Page(choose(small_test, "keep"))
    assert "so that it does not stay for ever unseen" in page.text("id_look_on-error")
    choose(small_test, "keep", **days.typed("look_on", days(90)))

    small_test.refresh_from_db()
    assert (small_test.state, small_test.look_on) == ("kept", days(90))


def test_a_stop_tells_everyone_concerned(choose, carer, participant, try_out, decision):
    test = try_out(decision=decision)
    test.write_down(by=test.added_by, happened="One fell.", saw="Not safe.")
    Message.objects.all().delete()
    choose(test, "stop", next_step="Seats stay where they are.")

    test.refresh_from_db()
    assert (test.state, test.look_on, test.cycle.choice) == ("stopped", None, "stop")
    behind = Message.objects.get(to=carer).text
    assert "A seat by the door." in behind and "What we saw: Not safe." in behind
    assert "What comes next: Seats stay where they are." in Message.objects.get(to=participant).text
    assert Message.objects.count() == 2


def test_a_change_goes_on_to_the_next_try(choose, small_test):
    response = choose(small_test, "change")

    assert response.url == small_test.get_absolute_url() + "again/"


def test_the_first_choice_stands_and_the_same_again_is_no_change(choose, small_test):
    choose(small_test, "stop")
    lines = small_test.project.activity.count()
    choose(small_test, "stop")
    choose(small_test, "change")

    small_test.refresh_from_db()
    assert small_test.state == "stopped"
    assert small_test.project.activity.count() == lines


@pytest.mark.parametrize(("name", "said"), [("choice", "Choose one."), ("next_step", "Write some")])
def test_what_is_missing_is_said(choose, small_test, name, said):
    sent = {"choice": "stop", "next_step": "It helped."} | {name: ""}
    page = Page(choose(small_test, sent["choice"], next_step=sent["next_step"]))

    assert said in page.text(f"id_{name}-error")


@pytest.mark.parametrize(("who", "status"), [("participant", 403), ("outsider", 404)])
def test_others_may_not(request, signed_in, small_test, who, status):
    client = signed_in(request.getfixturevalue(who))
    sent = {"choice": "stop", "next_step": "So."}

    assert client.post(small_test.get_absolute_url() + "choose/", sent).status_code == status
