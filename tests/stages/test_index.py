import re

from stages.models import STEPS, THROUGHOUT, Principle, SharingLevel
from tests.factories import make_edition
from tests.reading import Page

ADDRESS = "/stages/"


def test_anyone_sees_the_nine_stages_in_order_with_their_purpose(client, first_edition):
    page = client.get(ADDRESS).text

    names = re.findall(r'class="model__name" href="([^"]+)"', page)
    assert names == [f"/stages/{stage}/" for stage in (*STEPS, *THROUGHOUT)]
    model = Page(client.get(ADDRESS)).text("model")
    assert model.startswith("1 Stage 1: The Big Idea Write down an idea for change, big or small")
    assert model.count("All the way through") == 2
    assert (
        "7 Stage 7: The Collaborative Partnership All the way through Think and plan as one"
        in model
    )


def test_easy_read_has_the_easy_purpose(easy, first_edition):
    page = Page(easy.get(ADDRESS))

    assert "Stage 1: The Big Idea Write down the idea and why it matters. 2 Stage 2" in page.text(
        "model"
    )
    assert page.text("edition-note").endswith(
        "The easy read wording is a draft. It is not yet tested with people."
    )
    assert "We tell the truth, even when it is hard." in page.text("principles")


def test_principles_levels_and_what_the_guide_is(client, first_edition):
    page = Page(client.get(ADDRESS))

    assert "We say what can change, what cannot, and why." in page.text("principles")
    assert page.text("levels").startswith(
        "We tell you You get clear and honest information in good time. "
        "The final choice: The organisation We ask you"
    )
    assert page.text("edition-note") == (
        "Edition 0.1 (first draft). Draft for review with people who use services, carers, staff "
        "and partners. The trust that made the model has not checked or approved this guide."
    )
    assert "This guide is not legal advice." in page.text("about")


def test_every_paper_is_offered(client, edition):
    page = client.get(ADDRESS).text

    assert re.findall(r'href="(/stages/guide\.pdf[^"]*)"', page) == [
        "/stages/guide.pdf",
        "/stages/guide.pdf?print=large",
        "/stages/guide.pdf?words=easy",
        "/stages/guide.pdf?words=easy&amp;print=large",
    ]


def test_before_an_edition_is_published(client, db):
    response = client.get(ADDRESS)
    page = Page(response)

    assert response.status_code == 200
    assert page.text("no-edition").startswith(
        "No edition of the guide has been published here yet."
    )
    assert page.text("model").startswith("1 Stage 1: The Big Idea 2 Stage 2: Decision Time 3")
    assert "guide.pdf" not in response.text


def test_what_an_edition_says_is_never_markup(client, edition):
    edition.stage_texts.update(purpose="<script>alert(1)</script>")
    edition.about = ["<script>alert(2)</script>"]
    edition.save()
    page = client.get(ADDRESS).text

    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 9
    assert page.count("&lt;script&gt;alert(2)&lt;/script&gt;") == 1
    assert "<script>alert" not in page


def test_queries_stay_flat(client, db, django_assert_num_queries):
    edition = make_edition()
    for number in (1, 2, 3):
        add_principle_and_level(edition, number)
        with django_assert_num_queries(5):
            client.get(ADDRESS)


def add_principle_and_level(edition, number):
    texts = {"edition": edition, "key": f"X-{number}", "position": number, "easy": "Easy."}
    Principle.objects.create(title="Honest", text="We say so.", **texts)
    SharingLevel.objects.create(name="We ask", meaning="We ask.", who_decides="They", **texts)
