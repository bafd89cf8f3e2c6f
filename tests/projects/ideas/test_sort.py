import pytest

from projects.ideas.models import Theme
from tests import factories
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/ideas/sort/"


@pytest.fixture
def food(project, lead):
    return Theme.add(project, by=lead, name="Food")


def row(idea, theme, was=None):
    return {f"was-{idea.pk}": was.pk if was else "", f"theme-{idea.pk}": theme.pk if theme else ""}


@pytest.mark.parametrize("who", ["lead", "participant"])
def test_many_ideas_in_one_press_and_one_line_of_what_happened(
    request, signed_in, project, idea, from_session, theme, food, url, who
):
    third = factories.make_idea(project)
    typed = row(idea, theme) | row(from_session, food) | row(third, None)
    response = signed_in(request.getfixturevalue(who)).post(url, typed)

    assert response.url == f"{url}?theme=none"
    found = {one.pk: one.theme for one in project.ideas.all()}
    assert found == {idea.pk: theme, from_session.pk: food, third.pk: None}
    line = project.activity.first()
    assert (line.what, line.subject) == ("sorted under themes", "2 ideas")
    idea.refresh_from_db()
    third.refresh_from_db()
    assert (idea.version, third.version < line.version) == (line.version, True)


def test_what_has_no_theme_waits_here_and_the_rest_can_be_asked_for(
    signed_in, lead, idea, from_session, theme, url
):
    from_session.put_under(theme, by=lead)
    client = signed_in(lead)
    first, other = Page(client.get(url)), Page(client.get(f"{url}?theme={theme.pk}"))

    assert (f"idea-{idea.pk}" in first.texts, f"idea-{from_session.pk}" in first.texts) == (
        True, False,
    )  # fmt: skip
    assert other.values[f"theme-{from_session.pk}"] == str(theme.pk)
    assert other.values[f"was-{from_session.pk}"] == str(theme.pk)


def test_only_what_the_person_moved_is_written(
    signed_in, lead, participant, project, idea, from_session, theme, food, url
):
    """Somebody put the other idea under a theme meanwhile: the form with no theme changes none."""
    from_session.put_under(food, by=participant)
    signed_in(lead).post(url, row(idea, theme) | row(from_session, None))

    from_session.refresh_from_db()
    assert from_session.theme == food


def test_both_moved_one_idea_and_nothing_is_lost(
    signed_in, lead, participant, project, idea, from_session, theme, food, url
):
    from_session.put_under(food, by=participant)
    client = signed_in(lead)
    response = client.post(url, row(idea, theme) | row(from_session, theme))

    assert response.status_code == 409
    page = Page(response)
    assert page.text("meanwhile").startswith("Someone else was sorting too 1 idea is sorted.")
    assert "It is under “Food” now." in page.text(f"idea-{from_session.pk}")
    from_session.refresh_from_db()
    idea.refresh_from_db()
    assert (from_session.theme, idea.theme) == (food, theme)
    names = (f"was-{from_session.pk}", f"theme-{from_session.pk}")
    again = {name: page.values[name] for name in names}
    assert again == {names[0]: str(food.pk), names[1]: str(theme.pk)}
    assert client.post(url, again).status_code == 302
    from_session.refresh_from_db()
    assert from_session.theme == theme


def test_the_same_choice_twice_is_no_difference(
    signed_in, lead, participant, idea, theme, project, url
):
    idea.put_under(theme, by=participant)
    lines = project.activity.count()
    response = signed_in(lead).post(url, row(idea, theme), follow=True)

    assert "Nothing has changed." in response.text
    assert project.activity.count() == lines


def test_a_theme_that_is_gone_is_chosen_by_nobody(signed_in, lead, idea, theme, food, url):
    gone = row(idea, theme)
    theme.take_away(by=lead)
    response = signed_in(lead).post(url, gone)

    assert response.status_code == 409
    assert "It is under no theme now." in response.text
    idea.refresh_from_db()
    assert idea.theme is None


def test_what_is_of_another_project_or_nonsense_moves_nothing(
    signed_in, lead, project, idea, theme, url
):
    other = factories.make_project(project.organisation, by=lead)
    theirs, waits = factories.make_idea(other), factories.make_received(project)
    typed = row(theirs, theme) | row(waits, theme)
    typed |= {"theme-0": "1", "theme-x": "y", f"theme-{idea.pk}": "9" * 30, "theme-": "\x00"}
    response = signed_in(lead).post(url, typed)

    assert response.status_code == 302
    for one in (theirs, waits, idea):
        one.refresh_from_db()
        assert one.theme is None


def test_with_nothing_to_sort_it_says_so(signed_in, lead, url):
    assert "Nothing is waiting to be sorted here." in signed_in(lead).get(url).text


def test_one_idea_and_three_and_five_hundred_cost_the_same(
    signed_in, project, lead, idea, queries, many, url
):
    client, everything = signed_in(lead), f"{url}?theme="
    of_all = queries(client, everything)
    moved = row(many[3], many[0].theme) | row(many[6], None, many[6].theme)
    saving_two = queries(client, url, moved)
    project.ideas.exclude(pk=idea.pk).delete()
    client.get(everything)  # which says that two ideas are sorted
    of_one = queries(client, everything)
    assert queries(client, url, row(idea, project.themes.first())) <= saving_two
    client.get(everything)
    for _one in range(2):
        factories.make_idea(project)

    assert queries(client, everything) == of_one == of_all


def test_others_may_not(signed_in, observer, involvement, outsider, idea, theme, url):
    people = (observer, involvement, outsider)

    assert [signed_in(one).post(url, row(idea, theme)).status_code for one in people] == [
        403, 403, 404,
    ]  # fmt: skip
