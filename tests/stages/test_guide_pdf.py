"""The guide on paper, drawn for real: what it says, and that everyone can read the file."""

import io
import re

import page as validator
import pikepdf
import pytest
from django.template.loader import render_to_string

from stages.documents import document_of, file_name_of, key_of
from stages.models import Stage
from tests.factories import make_edition
from tests.portfolio.reading import text_of

ADDRESS = "/stages/guide.pdf"
VARIANTS = {
    "": "guide.pdf",
    "?print=large": "guide-large-print.pdf",
    "?words=easy": "guide-easy-read.pdf",
    "?words=easy&print=large": "guide-large-print-easy-read.pdf",
    "?stage=gather-ideas": "guide-gather-ideas.pdf",
    "?stage=gather-ideas&print=large": "guide-gather-ideas-large-print.pdf",
    "?stage=gather-ideas&words=easy": "guide-gather-ideas-easy-read.pdf",
    "?stage=gather-ideas&words=easy&print=large": "guide-gather-ideas-large-print-easy-read.pdf",
}


def failures_of(data):
    """What keeps a file from being PDF/UA-1, in the words of the checker."""
    report = validator.validate_pdf_bytes(data, profile="ua1")
    return [failure.message for failure in report.failures]


def tags_of(element):
    """The tags of the file in reading order: H1, P, L, LI…"""
    kids = element.get("/K", [])
    tags = [str(element.S)] if "/S" in element else []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            tags += tags_of(kid)
    return tags


def words_on_paper(edition, **wanted):
    """The words of a document, without drawing it."""
    html = render_to_string("stages/guide_pdf.html", document_of(edition, **wanted))
    return text_of(html.partition("<body>")[2])


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_is_readable_by_everyone(client, db, variant):
    make_edition(items=1)
    response = client.get(ADDRESS + variant)

    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{VARIANTS[variant]}"'
    assert failures_of(response.content) == []
    with pikepdf.open(io.BytesIO(response.content)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.MarkInfo.Marked) is True
        title = "Gather Ideas" if "gather" in variant else "A guide"
        assert str(pdf.docinfo["/Title"]) == title
        tags = tags_of(pdf.Root.StructTreeRoot)
        assert tags.count("/H1") == 1
        assert tags.count("/H2") >= 1


def test_the_whole_first_edition_is_readable_by_everyone(client, first_edition):
    data = client.get(ADDRESS).content

    assert failures_of(data) == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tags = tags_of(pdf.Root.StructTreeRoot)
        # A cover, the contents, what comes before the stages, nine stages and what comes after.
        assert tags.count("/H2") == 1 + 3 + 9 + 3
        # A line of the contents leads to each.
        assert tags.count("/Link") == 3 + 9 + 3
        assert 9 * 3 <= len(pdf.pages) <= 45


def test_the_check_in_sheet_is_readable_by_everyone(client, first_edition):
    stage = "?stage=collaborative-partnership"

    assert failures_of(client.get(ADDRESS + stage).content) == []
    assert failures_of(client.get(f"{ADDRESS}{stage}&words=easy&print=large").content) == []


def test_the_whole_guide_says_everything(first_edition):
    words = words_on_paper(first_edition)

    for item in first_edition.checklist.all():
        assert f"{item.key} {item.wording} {item.help}" in words
    for prompt in first_edition.prompts.all():
        assert prompt.text in words
    for pitfall in first_edition.pitfalls.all():
        assert f"{pitfall.text} Do this instead: {pitfall.instead}" in words
    for output in first_edition.outputs.all():
        assert f"{output.name}. {output.says}." in words
    for question in first_edition.check_in_questions.all():
        assert question.statement in words
    for source in first_edition.sources.all():
        assert f"{source.short_name}. {source.what}." in words
    for word in first_edition.words.all():
        assert f"{word.word}: {word.meaning}" in words
    assert words.count("Must: rests on law or a standard.") == 14
    assert words.count("Notes:") == 80


def test_easy_read_has_the_easy_words_and_says_it_is_a_draft(first_edition):
    words = words_on_paper(first_edition, words="easy")

    assert words.startswith("Easy read. Draft: not yet tested with people")
    for item in first_edition.checklist.all():
        assert f"Space for a picture {item.easy} Yes Some of it Not yet We do not need" in words
    for text in first_edition.stage_texts.all():
        assert f"Space for a picture {text.purpose_easy}" in words
    assert first_edition.checklist.first().wording not in words


def test_one_stage_is_a_sheet_of_its_own(first_edition):
    words = words_on_paper(first_edition, stage="gather-ideas")

    own = first_edition.checklist.filter(stage=Stage.GATHER_IDEAS)
    assert words.startswith("Stage 5 of 9, a step Gather Ideas Project: Date: Ask for views")
    assert re.findall(r"[A-Z]{2}-\d+", words) == [item.key for item in own]
    assert "What is in this guide" not in words
    assert "The trust has not checked or approved this guide." in words


def test_sheets_with_more_than_a_checklist(first_edition):
    check_in = "This sheet asks how working together feels."
    levels = "Five levels of sharing power"

    assert check_in in words_on_paper(first_edition, stage="collaborative-partnership")
    assert levels in words_on_paper(first_edition, stage="decision-time")
    other = words_on_paper(first_edition, stage="gather-ideas")
    assert (check_in in other, levels in other) == (False, False)


@pytest.mark.parametrize(
    "query", ["?stage=lunch-time", "?print=huge", "?words=hard", "?print=large&words=%00"]
)
def test_what_is_not_offered_is_not_there(client, edition, query):
    assert client.get(ADDRESS + query).status_code == 404


def test_there_is_no_document_before_an_edition_is_published(client, db):
    assert client.get(ADDRESS).status_code == 404


def test_what_an_edition_says_is_never_markup(client, edition):
    bad = "<script>alert(1)</script><img src='file:///etc/passwd'>"
    edition.checklist.update(wording=bad, easy=bad)
    edition.stage_texts.update(purpose=bad, why=bad)
    html = render_to_string("stages/guide_pdf.html", document_of(edition))

    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img") == 9 * (3 + 2)
    assert ("<script" in html, "<img" in html) == (False, False)
    assert failures_of(client.get(f"{ADDRESS}?stage=gather-ideas").content) == []


def test_two_documents_never_share_a_key(edition):
    wanted = [
        {"stage": stage, "print": size, "words": words}
        for stage in ("", *Stage.values)
        for size in ("", "large")
        for words in ("", "easy")
    ]
    editions = (edition, make_edition())

    keys = {key_of(each, **one) for each in editions for one in wanted}
    assert len(keys) == len(editions) * len(wanted)
    assert len({file_name_of(**one) for one in wanted}) == len(wanted)


@pytest.mark.parametrize("items", [1, 3])
def test_queries_stay_flat(db, items, django_assert_num_queries):
    edition = make_edition(items=items)
    with django_assert_num_queries(11):
        document = document_of(edition)

    assert [len(chapter.checklist) for chapter in document["chapters"]] == [items] * 9
