from xml.etree import ElementTree as Tree

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


def test_an_unpublished_project_has_none(client, project):
    assert client.get(f"/frontdoor/{project.pk}/updates.xml").status_code == 404
