import json


def test_it_comes_back_as_it_was_with_its_keys_explained(signed_in, marigold):
    response = signed_in(marigold).get("/privacy/me.json")
    content = json.loads(response.text)

    assert response.headers["Content-Type"] == "application/json"
    assert json.loads(json.dumps(content)) == content
    account = content["groups"]["account"]
    assert account["keys"]["postal_address"] == "Postal address"
    assert account["rows"][0]["postal_address"] == "7 Marker Lane"
    assert all(
        list(row) == list(group["keys"])
        for group in content["groups"].values()
        for row in group["rows"]
    )


def test_its_name_says_nothing_of_the_person(signed_in, marigold):
    header = signed_in(marigold).get("/privacy/me.json").headers["Content-Disposition"]

    assert header == 'attachment; filename="what-we-know-about-you.json"'


def test_nobody_gets_it_without_signing_in(client, db):
    assert client.get("/privacy/me.json").status_code == 302
