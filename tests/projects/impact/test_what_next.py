from datetime import timedelta

import pytest
from django.utils import timezone

from outbox.models import Message
from projects.impact.models import WhatNext
from tests.reading import Page


@pytest.fixture
def form(url):
    return url + "what-next/"


@pytest.fixture
def typed():
    return {"choice": "keep", "because": "It is paid for.", "watcher": "The ward manager",
            "look_on_day": "1", "look_on_month": "3", "look_on_year": "2099"}  # fmt: skip


def test_a_lead_says_it_and_the_team_is_told(
    signed_in, lead, participant, project, url, form, typed
):
    response = signed_in(lead).post(form, typed)

    agreed = project.what_next.get()
    assert response.url == agreed.get_absolute_url()
    assert (agreed.choice, agreed.watcher, agreed.by) == ("keep", "The ward manager", lead)
    line = project.activity.first()
    assert (line.what, line.note) == ("agreed what happens next:", "Keep it. It is paid for.")
    [message] = Message.objects.filter(subject="What happens next")
    assert message.to == participant
    shown = Page(signed_in(participant).get(url)).text("what-next")
    assert "Keep it It is paid for. Who keeps watch: The ward manager We look again on" in shown


def test_the_newest_holds_and_the_earlier_ones_stay(signed_in, lead, project, url, form, typed):
    client = signed_in(lead)
    client.post(form, typed)
    client.post(form, typed | {"choice": "stop", "because": "The money is gone."})

    assert [one.choice for one in project.what_next.all()] == ["stop", "keep"]
    assert "The money is gone." in Page(client.get(url)).text("what-next")
    page = client.get(form)
    assert ("It is paid for." in page.text, Page(page).values["choice"]) == (True, "stop")


def test_sent_twice_it_is_one(signed_in, lead, project, form, typed):
    for _press in range(2):
        signed_in(lead).post(form, typed)

    assert project.what_next.count() == 1


WRONG = [
    ("choice", "", "Choose one.", "choice"),
    ("because", "", "Write something here.", "because"),
    ("look_on_year", "2020", "This day is over.", "look_on"),
    ("look_on_year", "", "Write the day, the month and the year.", "look_on"),
]


@pytest.mark.parametrize(("name", "value", "said", "field"), WRONG)
def test_what_is_wrong_is_said_next_to_the_field(
    signed_in, lead, project, form, typed, name, value, said, field
):
    page = Page(signed_in(lead).post(form, typed | {name: value}))

    assert said in page.text(f"id_{field}-error")
    assert not project.what_next.exists()


def test_a_day_that_has_passed_is_the_next_thing_of_leads(
    signed_in, lead, participant, project, url
):
    yesterday = timezone.localdate() - timedelta(days=1)
    WhatNext.agree(project, by=lead, choice="keep", because="So.", look_on=yesterday)
    project.move_to("gather-ideas", by=lead, because="So.")
    said = "You wanted to look at the numbers again on"

    assert "This day has passed." in signed_in(lead).get(url).text
    assert said not in signed_in(participant).get(project.get_absolute_url()).text
    WhatNext.agree(project, by=lead, choice="keep", because="Again.", look_on=None)
    assert "This day has passed." not in signed_in(lead).get(url).text


@pytest.mark.parametrize(
    ("who", "status"), [("participant", 403), ("observer", 403), ("outsider", 404)]
)
def test_others_may_not(request, signed_in, project, form, typed, who, status):
    assert signed_in(request.getfixturevalue(who)).post(form, typed).status_code == status
    assert not project.what_next.exists()
