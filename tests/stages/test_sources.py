from stages.models import Source
from tests.reading import Page

ADDRESS = "/stages/sources/"


def test_each_source_says_what_it_is_and_how_its_link_stands(client, first_edition):
    response = client.get(ADDRESS)
    page = Page(response)

    assert page.text("source-PSED") == (
        "Equality duty Link not checked Equality Act 2010, section 149, the public sector equality "
        "duty https://www.legislation.gov.uk/ukpga/2010/15/section/149"
    )
    assert response.text.count('id="source-') == 40


def test_a_source_shares_the_link_of_another(client, first_edition):
    page = client.get(ADDRESS).text
    link = Source.objects.get(key="NHSE-1").where

    assert page.count(f'href="{link}"') == 10
    assert "as NHSE-1" not in page


def test_an_address_is_a_link_only_when_it_is_one(client, edition):
    texts = {"edition": edition, "what": "A book", "link_status": "read"}
    Source.objects.create(
        key="BAD", short_name="Bad", where="javascript:alert(1)", position=1, **texts
    )
    Source.objects.create(
        key="BOOK", short_name="Book", where="<b>Look</b> it up", position=2, **texts
    )
    page = client.get(ADDRESS).text

    assert 'href="javascript' not in page
    assert "&lt;b&gt;Look&lt;/b&gt; it up" in page


def test_an_edition_without_sources_says_so(client, edition):
    assert "This edition of the guide names no sources." in client.get(ADDRESS).text


def test_before_an_edition_is_published(client, db):
    assert "no-edition" in Page(client.get(ADDRESS)).texts


def test_queries_stay_flat(client, edition, django_assert_num_queries):
    for number in (1, 2, 3):
        Source.objects.create(
            edition=edition,
            key=f"S-{number}",
            short_name="One",
            what="A law",
            where="as S-1",
            link_status="read",
            position=number,
        )
        with django_assert_num_queries(3):
            client.get(ADDRESS)
