from io import BytesIO

import pikepdf
import pytest
from page import validate_pdf_bytes

from projects.conversation.models import Coming


@pytest.fixture
def address(url):
    return f"{url}papers/sign-in.pdf"


@pytest.mark.parametrize("query", ["", "?print=large"])
def test_lines_to_sign_and_nobodys_name(
    signed_in, lead, participant, observer, meeting, place, text_of, address, query
):
    Coming.say(meeting, place, "yes")
    response = signed_in(lead).get(address + query)
    text = text_of(response.content)

    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    assert response["Content-Disposition"] == f'attachment; filename="sign-in-{meeting.pk}.pdf"'
    assert "You need not write your name." in text
    assert "Takes notes:" in text
    for name in (participant.name, lead.name, observer.name):
        assert name not in text, name
    assert len(pikepdf.open(BytesIO(response.content)).pages) == (1 if not query else 2)


def test_outsiders_get_none(signed_in, outsider, address):
    assert signed_in(outsider).get(address).status_code == 404
