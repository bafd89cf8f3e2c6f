import re

import pytest

from projects.ideas.models import Theme
from tests import factories
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/ideas/"


def ideas_on(response):
    found = [re.fullmatch(r"idea-(\d+)", id_) for id_ in Page(response).texts]
    return [int(match[1]) for match in found if match]


@pytest.mark.parametrize("who", ["lead", "participant", "observer", "involvement"])
def test_each_idea_stands_in_its_givers_words_with_what_became_of_it(
    request, signed_in, url, idea, lead, who
):
    idea.becomes("not_used", by=lead, because="The lease forbids it.")
    page = Page(signed_in(request.getfixturevalue(who)).get(url))

    said = page.text(f"idea-{idea.pk}")
    assert said.startswith(
        "A quiet corner. Not used, because… The lease forbids it. Ben Participant, "
    )


def test_what_waits_at_the_door_and_what_was_refused_is_not_there(signed_in, url, project, lead):
    waits, refused, inside = (factories.make_received(project) for _one in range(3))
    refused.refuse(by=lead, because="It names a person.")
    inside.let_in(by=lead)
    response = signed_in(lead).get(url)

    assert ideas_on(response) == [inside.pk]
    assert waits.text not in response.text


def test_ideas_gather_under_their_themes_what_has_none_first(
    signed_in, url, project, lead, theme, idea, from_session
):
    food = Theme.add(project, by=lead, name="Food")
    last, first = factories.make_idea(project, "Soup."), factories.make_idea(project, "Cake.")
    last.put_under(food, by=lead)
    from_session.put_under(theme, by=lead)
    response = signed_in(lead).get(url)

    assert ideas_on(response) == [first.pk, idea.pk, from_session.pk, last.pk]
    page = Page(response)
    headings = ("theme-none", f"theme-{theme.pk}", f"theme-{food.pk}")
    assert [page.text(id_) for id_ in headings] == ["No theme yet", "Noise", "Food"]


def test_filters_stand_in_the_address(signed_in, url, lead, theme, idea, from_session):
    client = signed_in(lead)
    from_session.put_under(theme, by=lead)
    idea.becomes("used", by=lead)
    found = {
        query: ideas_on(client.get(f"{url}?{query}"))
        for query in (f"theme={theme.pk}", "theme=none", "status=used", "way=session",
                      "way=session&status=used", "status=nonsense&theme=999&way=%00")
    }  # fmt: skip

    assert found == {
        f"theme={theme.pk}": [from_session.pk],
        "theme=none": [idea.pk],
        "status=used": [idea.pk],
        "way=session": [from_session.pk],
        "way=session&status=used": [],
        "status=nonsense&theme=999&way=%00": [idea.pk, from_session.pk],
    }


def test_htmx_gets_the_list_alone(signed_in, url, lead, idea):
    text = signed_in(lead).get(url, headers={"HX-Request": "true"}).text

    assert text.lstrip().startswith('<section id="found"')
    assert '<p id="status" hx-swap-oob="innerHTML">1 idea</p>' in text


def test_me_toos_are_counted_nowhere(signed_in, url, lead, idea, participant, observer):
    before = signed_in(observer).get(url).text
    idea.me_too(by=lead)
    idea.me_too(by=participant)

    assert without_tokens(signed_in(observer).get(url).text) == without_tokens(before)


def without_tokens(text):
    return re.sub(r'(nonce|value)="[^"]*"', "", text)


def test_an_empty_page_says_what_belongs_here_and_how_to_begin(signed_in, url, observer, lead):
    text = signed_in(lead).get(url).text
    assert "No ideas yet" in text
    assert "Begin with one of your own." in text
    assert "Begin with one of your own." not in signed_in(observer).get(url).text


def test_a_closed_project_offers_nothing_to_press(signed_in, url, project, lead, idea):
    project.turn("complete", by=lead, because="Done.")
    response = signed_in(lead).get(url)

    assert ideas_on(response) == [idea.pk]
    assert "Me too" not in response.text
    assert f"{url}new/" not in response.text


def test_scripts_stay_text(signed_in, url, project, lead):
    factories.make_idea(project, "<script>alert(1)</script>")
    response = signed_in(lead).get(url)

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in response.text
    assert not [script for script in Page(response).scripts if "alert" in script]


def test_easy_words(signed_in, url, lead, idea):
    lead.change(wording="easy")

    assert "What people want, in their own words." in signed_in(lead).get(url).text


def test_one_idea_and_three_and_five_hundred_cost_the_same(
    signed_in, url, project, lead, idea, queries, many
):
    client = signed_in(lead)
    of_all = queries(client, url)
    project.ideas.exclude(pk=idea.pk).delete()
    of_one = queries(client, url)
    factories.make_idea(project).me_too(by=lead)
    factories.make_session(project, ideas=["Softer doors."])

    assert queries(client, url) == of_one == of_all


def test_all_on_one_page_to_print(signed_in, url, lead, many, queries):
    client = signed_in(lead)
    text = client.get(f"{url}?way=public").text
    assert 'href="?way=public&amp;all=yes"' in text

    assert len(ideas_on(client.get(f"{url}?way=public&all=yes"))) == 125
    assert queries(client, f"{url}?all=yes") == queries(client, url)


def test_a_page_holds_25_and_the_next_begins_where_it_ended(signed_in, url, lead, many):
    client = signed_in(lead)
    first, second = (ideas_on(client.get(f"{url}?page={page}")) for page in (1, 2))

    assert (len(first), len(second), set(first) & set(second)) == (25, 25, set())
    text = client.get(f"{url}?status=not_used").text
    assert "100 ideas" in text
    assert 'href="?status=not_used&amp;page=2"' in text
