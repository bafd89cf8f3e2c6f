from page import validate_pdf_bytes


def test_the_talk_sheet_prints(signed_in, members, base, text_of):
    data = signed_in(members[1].user).get(f"{base}/check-in/talk.pdf").content

    assert validate_pdf_bytes(data, profile="ua1").failures == []
    assert "Purpose is good. If not, try this: Try more Purpose." in text_of(data)


def test_large_print_and_easy_words(signed_in, members, base, text_of):
    asked = f"{base}/check-in/talk.pdf?print=large&words=easy"
    data = signed_in(members[1].user).get(asked).content

    assert validate_pdf_bytes(data, profile="ua1").failures == []
    assert "Purpose easy." in text_of(data)
