import pytest

from tests.factories import make_group, make_member, make_session
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/team/groups/"


def test_it_says_in_words_who_is_not_here_and_who_could_ask(signed_in, lead, group, url):
    page = Page(signed_in(lead).get(url))

    assert page.text("gaps") == (
        "Who is not here yet? Young carers: Nobody of this group is in the team yet. Nobody has "
        "written down yet that we heard from them. Who could ask them: The carers' centre"
    )


def test_a_group_that_is_here_and_was_heard_is_no_gap(signed_in, lead, project, url):
    here = make_group(project, "Day staff", here="yes")
    make_session(project, group=here, how_many=3)
    page = Page(signed_in(lead).get(url))

    assert "gaps" not in page.texts
    assert page.text(f"group-{here.pk}").startswith("Day staff In the team Heard in 1 session.")
    assert " 3 " not in page.text(f"group-{here.pk}")


def test_small_numbers_stay_unsaid(signed_in, lead, project, url):
    for _number in range(6):
        make_member(project, perspective="carer")
    text = signed_in(lead).get(url).text

    assert "In the team now: 6 carers; fewer than 5 members of staff." in text


def test_an_empty_page_says_how_to_begin(signed_in, lead, observer, url):
    assert "No group is in the list yet" in signed_in(lead).get(url).text
    text = signed_in(observer).get(url).text
    assert "Anyone who takes part can add a group." in text
    assert "Add a group</a>" not in text


def test_suggestions_come_from_the_big_idea_first_and_not_twice(signed_in, lead, project, url):
    project.affected = "Young carers, night staff and taxi drivers"
    project.save(update_fields=["affected"])
    make_group(project, "Young carers")
    page = Page(signed_in(lead).get(url)).text("suggestions")

    assert page.index("Night staff") < page.index("Taxi drivers") < page.index("Carers and fam")
    assert "Young carers" not in page


def test_sentences_of_the_big_idea_are_no_suggestions(signed_in, lead, project, url):
    project.affected = "Everyone who has ever sat in this room and waited for a very long time. Us."
    project.save(update_fields=["affected"])

    assert "Everyone who has" not in signed_in(lead).get(url).text


def test_one_press_adds_a_suggestion_and_a_second_press_changes_nothing(
    signed_in, participant, project, url
):
    client = signed_in(participant)
    for _press in range(2):
        response = client.post(url + "new/", {"name": "Carers and families"})

    group = project.groups.get()
    assert response.url == f"{url}#group-{group.pk}"
    assert (group.name, group.here) == ("Carers and families", "")


def test_the_team_page_says_it_in_short_and_links_here(signed_in, observer, project, group, url):
    make_group(project, "Night staff")
    page = Page(signed_in(observer).get(f"/projects/{project.pk}/team/"))

    said = page.text("missing")
    assert "Nobody is here yet from: Young carers." in said
    assert "We do not know yet whether someone is here from: Night staff." in said
    assert f'href="{url}"' in signed_in(observer).get(f"/projects/{project.pk}/team/").text


def test_one_and_three_groups_ask_the_same(signed_in, lead, project, group, url, queries):
    client = signed_in(lead)
    client.get(url)
    one = queries(client, url)
    for _number in range(2):
        make_group(project)

    assert queries(client, url) == one
