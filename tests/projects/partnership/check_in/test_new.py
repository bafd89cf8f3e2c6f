from datetime import date, timedelta

import pytest
from django.utils import timezone

from outbox.models import Message
from projects.partnership.models import CheckIn
from tests.reading import Page

LATER = timezone.localdate() + timedelta(days=9)


def last_day(day=LATER):
    return {"closes_on_day": day.day, "closes_on_month": day.month, "closes_on_year": day.year}


@pytest.fixture
def url(base):
    return f"{base}/check-in/new/"


def test_a_lead_opens_it_and_everyone_is_told_at_once(signed_in, lead, members, url, project):
    members[3].user.change(way="post", post_to="1 Road")
    form = last_day() | {"on_paper": [members[3].pk]}
    response = signed_in(lead).post(url, form)

    check_in = CheckIn.objects.get()
    assert response.url == check_in.get_absolute_url()
    assert (check_in.closes_on, check_in.opened_by) == (LATER, lead)
    assert [paper.member for paper in check_in.papers.all()] == [members[3]]
    told = Message.objects.filter(subject="How is working together?")
    assert (told.count(), set(told.values_list("at_once", flat=True))) == (11, {True})
    on_paper = told.get(to=members[3].user)
    assert "1. Purpose is good." in on_paper.text
    assert "[  ] Strongly disagree" in on_paper.text
    assert "[  ]" not in told.exclude(pk=on_paper.pk).first().text


def test_those_without_e_mail_are_ticked_beforehand(signed_in, lead, members, url):
    members[3].user.change(way="post", post_to="1 Road")
    page = Page(signed_in(lead).get(url))

    assert page.values["on_paper"] == str(members[3].pk)


def test_the_same_again_is_one_check_in(signed_in, lead, members, url):
    client = signed_in(lead)
    client.post(url, last_day())
    response = client.post(url, last_day())

    assert CheckIn.objects.count() == 1
    assert response.url == CheckIn.objects.get().get_absolute_url()


def test_a_pulse_asks_three_after_a_meeting(signed_in, lead, members, url):
    pulse = f"{url}?kind=pulse&after=Planning&after_on=2026-05-12"
    page = Page(signed_in(lead).get(pulse))
    assert page.values["after"] == "Planning"
    assert page.values["after_on_day"] == "12"
    form = last_day() | {"after": "Planning", "after_on_day": "12", "after_on_month": "5",
                         "after_on_year": "2026"}  # fmt: skip
    signed_in(lead).post(pulse, form)

    check_in = CheckIn.objects.get()
    assert (check_in.kind, check_in.after, check_in.after_on) == (
        "pulse", "Planning", date(2026, 5, 12)
    )  # fmt: skip
    scaled, open_ones, contact = check_in.questions()
    assert (len(scaled), open_ones, contact) == (1, [], None)  # of its three only PC-3 is here


def test_three_questions_wait_while_all_are_asked(signed_in, lead, check_in, url):
    """Who answers one of the two and not the other could be found by taking them apart."""
    client = signed_in(lead)
    page = client.get(f"{url}?kind=pulse").text
    response = client.post(f"{url}?kind=pulse", last_day() | {"after": "Planning"})

    assert "ask one after the other" in page and "ask one after the other" in response.text
    assert CheckIn.objects.get() == check_in


def test_all_questions_wait_while_three_are_asked(signed_in, lead, members, url):
    client = signed_in(lead)
    client.post(f"{url}?kind=pulse", last_day() | {"after": "Planning"})
    client.post(f"{url}?kind=pulse", last_day() | {"after": "Reading"})
    response = client.post(url, last_day())

    assert "ask one after the other" in response.text
    assert list(CheckIn.objects.values_list("kind", flat=True)) == ["pulse", "pulse"]


def test_two_weeks_lie_between_two_that_show_numbers(
    signed_in, lead, check_in, members, answer_all, url, project
):
    """Else the one who was away, or has left since, stands in what is between them."""
    answer_all(members[:5], [1, 2, 3, 4, 5])
    check_in.close(by=lead)
    client, today = signed_in(lead), timezone.localdate()
    assert "You can ask again from" in client.get(url).text
    assert "You can ask again from" in client.post(url, last_day()).text
    assert CheckIn.objects.get() == check_in
    CheckIn.objects.update(closed_on=today - timedelta(days=14))
    assert "again from" not in client.get(url).text
    client.post(url, last_day())
    assert CheckIn.objects.count() == 2


def test_a_week_lies_between_all_questions_and_three_of_them(
    signed_in, lead, check_in, members, answer_all, url
):
    answer_all(members[:5], [1, 2, 3, 4, 5])
    check_in.close(by=lead)
    client, today = signed_in(lead), timezone.localdate()
    pulse, form = f"{url}?kind=pulse", last_day() | {"after": "Planning"}
    assert "You can ask again from" in client.post(pulse, form).text
    CheckIn.objects.update(closed_on=today - timedelta(days=7))
    client.post(pulse, form)
    assert CheckIn.objects.open().get().is_pulse
    CheckIn.objects.open().update(closed_on=today, answered=6)
    CheckIn.objects.in_full().update(closed_on=today - timedelta(days=30))
    assert "You can ask again from" in client.get(url).text


def test_what_showed_nothing_can_be_asked_again_at_once(
    signed_in, lead, check_in, members, answer_all, url
):
    answer_all(members[:4], [1, 2, 3, 4])
    check_in.close(by=lead)
    signed_in(lead).post(url, last_day())

    assert CheckIn.objects.open().count() == 1


def test_what_is_wrong_is_said(signed_in, lead, members, url):
    over = timezone.localdate() - timedelta(days=1)
    page = Page(signed_in(lead).post(f"{url}?kind=pulse", last_day(over)))

    assert "This day is over." in page.text("id_closes_on-error")
    assert "Say which meeting" in page.text("id_after-error")
    assert not CheckIn.objects.exists()


def test_a_team_of_fewer_than_five_talks(signed_in, lead, questions, url):
    response = signed_in(lead).post(url, last_day())

    assert "nobody sends anything in" in response.text
    assert not CheckIn.objects.exists()


def test_only_leads(signed_in, members, involvement, url):
    assert signed_in(members[2].user).post(url, last_day()).status_code == 403
    assert signed_in(involvement).post(url, last_day()).status_code == 403
