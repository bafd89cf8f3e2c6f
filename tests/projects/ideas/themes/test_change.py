import pytest

from projects.ideas.models import Theme
from tests.reading import Page


@pytest.fixture
def url(theme):
    return f"/projects/{theme.project_id}/ideas/themes/{theme.pk}/change/"


@pytest.fixture
def typed(theme):
    return {"name": "Sound", "about": "Loud and soft.", "opened_at": str(theme.version)}


def test_a_lead_rewords_it(signed_in, lead, theme, url, typed):
    client = signed_in(lead)
    assert Page(client.get(url)).values["about"] == "What is too loud."
    for _one in range(2):
        assert client.post(url, typed).status_code == 302

    theme.refresh_from_db()
    assert (theme.name, theme.about) == ("Sound", "Loud and soft.")
    assert theme.project.activity.filter(what="changed the theme").count() == 1


def test_two_at_once_and_both_texts_are_shown(signed_in, lead, participant, theme, url, typed):
    theme.change(by=participant, name="Din")
    client = signed_in(lead)
    response = client.post(url, typed)

    page = Page(response)
    assert response.status_code == 409
    assert "What you wrote Sound What is there now Din" in page.text("meanwhile")
    again = {name: page.values[name] for name in typed}
    assert client.post(url, again).status_code == 302
    assert Theme.objects.get().name == "Sound"


def test_a_name_that_is_taken_is_refused_in_words(signed_in, lead, project, theme, url, typed):
    Theme.add(project, by=lead, name="Sound")
    page = Page(signed_in(lead).post(url, typed))

    assert "There is a theme of this name already." in page.text("id_name-error")


def test_taken_away_meanwhile_it_can_be_added_again(signed_in, lead, project, theme, url, typed):
    Theme.objects.get().take_away(by=lead)
    client = signed_in(lead)
    response = client.post(url, typed)

    page, new = Page(response), f"/projects/{project.pk}/ideas/themes/new/"
    assert response.status_code == 409
    assert new in page.actions
    client.post(new, {name: page.values[name] for name in typed})
    assert project.themes.get().name == "Sound"
    assert "taken away already" in client.get(url, follow=True).text


def test_one_that_never_was_is_not_found(signed_in, lead, project, typed):
    url = f"/projects/{project.pk}/ideas/themes/999/change/"

    assert signed_in(lead).post(url, typed).status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
def test_others_may_not(signed_in, others, url, typed, method):
    assert others(signed_in, method, url, typed) == [403, 403, 403, 404]
    assert Theme.objects.get().name == "Noise"
