def test_it_says_goodbye_to_nobody_in_particular(client, db):
    text = client.get("/privacy/erase/done/").text

    assert "<h1>You are erased</h1>" in text
    assert "You are signed out everywhere." in text
