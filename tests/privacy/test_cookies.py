from django.conf import settings

from ui.display import COOKIE


def test_it_names_each_cookie_that_we_set(client, organisation):
    text = client.get("/privacy/cookies/").text

    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, COOKIE):
        assert f"<li>{name} " in " ".join(text.split()).replace("<li> ", "<li>"), name


def test_reading_it_sets_none(client, organisation):
    client.get("/privacy/cookies/")

    assert settings.SESSION_COOKIE_NAME not in client.cookies
