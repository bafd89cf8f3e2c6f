import json

import pytest

from projects.consents.models import Consent


@pytest.fixture
def member(project, participant):
    return project.memberships.get(user=participant)


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


def test_it_says_what_was_asked_and_where_it_was_used(signed_in, member):
    photo = Consent.give(member, "public_photo", by=member.user)
    Consent.shown([photo], what="Poster in the library", by=member.user)
    content = json.loads(signed_in(member.user).get("/privacy/me.json").text)
    [row] = content["groups"]["consents"]["rows"]

    assert row["asked"].startswith("May a photo of you be shown in public? On a poster")
    assert row["used"].endswith(": Poster in the library")
