from xml.etree import ElementTree as Tree

from projects.conversation.models import Update
from projects.models import Project
from tests.factories import make_update

ATOM = "{http://www.w3.org/2005/Atom}"


def test_public_updates_for_a_reader_of_feeds(client, lead, project):
    project.publish(by=lead)
    make_update(project, "Later & <b>bold</b>", text="Because.", audience="public")
    make_update(project, "For the team")
    response = client.get(f"/frontdoor/{project.pk}/updates.xml")
    feed = Tree.fromstring(response.content)

    assert response["Content-Type"].startswith("application/atom+xml")
    assert feed.find(f"{ATOM}title").text == project.title
    [entry] = feed.findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == "Later & <b>bold</b>"
    assert entry.find(f"{ATOM}link").get("href").startswith("http://testserver/frontdoor/")
    assert lead.name not in response.text


def test_a_correction_is_in_it_and_makes_it_new(client, lead, project):
    project.publish(by=lead)
    update = make_update(project, "The clinic", text="At nine.", audience="public")
    Update.objects.update(told_day="2026-01-01")
    correction = update.correct(by=lead, text="At ten.", because="A slip.")
    feed = Tree.fromstring(client.get(f"/frontdoor/{project.pk}/updates.xml").content)

    [entry] = feed.findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}summary").text == "At nine.\n\nCorrected: At ten."
    assert entry.find(f"{ATOM}updated").text[:10] == f"{correction.at:%Y-%m-%d}"


def test_an_unpublished_project_has_none(client, project):
    assert client.get(f"/frontdoor/{project.pk}/updates.xml").status_code == 404


def test_signs_that_no_feed_may_hold_are_left_out(client, lead, project):
    """A line break that a word processor made would be the end of the feed, for everyone."""
    Project.objects.filter(pk=project.pk).update(title="The\x0bclinic\x1b")
    project.refresh_from_db()
    project.publish(by=lead)
    make_update(project, "Later\x0b\x07", text="One\x0ctwo \ufffe]]>", audience="public")
    response = client.get(f"/frontdoor/{project.pk}/updates.xml")

    feed = Tree.fromstring(response.content)
    assert feed.find(f"{ATOM}title").text.split() == ["The", "clinic"]
    [entry] = feed.findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}summary").text.split() == ["One", "two", "]]>"]
