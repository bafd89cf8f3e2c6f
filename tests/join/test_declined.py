def test_it_thanks_and_names_nobody(client, db):
    page = client.get("/join/declined/").text

    assert "Your answer is written down." in page
