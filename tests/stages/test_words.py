from stages.models import Word
from tests.reading import Page

ADDRESS = "/stages/words/"


def test_each_word_is_explained(client, first_edition):
    page = client.get(ADDRESS).text

    assert "<dt>Carer</dt><dd>Someone who looks after a family member or friend without" in page
    assert page.count("<dt>") == 17


def test_a_word_is_never_markup(client, edition):
    Word.objects.create(edition=edition, word="<b>Bold</b>", meaning="Thick.", position=1)

    assert "<dt>&lt;b&gt;Bold&lt;/b&gt;</dt>" in client.get(ADDRESS).text


def test_an_edition_without_words_says_so(client, edition):
    assert "This edition of the guide has no word list." in client.get(ADDRESS).text


def test_before_an_edition_is_published(client, db):
    assert "no-edition" in Page(client.get(ADDRESS)).texts


def test_queries_stay_flat(client, edition, django_assert_num_queries):
    for number in (1, 2, 3):
        Word.objects.create(edition=edition, word="Word", meaning="Meaning.", position=number)
        with django_assert_num_queries(3):
            client.get(ADDRESS)
