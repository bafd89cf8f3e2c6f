import pytest

from projects.partnership.models import CheckIn
from projects.plan.models import Action
from tests.reading import Page


@pytest.fixture
def closed(check_in, members, answer_all, lead):
    answer_all(members[:6], [1] * 6)
    check_in.close(by=lead)
    return check_in


@pytest.fixture
def url(closed, base):
    return f"{base}/check-in/{closed.pk}/fix/"


def test_the_one_thing_becomes_something_to_do(signed_in, members, closed, url):
    client = signed_in(members[2].user)
    assert "Try more Purpose." in client.get(url).text
    form = {
        "what": "Start a word list",
        "owner": members[5].pk,
        "due_month": "6",
        "due_year": "2027",
    }
    response = client.post(url, form)
    client.post(url, form | {"what": "Another"})

    action = Action.objects.get()
    assert (action.what, action.owner, action.due) == ("Start a word list", members[5], "2027-06")
    closed.refresh_from_db()
    assert (closed.action, response.url) == (action, closed.get_absolute_url())
    assert "Start a word list" in client.get(closed.get_absolute_url()).text


def test_three_come_first_and_the_rest_is_folded(
    signed_in, lead, project, members, edition, in_a_week, base
):
    """The lowest first; what is folded opens without a script."""
    for number in (7, 8):
        edition.check_in_questions.create(
            key=f"PC-{number}", position=number, statement=f"Statement {number}.", easy="x",
            theme="More", if_low="Try it.",
        )  # fmt: skip
    check_in = CheckIn.open(project, by=lead, closes_on=in_a_week)
    low = {"PC-2": 1, "PC-7": 1, "PC-8": 1}
    for number, member in enumerate(members[:6]):
        split = dict.fromkeys(["PC-1", "PC-3"], 1 if number % 2 else 5)
        check_in.give(member, answers=low | split, words={}, side="")
    check_in.close(by=lead)
    page = Page(signed_in(lead).get(f"{base}/check-in/{check_in.pk}/fix/"))

    first, rest = page.text("to-try").split("2 more things to look at")
    assert [one in first for one in ("Voice is", "Statement 7.", "Statement 8.")] == [True] * 3
    assert [one in rest for one in ("Purpose is", "Words is")] == [True] * 2


def test_something_has_to_be_said(signed_in, lead, url):
    assert "Write something here." in Page(signed_in(lead).post(url, {"what": ""})).text(
        "id_what-error"
    )


def test_not_while_it_is_open(signed_in, lead, check_in, base):
    assert signed_in(lead).get(f"{base}/check-in/{check_in.pk}/fix/").status_code == 404
