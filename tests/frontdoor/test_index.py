def test_a_stranger_learns_what_this_is(client, organisation):
    page = client.get("/").text

    assert "Change health services together" in page
    assert "Riverside Health" in page
    assert "Sign in" in page
    assert '<a href="/join/">I have a code on paper</a>' in page


def test_before_any_organisation_is_here(client, db):
    assert client.get("/").status_code == 200


def test_a_member_goes_on_to_their_projects(signed_in, participant):
    assert "Go to my projects" in signed_in(participant).get("/").text
