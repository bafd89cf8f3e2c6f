import pytest


@pytest.fixture
def address(url):
    return f"{url}meeting.ics"


def test_the_file_holds_what_calendars_show_and_nobodys_name(
    signed_in, observer, lead, participant, meeting, point, address
):
    meeting.change(by=lead, roles={"chair": meeting.project.memberships.get(user=participant)})
    response = signed_in(observer).get(address)

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="meeting.ics"'
    text = response.text.replace("\r\n ", "")
    for said in (
        "METHOD:PUBLISH", f"UID:{meeting.uid}", "SUMMARY:Meeting: What the first visit is like",
        "LOCATION:The library\\, room 2", "STATUS:CONFIRMED", "SEQUENCE:0", "CLASS:PRIVATE",
    ):  # fmt: skip
        assert said in text.split("\r\n"), said
    for name in (lead.name, participant.name, observer.name, "Asha", "ATTENDEE", "The letter"):
        assert name not in text, name


def test_no_line_is_longer_than_calendars_read(signed_in, observer, lead, meeting, address):
    meeting.change(by=lead, place="Großer Saal 🏠 " * 19, because="More room.")
    response = signed_in(observer).get(address)

    assert max(len(line) for line in response.content.split(b"\r\n")) <= 75
    assert "Großer Saal 🏠" in response.text.replace("\r\n ", "")


def test_what_people_type_is_no_line_of_its_own(signed_in, observer, lead, meeting, address):
    harm = "Ends\r\nEND:VEVENT\r\nATTENDEE:mailto:x@collab.example\x07\u2028at\xa0nine; a\\b, c"
    meeting.change(by=lead, what_for=harm, place=harm, getting_in=harm, because="x")
    lines = signed_in(observer).get(address).text.replace("\r\n ", "").split("\r\n")

    assert [line for line in lines if line.startswith(("ATTENDEE", "END:VEVENT"))] == ["END:VEVENT"]
    said = "Ends\\nEND:VEVENT\\nATTENDEE:mailto:x@collab.example\\nat nine\\; a\\\\b\\, c"
    assert f"LOCATION:{said}" in lines


def test_outsiders_get_none(signed_in, outsider, address):
    assert signed_in(outsider).get(address).status_code == 404
