def test_a_person_chooses_their_name(signed_in, participant):
    assert signed_in(participant).post("/accounts/name/", {"name": "Benny"}).url == "/accounts/"
    participant.refresh_from_db()
    assert participant.name == "Benny"


def test_a_name_is_needed(signed_in, participant):
    page = signed_in(participant).post("/accounts/name/", {"name": ""}).text

    assert "Write something here." in page
    participant.refresh_from_db()
    assert participant.name == "Ben Participant"


def test_nobody_is_sent_to_sign_in(client, db):
    assert client.get("/accounts/name/").url == "/accounts/login/?next=/accounts/name/"
