from privacy.models import LegalHold
from tests import factories
from tests.hands import paper_hands_of


def test_it_shows_what_we_know_in_groups(signed_in, marigold):
    text = signed_in(marigold).get("/privacy/me/").text

    for heading in ("Your account", "Your teams", "What you need to take part", "Messages to you"):
        assert f"<h2>{heading}</h2>" in text, heading
    assert "7 Marker Lane" in text
    assert "marker of a need" in text


def test_nobody_reads_it_for_someone_else(signed_in, marigold, lead, client):
    assert "7 Marker Lane" not in signed_in(lead).get("/privacy/me/").text
    assert client.get("/privacy/me/").url == "/accounts/login/?next=/privacy/me/"


def test_a_code_on_paper_does_not_open_it(project, lead, marigold):
    marigold.change(email=None)
    client = paper_hands_of(project.memberships.get(user=marigold), by=lead)

    assert client.get(f"/projects/{project.pk}/").status_code == 200
    for address in ("/privacy/me/", "/privacy/me.html", "/privacy/me.json", "/privacy/erase/"):
        response = client.get(address)
        assert response.status_code == 403, address
        assert "7 Marker Lane" not in response.text
        assert "This page is not for a code on paper" in response.text


def test_a_legal_hold_is_said(signed_in, participant, administrator, organisation):
    page = signed_in(participant)
    assert "Nothing is destroyed until it is over." not in page.get("/privacy/me/").text
    LegalHold.begin(organisation, participant, by=administrator, why="A secret inquiry.")
    text = page.get("/privacy/me/").text

    assert "Nothing is destroyed until it is over." in text
    assert "A secret inquiry." not in text


def test_many_rows_wait_behind_a_press(signed_in, participant, item):
    for number in range(12):
        item.answer("partly", by=participant, note=f"note {number}")
    text = signed_in(participant).get("/privacy/me/").text

    assert "2 more" in text


def test_one_row_and_three_cost_the_same(signed_in, participant, item, queries):
    item.answer("done", by=participant, note="one")
    client = signed_in(participant)
    one = queries(client, "/privacy/me/")
    item.answer("partly", by=participant, note="two")
    item.answer("done", by=participant, note="three")
    factories.make_decision(item.project, by=participant)

    assert queries(client, "/privacy/me/") == one
