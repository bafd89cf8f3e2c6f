import subprocess

import pytest
from page import validate_pdf_bytes


@pytest.fixture
def pages_of():
    """What stands on each page of the PDF."""

    def read(data):
        command = ["/usr/bin/pdftotext", "-raw", "-", "-"]
        found = subprocess.run(command, input=data, capture_output=True, check=True)
        return [" ".join(page.split()) for page in found.stdout.decode().split("\f")[:-1]]

    return read


@pytest.fixture
def url(check_in, base):
    return f"{base}/check-in/{check_in.pk}/paper.pdf"


def test_the_form_is_the_same_for_everyone(signed_in, members, url, text_of):
    data = signed_in(members[1].user).get(url).content

    assert validate_pdf_bytes(data, profile="ua1").failures == []
    assert data == signed_in(members[2].user).get(url).content
    text = text_of(data)
    assert "Do not write your name." in text
    assert "1. Purpose is good." in text
    assert "Rather not say" in text
    assert "Open PC-C?" in text


def test_large_print_and_easy_words(signed_in, members, url, text_of):
    data = signed_in(members[1].user).get(f"{url}?print=large&words=easy").content

    assert validate_pdf_bytes(data, profile="ua1").failures == []
    assert "1. Purpose easy." in text_of(data)
    assert "One person types in all the forms." in text_of(data)


def test_whom_to_ask_stands_on_a_sheet_of_its_own(signed_in, members, url, organisation, pages_of):
    """Also where the printer prints on both sides: answers and a name share no paper."""
    organisation.contact_name, organisation.contact_phone = "Iris Whitcombe", "01632 960045"
    organisation.save()
    client = signed_in(members[1].user)
    plain = pages_of(client.get(url).content)
    large = pages_of(client.get(f"{url}?print=large").content)

    for pages in (plain, large):
        [at] = [number for number, text in enumerate(pages) if "envelope of its own" in text]
        assert at % 2 == 0 and at == len(pages) - 1
        assert "A lead of this project" in pages[at]
        assert "The involvement team" not in pages[at]
        assert "If no lead should read it" in pages[at] and "01632 960045" in pages[at]


def test_the_involvement_team_can_be_ticked_where_there_is_one(
    signed_in, members, url, involvement, text_of
):
    assert "The involvement team" in text_of(signed_in(members[1].user).get(url).content)
