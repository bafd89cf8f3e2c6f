import pytest

from privacy.models import Statement, agreed, note_agreed


@pytest.fixture
def url(organisation):
    return f"/privacy/statements/{organisation.pk}/privacy/edit/"


def test_it_begins_with_the_first_words(signed_in, administrator, url):
    text = signed_in(administrator).get(url).text

    assert "What we keep about you" in text
    assert "Look at them first" in text
    assert "Publish these words" not in text


def test_first_they_are_looked_at_and_nothing_is_published(signed_in, administrator, url):
    said = {"text": "# A heading\n\nWords with [a gap].", "easy": "Easy.", "opened_at": "0"}
    text = signed_in(administrator).post(url, said).text

    assert "1 gap is still to be filled in:" in text
    assert "Publish these words" in text
    assert Statement.objects.count() == 0


def test_then_they_are_published_as_the_next_version(signed_in, administrator, organisation, url):
    client = signed_in(administrator)
    for number, words in enumerate(["First.", "Second."]):
        said = {"text": words, "easy": "", "opened_at": number, "publish": "yes"}
        assert client.post(url, said).url == "/privacy/statements/"

    versions = Statement.objects.values_list("number", "text", "by")
    assert list(versions) == [(2, "Second.", administrator.pk), (1, "First.", administrator.pk)]


def test_published_twice_is_published_once(signed_in, administrator, url):
    client = signed_in(administrator)
    said = {"text": "Words.", "easy": "", "opened_at": "0", "publish": "yes"}
    client.post(url, said)
    client.post(url, said | {"opened_at": "1"})

    assert Statement.objects.count() == 1


def test_nobody_publishes_over_words_they_have_not_seen(
    signed_in, administrator, organisation, url
):
    Statement.publish(organisation, "privacy", by=administrator, text="Meanwhile.")
    said = {"text": "Mine.", "easy": "", "opened_at": "0", "publish": "yes"}
    text = signed_in(administrator).post(url, said).text

    assert "Someone published version 1 while you were writing." in text
    assert ">Mine.</textarea>" in text
    assert list(Statement.objects.values_list("text", flat=True)) == ["Meanwhile."]


def test_empty_words_are_refused(signed_in, administrator, url):
    text = signed_in(administrator).post(url, {"text": "", "publish": "yes"}).text

    assert "Write something here." in text
    assert Statement.objects.count() == 0


@pytest.mark.parametrize("who", ["lead", "involvement", "outsider", "other_involvement"])
def test_nobody_else_finds_it(signed_in, request, project, url, who):
    person = request.getfixturevalue(who)
    said = {"text": "Mine.", "opened_at": "0", "publish": "yes"}

    assert signed_in(person).post(url, said).status_code == 404
    assert Statement.objects.count() == 0


def test_a_kind_that_is_not_there_is_a_404(signed_in, administrator, organisation):
    address = f"/privacy/statements/{organisation.pk}/weather/edit/"

    assert signed_in(administrator).get(address).status_code == 404


def test_agreeing_keeps_the_version_of_that_day(organisation, participant, administrator):
    first = note_agreed(participant, organisation)
    assert (first.statement.number, first.statement.by) == (1, None)
    assert note_agreed(participant, organisation) == first
    Statement.publish(organisation, "privacy", by=administrator, text="New words.")
    second = note_agreed(participant, organisation)

    assert second.statement.text == "New words."
    assert agreed(participant, organisation) == second
    assert agreed(administrator, organisation) is None
