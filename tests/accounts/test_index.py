def test_a_person_chooses_their_name_and_how_pages_look(signed_in, participant):
    chosen = {"name": "Benny", "wording": "easy", "text_size": "large", "contrast": "high"}
    signed_in(participant).post("/accounts/", chosen)

    participant.refresh_from_db()
    assert participant.name == "Benny"
    page = signed_in(participant).get("/accounts/").text
    assert 'class="text-large contrast-high"' in page


def test_a_name_is_needed(signed_in, participant):
    chosen = {"name": " ", "wording": "easy", "text_size": "large", "contrast": "high"}
    page = signed_in(participant).post("/accounts/", chosen).text

    assert "Write something here." in page
    participant.refresh_from_db()
    assert participant.wording == "plain"


def test_nobody_is_sent_to_sign_in(client, db):
    assert client.get("/accounts/").url == "/accounts/login/?next=/accounts/"
