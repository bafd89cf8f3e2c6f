from io import BytesIO

import pikepdf
import pytest
from page import validate_pdf_bytes

from projects.consents.models import Consent
from projects.consents.wording import Use
from tests import factories


@pytest.fixture
def address(url):
    return f"{url}papers/agenda.pdf"


@pytest.mark.parametrize("query", ["", "?print=large"])
def test_a_tagged_paper_that_names_nobody(
    signed_in, observer, participant, lead, meeting, point, place, text_of, address, query
):
    meeting.change(by=lead, roles={"chair": place, "notes": "whoever likes to"})
    response = signed_in(observer).get(address + query)
    text = text_of(response.content)

    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    assert response["Content-Disposition"] == f'attachment; filename="agenda-{meeting.pk}.pdf"'
    for said in (
        "What the first visit is like", "The library, room 2", "The letter (20 minutes)",
        "From a service user", "Chairs the meeting: a service user", "Takes notes: whoever likes",
    ):  # fmt: skip
        assert said in text, said
    for name in (participant.name, lead.name, "07700"):
        assert name not in text, name


def test_twelve_points_are_one_page(signed_in, observer, meeting, address):
    for number in range(12):
        factories.make_point(meeting, title=f"Point {number}: how people hear of it", minutes=10)
    pdf = signed_in(observer).get(address).content

    assert len(pikepdf.open(BytesIO(pdf)).pages) == 1


def test_who_agreed_is_named(
    signed_in, observer, participant, lead, meeting, place, text_of, address
):
    Consent.give(place, Use.NAME, by=participant)
    meeting.change(by=lead, roles={"chair": place})

    assert "Chairs the meeting: Ben Participant" in text_of(
        signed_in(observer).get(address).content
    )


def test_another_order_is_another_paper(signed_in, observer, meeting, point, text_of, address):
    second = factories.make_point(meeting, title="The door")
    client = signed_in(observer)
    before = text_of(client.get(address).content)
    second.move(-1)
    after = text_of(client.get(address).content)

    assert before.index("The letter") < before.index("The door")
    assert after.index("The door") < after.index("The letter")


def test_outsiders_get_none(signed_in, outsider, address):
    assert signed_in(outsider).get(address).status_code == 404
