from tests.factories import make_request


def test_until_it_is_answered_they_see_nothing_of_the_project(client, lead, project):
    _asked, code = make_request(project)
    page = client.get(f"/join/answer/{code}/").text

    assert "Nobody has answered yet." in page
    assert project.title not in page
    assert lead.name not in page


def test_a_no_is_read_with_its_words(client, lead, project):
    asked, code = make_request(project)
    asked.decline(by=lead, reply="The team is full.")

    assert "The team is full." in client.get(f"/join/answer/{code}/").text


def test_a_yes_leads_to_the_invitation(client, lead, project):
    asked, code = make_request(project)
    asked.confirm(by=lead, role="participant", offer="", reply="You are welcome.")

    assert client.get(f"/join/answer/{code}/").url == f"/join/invitation/{code}/"


def test_a_code_we_do_not_know_says_so(client, db):
    response = client.get("/join/answer/K7QP4M2X9TRD/")

    assert response.status_code == 404
    assert "We do not know this code." in response.text
