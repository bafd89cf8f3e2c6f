import pytest

from tests import factories
from tests.reading import Page


@pytest.fixture
def url(idea):
    return f"{idea.get_absolute_url()}put-under/"


@pytest.mark.parametrize("who", ["lead", "participant"])
def test_under_a_theme_and_out_again(request, signed_in, idea, theme, url, who):
    client = signed_in(request.getfixturevalue(who))
    response = client.post(url, {"theme": theme.pk})
    idea.refresh_from_db()
    assert (response.url, idea.theme) == (idea.get_absolute_url(), theme)

    assert Page(client.get(url)).values["theme"] == str(theme.pk)
    client.post(url, {"theme": ""})
    idea.refresh_from_db()
    assert idea.theme is None


def test_pressed_twice_it_is_one_line(signed_in, lead, project, theme, url):
    client = signed_in(lead)
    for _one in range(2):
        client.post(url, {"theme": theme.pk})

    assert project.activity.filter(what="put under a theme the idea").count() == 1


def test_a_theme_of_another_project_is_none(signed_in, lead, project, idea, url):
    other = factories.make_project(project.organisation, by=lead)
    theirs = other.themes.create(name="Theirs")
    response = signed_in(lead).post(url, {"theme": theirs.pk})

    assert response.status_code == 422
    assert "Choose one of these." in response.text


def test_others_may_not(signed_in, observer, involvement, outsider, theme, url):
    people = (observer, involvement, outsider)

    assert [signed_in(one).post(url, {"theme": theme.pk}).status_code for one in people] == [
        403, 403, 404,
    ]  # fmt: skip
