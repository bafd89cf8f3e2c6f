import pytest

from tests import factories
from tests.reading import Page


@pytest.fixture
def url(source):
    return f"/projects/{source.project_id}/evidence/{source.pk}/"


@pytest.mark.parametrize("who", ["lead", "participant", "observer", "involvement"])
def test_all_that_is_known_of_it(request, signed_in, source, url, who):
    response = signed_in(request.getfixturevalue(who)).get(url)
    text = " ".join(response.text.split())

    assert "<h1>What visitors told us</h1>" in text
    assert "The room is loud." in text
    assert "Asha Lead on" in text
    assert ("Change this source" in text) == (who in ("lead", "participant"))
    assert ("Take it away" in text) == (who == "lead")


@pytest.mark.parametrize("who", ["outsider", "other_lead", "other_involvement"])
def test_others_learn_nothing(request, signed_in, url, who):
    assert signed_in(request.getfixturevalue(who)).get(url).status_code == 404


def test_the_link_says_where_it_leads(signed_in, lead, project):
    source = factories.make_source(project, by=lead, link="https://nhs.example.org/a?b=1&c=2")
    text = signed_in(lead).get(source.get_absolute_url()).text

    link = '<a href="https://nhs.example.org/a?b=1&amp;c=2" rel="noopener noreferrer">'
    assert f"{link}Read it on nhs.example.org</a>" in text


def test_a_site_that_only_looks_like_another_is_told_apart(project, lead):
    source = factories.make_source(project, by=lead, link="https://аpple.example/")  # not an a

    assert source.host == "xn--pple-43d.example"


def test_a_file_with_its_words(signed_in, participant, with_file):
    file = with_file.files.get()
    page = Page(signed_in(participant).get(with_file.get_absolute_url()))

    assert page.text(f"file-{file.pk}").startswith(
        "notes.txt Plain text, 17 bytes In words: What three visitors said. Added by Asha Lead on"
    )


def test_a_file_that_was_taken_away_says_who_did_it(signed_in, participant, with_file):
    file = with_file.files.get()
    with_file.take_file_away(file, by=participant)
    response = signed_in(participant).get(with_file.get_absolute_url())

    assert (
        Page(response)
        .text(f"file-{file.pk}")
        .startswith("notes.txt Ben Participant took this file away on")
    )
    assert f"/files/{file.pk}/" not in response.text


def test_where_it_was_brought_from_is_a_link_for_those_who_may_follow_it(
    signed_in, lead, participant, project, earlier
):
    type(earlier).bring(project, [earlier], by=lead)
    here = project.sources.get()

    link = f'<a href="{earlier.get_absolute_url()}">The old clinic</a>'
    assert link in signed_in(lead).get(here.get_absolute_url()).text
    text = signed_in(participant).get(here.get_absolute_url()).text
    assert "The old clinic" in text
    assert earlier.get_absolute_url() not in text


def test_one_file_and_three_cost_the_same(signed_in, lead, with_file, queries):
    client, url = signed_in(lead), with_file.get_absolute_url()
    one = queries(client, url)
    for number in range(2):
        with_file.add_file(factories.make_upload(f"{number}.txt"), by=lead)

    assert queries(client, url) == one
