import pytest

from outbox.models import Message
from tests.reading import Page


def test_a_member_plans_a_small_test_and_the_team_hears(
    signed_in, participant, lead, project, url, about_test, action, decision, days
):
    typed = about_test | {"action": str(action.pk), "decision": str(decision.pk)}
    response = signed_in(participant).post(url + "trials/new/", typed)

    test = project.small_tests.get()
    assert response.url == test.get_absolute_url()
    assert (test.name, test.look_on, test.state, test.action, test.decision) == (
        "Radio off", days(14), "going", action, decision,
    )  # fmt: skip
    cycle = test.cycles.get()
    assert (cycle.number, cycle.plan, cycle.where, cycle.prediction) == (
        1, "Radio off on Fridays.", "Ward 3", "Nobody misses it.",
    )  # fmt: skip
    told = Message.objects.filter(to=lead).latest("pk")
    assert "What we think will happen: Nobody misses it." in told.text
    assert "What would make us stop: Someone gets upset." in told.text


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("name", "", "Write something here."),
        ("plan", "", "Write something here."),
        ("prediction", "", "Write something here."),
        ("stop_if", "", "Write something here."),
        ("look_on_year", "2020", "Choose a day after today."),
        ("look_on_day", "", "Write the day, the month and the year."),
        ("where", "x" * 201, "This is too long: 201 letters."),
    ],
)
def test_what_is_wrong_is_said_next_to_the_field(
    signed_in, lead, project, url, about_test, name, value, said
):
    page = Page(signed_in(lead).post(url + "trials/new/", about_test | {name: value}))

    field = name.removesuffix("_year").removesuffix("_day")
    assert said in page.text(f"id_{field}-error")
    assert page.values["how_long"] == "two weeks"
    assert not project.small_tests.exists()


def test_without_a_day_to_look_again_it_does_not_begin(signed_in, lead, project, url, about_test):
    none = {f"look_on_{part}": "" for part in ("day", "month", "year")}
    page = Page(signed_in(lead).post(url + "trials/new/", about_test | none))

    assert "Write the day on which you look at it again." in page.text("id_look_on-error")
    assert not project.small_tests.exists()


def test_sent_twice_it_is_one(signed_in, lead, project, url, about_test):
    for _press in range(2):
        signed_in(lead).post(url + "trials/new/", about_test)

    assert project.small_tests.count() == 1


@pytest.mark.parametrize(("who", "status"), [("observer", 403), ("outsider", 404)])
def test_others_may_not(request, signed_in, project, url, about_test, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert client.post(url + "trials/new/", about_test).status_code == status
    assert not project.small_tests.exists()
