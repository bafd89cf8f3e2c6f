from tests.factories import make_member


def test_it_offers_to_say_what_one_needs(signed_in, participant, project):
    page = signed_in(participant).get("/join/welcome/").text

    assert "Welcome, Ben Participant" in page
    assert project.title in page
    assert 'href="/needs/"' in page


def test_the_newest_team_is_the_one_they_came_into(signed_in, participant, other_lead):
    other = other_lead.memberships.get().project
    make_member(other, user=participant)

    assert other.title in signed_in(participant).get("/join/welcome/").text


def test_others_are_asked_for_their_code(client, signed_in, outsider):
    assert client.get("/join/welcome/").url == "/join/"
    assert signed_in(outsider).get("/join/welcome/").url == "/join/"
