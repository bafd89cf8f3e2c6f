import re

import pytest

from stages.models import Stage
from tests.factories import make_edition
from tests.reading import Page


def test_a_stage_says_all_that_belongs_to_it(client, first_edition):
    page = Page(client.get("/stages/gather-ideas/"))

    assert page.text("why").startswith("Why it matters The first idea is rarely the best one.")
    assert page.text("item-GI-5") == (
        "Give people enough facts and enough time to think. Explain the reasons, the limits and "
        "the choices in plain words, and say when you need a reply. Must: rests on law or a "
        "standard Mainly for: Project lead From: Fair consultation 2 , Fair consultation 3"
    )
    assert "Must" not in page.text("item-GI-1")
    assert "If we could only do one thing, what would help most?" in page.text("talk-about-it")
    assert (
        "The loudest voice wins. Do this instead: Let people think alone first, then share in turn."
        in page.text("watch-out-for")
    )
    assert (
        "What we heard A short summary, with an easy read version Document. "
        "Who may see it: Anyone, once the team has checked it." in page.text("leaves-behind")
    )
    assert "check-in" not in page.texts


def test_all_eighty_items_are_on_the_nine_pages(client, first_edition):
    pages = [client.get(f"/stages/{stage}/").text for stage in Stage]

    keys = [key for page in pages for key in re.findall(r'id="item-([A-Z]+-\d+)"', page)]
    assert keys == [item.key for item in first_edition.checklist.all()]
    assert len(keys) == 80


def test_a_source_leads_to_where_it_is_named(client, first_edition):
    page = client.get("/stages/gather-ideas/").text

    assert '<a href="/stages/sources/#source-GUN-2">Fair consultation 2</a>' in page
    assert "source-GUN-2" in Page(client.get("/stages/sources/")).texts


def test_easy_read_puts_the_easy_words_first(easy, first_edition):
    response = easy.get("/stages/gather-ideas/")
    item = Page(response).text("item-GI-1")

    assert item.startswith("Go and meet people where they are. More about this")
    assert "Go to where people are." in item
    assert 'class="nhsuk-lede-text">Ask lots of people for their ideas.<' in response.text


def test_stage_seven_has_the_check_in(client, first_edition):
    check_in = Page(client.get("/stages/collaborative-partnership/")).text("check-in")

    assert "Answering is a choice. People can skip any question." in check_in
    assert "1 Strongly disagree 2 Disagree 3 Not sure 4 Agree 5 Strongly agree" in check_in
    assert "I can say what I really think in this group." in check_in
    assert "Voice. If scores are low, try this: Let people think alone first" in check_in
    assert "What is one thing we should change?" in check_in


def test_the_check_in_in_easy_words(easy, first_edition):
    check_in = Page(easy.get("/stages/collaborative-partnership/")).text("check-in")

    assert "1 No 2 Not really 3 Not sure 4 Mostly 5 Yes I do not want to say" in check_in
    assert "I can say what I think here." in check_in


def test_decision_time_has_the_levels_of_sharing_power(client, first_edition):
    assert "We ask you" in Page(client.get("/stages/decision-time/")).text("sharing-power")


@pytest.mark.parametrize(
    ("stage", "neighbours"),
    [
        ("big-idea", ["/stages/decision-time/"]),
        ("gather-ideas", ["/stages/understand-whats-around/", "/stages/make-the-change/"]),
        ("checking-the-impact", ["/stages/keep-the-conversation-going/"]),
    ],
)
def test_the_stages_before_and_after(client, edition, stage, neighbours):
    page = client.get(f"/stages/{stage}/").text

    assert re.findall(r'rel="(?:prev|next)" href="([^"]+)"', page) == neighbours
    assert re.findall(r'href="([^"]+)" aria-current="page"', page) == [f"/stages/{stage}/"]


def test_its_own_sheet_is_offered(client, edition):
    page = client.get("/stages/gather-ideas/").text

    assert re.findall(r'href="(/stages/guide\.pdf[^"]*)"', page) == [
        "/stages/guide.pdf?stage=gather-ideas",
        "/stages/guide.pdf?stage=gather-ideas&amp;print=large",
        "/stages/guide.pdf?stage=gather-ideas&amp;words=easy",
        "/stages/guide.pdf?stage=gather-ideas&amp;words=easy&amp;print=large",
        "/stages/guide.pdf",
    ]


def test_before_an_edition_is_published(client, db):
    response = client.get("/stages/gather-ideas/")

    assert response.status_code == 200
    assert "no-edition" in Page(response).texts
    assert "guide.pdf" not in response.text


def test_what_is_no_stage_is_not_there(client, edition):
    assert client.get("/stages/gather-ideas/").status_code == 200
    assert client.get("/stages/lunch-time/").status_code == 404


def test_what_an_edition_says_is_never_markup(client, edition):
    bad = "<script>alert(1)</script>"
    edition.checklist.update(wording=bad, help=bad)
    edition.stage_texts.update(purpose=bad, why=bad, note=bad)
    page = client.get("/stages/gather-ideas/").text

    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 3 * 2 + 3
    assert "<script>alert" not in page


@pytest.mark.parametrize("items", [1, 3])
def test_queries_stay_flat(client, db, items, django_assert_num_queries):
    make_edition(items=items)
    with django_assert_num_queries(8):
        page = client.get("/stages/gather-ideas/").text

    assert page.count('class="guide-item"') == items
