from tests.hands import signed_in_ago

URL = "/accounts/email/code/"


def test_who_has_asked_for_nothing_is_asked_for_the_address(signed_in, participant):
    response = signed_in(participant).get(URL, follow=True)

    assert response.redirect_chain == [("/accounts/email/", 302)]
    assert "Those numbers do not work any more. Ask for new ones." in response.text


def test_the_numbers_are_needed(signed_in, participant):
    client = signed_in_ago(signed_in(participant), participant)
    client.post("/accounts/email/", {"email": "new@collab.example"})

    assert "Type the six numbers from the e-mail." in client.post(URL, {"code": ""}).text


def test_nobody_is_sent_to_sign_in(client, db):
    assert client.get(URL).url == f"/accounts/login/?next={URL}"


def test_guesses_are_counted_for_the_address_and_not_only_in_the_session(signed_in, participant):
    statuses = []
    for _again in range(3):
        client = signed_in_ago(signed_in(participant), participant)
        client.post("/accounts/email/", {"email": "new@collab.example"})
        statuses += [client.post(URL, {"code": "00000x"}).status_code for _guess in range(4)]

    assert statuses == [200] * 10 + [429] * 2
