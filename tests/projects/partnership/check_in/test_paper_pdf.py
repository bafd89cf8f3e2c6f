import pytest
from page import validate_pdf_bytes


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
