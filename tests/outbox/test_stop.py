import pytest
from django.test import Client

from outbox.stop import stop_url
from tests import factories

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def anna(db):
    return factories.make_user("Anna Smith", email="anna@collab.example")


def test_opening_the_link_changes_nothing_and_tells_nothing_about_them(client, anna):
    page = client.get(stop_url(anna)).text
    anna.refresh_from_db()

    assert (anna.way, anna.how_often) == ("email", "weekly")
    assert "This is about a•••@c•••.example." in page
    assert ("Anna" in page, "anna@" in page) == (False, False)


@pytest.mark.parametrize(
    ("how", "way", "how_often"),
    [
        ("weekly", "email", "weekly"),
        ("at_once", "email", "at_once"),
        ("post", "post", "weekly"),
        ("phone", "phone", "weekly"),
        ("stop", "none", "weekly"),
    ],
)
def test_they_choose_without_signing_in(client, anna, how, way, how_often):
    response = client.post(stop_url(anna), {"how": how})
    anna.refresh_from_db()

    assert response.url == f"{stop_url(anna)}?saved=yes"
    assert (anna.way, anna.how_often) == (way, how_often)
    page = client.get(response.url).text
    assert f'value="{how}" checked' in " ".join(page.split())
    assert "Saved. You can close this page." in page


def test_choosing_nothing_is_said_next_to_the_field(client, anna):
    assert "Choose one." in client.post(stop_url(anna), {"how": ""}).text


def test_one_click_in_a_mail_reader_stops_it_with_no_page_opened(anna):
    response = Client(enforce_csrf_checks=True).post(stop_url(anna), ONE_CLICK)
    anna.refresh_from_db()

    assert (response.status_code, anna.way) == (200, "none")


def test_another_site_cannot_choose_for_them(anna):
    response = Client(enforce_csrf_checks=True).post(stop_url(anna), {"how": "post"})
    anna.refresh_from_db()

    assert (response.status_code, anna.way) == (403, "email")


def test_a_link_that_was_made_up_or_is_someone_else_s_opens_nothing(client, anna):
    other = factories.make_user()
    mixed = stop_url(anna).replace(f"/{anna.pk}-", f"/{other.pk}-")

    for address in (mixed, "/outbox/stop/1-2.3/", "/outbox/stop/nonsense/"):
        response = client.get(address)
        assert response.status_code == 404
        assert "This link does not work any more" in response.text
        assert client.post(address, ONE_CLICK).status_code == 404


def test_a_link_in_a_mailbox_that_is_not_theirs_any_more_is_dead(client, anna):
    old = stop_url(anna)
    anna.change(email="new@collab.example")

    assert client.get(old).status_code == 404


def test_nobody_who_has_gone_is_brought_back(client, anna):
    link = stop_url(anna)
    anna.change(is_active=False)

    assert client.post(link, {"how": "weekly"}).status_code == 404


def test_whoever_tries_many_links_waits_and_a_right_one_works(anna, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"stop_wrong": "4/5m/ip"}
    wrong = [f"/outbox/stop/{anna.pk}-{number}.guess/" for number in range(6)]
    seen = [Client().get(address).status_code for address in wrong[:3]]
    pressed = [Client().post(address, ONE_CLICK).status_code for address in wrong[3:]]

    assert (seen, pressed) == ([404] * 3, [404, 429, 429])
    assert Client().post(stop_url(anna), ONE_CLICK).status_code == 200
