from io import BytesIO

import pikepdf
from page import validate_pdf_bytes

from tests.factories import make_update


def pages_of(data):
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)


def test_one_page_to_hang_up_with_all_its_words(
    signed_in, observer, lead, project, updates, text_of
):
    update = make_update(
        project, "We do not know yet", kind="unknown", promised_on="2999-05-03",
        text="The board meets in June.", easy="In June.", what_next="We ask.",
        have_a_say="Ring us.",
    )  # fmt: skip
    update.correct(by=lead, text="In July.", because="A slip.")
    response = signed_in(observer).get(f"{updates}{update.pk}/update.pdf")

    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    assert pages_of(response.content) == 1
    said = text_of(response.content)
    for words in (
        project.title, "We do not know yet", "The board meets in June.", "We ask.", "Ring us.",
        "We do not know yet. We will say on 3 May 2999.", "In July.", "Why: A slip.",
    ):  # fmt: skip
        assert words in said
    assert lead.name not in said
    easy = text_of(signed_in(observer).get(f"{updates}{update.pk}/update.pdf?words=easy").content)
    assert "In June." in easy
    assert "These easy words are a draft." in easy


def test_large_print_takes_as_many_pages_as_it_needs(signed_in, observer, project, updates):
    update = make_update(project, text="A long sentence about what happened. " * 150)
    response = signed_in(observer).get(f"{updates}{update.pk}/update.pdf?print=large")

    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    assert pages_of(response.content) > 1


def test_a_draft_is_the_leads_alone(signed_in, lead, observer, project, updates):
    update = make_update(project, is_sent=False)

    assert signed_in(observer).get(f"{updates}{update.pk}/update.pdf").status_code == 404
    assert signed_in(lead).get(f"{updates}{update.pk}/update.pdf").status_code == 200
