CHOSEN = {"wording": "easy", "text_size": "largest", "contrast": "high", "next": "/stages/"}


def test_someone_without_an_account_keeps_the_choice_in_a_cookie(client, db):
    response = client.post("/accounts/display/", CHOSEN)

    assert response.url == "/stages/"
    assert client.cookies["display"].value == "easy-largest-high"
    assert 'class="text-largest contrast-high"' in client.get("/").text


def test_someone_with_an_account_keeps_it_there(signed_in, participant):
    signed_in(participant).post("/accounts/display/", CHOSEN)

    participant.refresh_from_db()
    assert (participant.wording, participant.text_size) == ("easy", "largest")


def test_a_strange_cookie_is_as_good_as_none(client, db):
    for text in ("x", "a-b-c", "easy-largest-high-more", "'><script>"):
        client.cookies["display"] = text
        assert 'class="text-normal contrast-normal"' in client.get("/").text


def test_the_way_back_stays_on_this_site(client, db):
    for elsewhere in ("https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"):
        response = client.post("/accounts/display/", CHOSEN | {"next": elsewhere})
        assert response.url == "/"
