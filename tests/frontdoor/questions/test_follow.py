from django.utils import timezone


def test_what_the_team_says_from_step_to_step(client, lead, given):
    asked, code = given()
    follow = f"/frontdoor/questions/follow/{code}/"
    assert "It waits for an answer." in client.get(follow).text
    asked.say(by=lead, text="We ask the board.", by_when=timezone.localdate())
    assert "We do not know yet. We will say by" in client.get(follow).text
    asked.say(by=lead, text="No.", answered_as="The ward manager")
    page = client.get(follow)

    assert "The ward manager" in page.text
    assert lead.name not in page.text
    assert page["Cache-Control"] == "private, no-store"
    assert page["X-Robots-Tag"] == "noindex"


def test_why_it_is_not_answered(client, lead, given):
    asked, code = given()
    asked.decline(by=lead, because="It is about one person.")

    assert "It is about one person." in client.get(f"/frontdoor/questions/follow/{code}/").text


def test_a_code_that_is_none_opens_nothing(client, given):
    given()

    for code in ("A" * 12, "x", "é" * 12):
        page = client.get(f"/frontdoor/questions/follow/{code}/")
        assert page.status_code == 404
        assert "We do not know this code" in page.text
