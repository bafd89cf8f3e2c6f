def test_anyone_may_type_a_code(client, db):
    page = client.get("/join/").text

    assert "Your code" in page
