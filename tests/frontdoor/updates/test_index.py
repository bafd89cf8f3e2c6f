import pytest

from tests.factories import make_update
from tests.reading import Page


@pytest.fixture
def url(project, lead):
    project.publish(by=lead)
    return f"/frontdoor/{project.pk}/updates/"


def test_only_what_is_for_anyone_stands_there(client, project, url):
    make_update(project, "For anyone", audience="public")
    make_update(project, "For followers", audience="followers")
    make_update(project, "For the team")
    make_update(project, "A draft", audience="public", is_sent=False)
    page = client.get(url).text

    seen = [name for name in ("anyone", "followers", "the team") if f"For {name}" in page]
    assert seen == ["anyone"]
    assert "A draft" not in page


def test_a_correction_stands_beside_the_words_that_were_wrong(client, lead, project, url):
    update = make_update(project, "The clinic", text="At nine.", audience="public")
    update.correct(by=lead, text="At ten.", because="A slip.")

    for page in (url, f"/frontdoor/{project.pk}/"):
        row = Page(client.get(page)).text(f"update-{update.pk}")
        assert "At nine. Corrected: At ten." in " ".join(row.split())


def test_an_empty_page_says_so(client, url):
    assert "The team has not told anything to everyone yet." in client.get(url).text


def test_what_is_not_published_is_not_there(client, lead, project, url):
    make_update(project, audience="public")
    project.take_down(by=lead)

    assert client.get(url).status_code == 404
    assert client.get(f"/frontdoor/{2**63}/updates/").status_code == 404


def test_three_rows_cost_no_more_than_one(client, project, url, queries):
    make_update(project, audience="public")
    one = queries(client, url)
    make_update(project, audience="public")
    make_update(project, audience="public")
    assert queries(client, url) == one
