from datetime import date

import pytest

from outbox.models import Message
from projects.partnership.models import Ways
from tests.reading import Page


@pytest.fixture
def url(base):
    return f"{base}/ways/change/"


def day(year=2030):
    return {"revisit_on_day": 2, "revisit_on_month": 5, "revisit_on_year": year}


def test_the_first_words_ask_everyone(signed_in, lead, participant, project, url, base):
    response = signed_in(participant).post(
        url, {"text": "  We listen. \n\nWe end on time.", "opened_at": "0"} | day()
    )

    ways = project.ways.get()
    assert response.url == f"{base}/ways/"
    assert (ways.lines, ways.revisit_on) == (["We listen.", "We end on time."], date(2030, 5, 2))
    told = Message.objects.get(subject="How your team works together")
    assert told.to == lead
    assert "We listen." in told.text


def test_changed_words_are_another_wording_and_ask_again(
    signed_in, lead, participant, project, url, base
):
    first = Ways.write(project, by=lead, text="We listen.")
    first.say(by=participant, agrees=True)
    form = {"text": "We listen well.", "opened_at": "1", "because": "Clearer."}
    signed_in(participant).post(url, form)

    assert [one.number for one in project.ways.all()] == [2, 1]
    text = signed_in(participant).get(f"{base}/ways/").text
    assert "Nobody has said yet if they agree." in text
    assert "Why it was changed: Clearer." in text
    earlier = signed_in(participant).get(f"{base}/ways/{first.pk}/").text
    assert "Ben Participant agrees." in earlier


def test_another_day_asks_nobody_again(signed_in, lead, participant, project, url):
    ways = Ways.write(project, by=lead, text="We listen.")
    ways.say(by=participant, agrees=True)
    told = Message.objects.count()
    signed_in(lead).post(url, {"text": "We listen.", "opened_at": "1"} | day())

    assert project.ways.get().revisit_on == date(2030, 5, 2)
    assert project.ways.get().voices.count() == 1
    assert Message.objects.count() == told


def test_two_at_once_see_both_texts(signed_in, lead, participant, project, url):
    Ways.write(project, by=lead, text="We listen.")
    Ways.write(project, by=lead, text="We listen well.")
    response = signed_in(participant).post(url, {"text": "We hear.", "opened_at": "1"})

    assert response.status_code == 409
    assert "We listen well." in response.text
    page = Page(response)
    assert (page.values["text"].strip(), page.values["opened_at"]) == ("We hear.", "2")
    assert project.ways.standing().get().text == "We listen well."


def test_what_is_wrong_is_said(signed_in, lead, url):
    many = "\n".join(["One line"] * 21)
    page = Page(signed_in(lead).post(url, {"text": many}))

    assert "Use 20 lines or fewer." in page.text("id_text-error")


def test_others_may_not(signed_in, observer, involvement, outsider, url):
    assert signed_in(observer).get(url).status_code == 403
    assert signed_in(involvement).get(url).status_code == 403
    assert signed_in(outsider).get(url).status_code == 404
