import csv
from io import StringIO

from projects.consents.models import Consent
from projects.consents.wording import Use


def read(response):
    text = response.getvalue().decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text)))


def test_every_action_with_names_only_where_agreed(
    signed_in, observer, project, lead, participant, url, add, place, decision
):
    add("Agreed to stand here", owner=place, decision=decision, due="2027-05")
    add("=cmd()", body="The estates team").stop(by=lead, because="No money.")
    other = project.memberships.get(user=lead)
    add("No name", owner=other).finish(by=lead)
    Consent.give(place, Use.NAME, by=participant)
    rows = read(signed_in(observer).get(url + "actions/actions.csv"))

    assert [row["Who sees to it"] for row in rows] == [
        "Ben Participant", "The estates team", "Someone in the team",
    ]  # fmt: skip
    assert rows[0]["From which decision"] == "Where do the seats go?"
    assert (rows[1]["What is to be done"], rows[1]["Why not"]) == ("'=cmd()", "No money.")
    assert rows[2]["How far it is"] == "Done" and rows[2]["Done on"]
