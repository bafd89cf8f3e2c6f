import pytest

from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/ideas/themes/new/"


def test_a_lead_adds_a_theme_and_twice_is_once(signed_in, lead, project, url):
    client, typed = signed_in(lead), {"name": "Food", "about": "What we eat."}
    answers = [client.post(url, typed).url for _one in range(2)]

    assert answers == [f"/projects/{project.pk}/ideas/themes/"] * 2
    assert list(project.themes.values_list("name", "about")) == [("Food", "What we eat.")]


def test_a_name_that_is_taken_loses_nothing_that_was_typed(signed_in, lead, theme, url):
    page = Page(signed_in(lead).post(url, {"name": "Noise", "about": "Something else."}))

    assert "There is a theme of this name already." in page.text("id_name-error")
    assert page.values["about"] == "Something else."


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Write something here."),
        ("n" * 151, "This is too long: 151 letters. Use 150 or fewer."),
        ("nul\x00l", "There is a sign in this text that nobody can see."),
    ],
)
def test_what_is_wrong_is_said(signed_in, lead, project, url, name, said):
    assert said in Page(signed_in(lead).post(url, {"name": name})).text("id_name-error")
    assert not project.themes.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_others_may_not(signed_in, others, project, url, method):
    assert others(signed_in, method, url, {"name": "Food"}) == [403, 403, 403, 404]
    assert not project.themes.exists()
