import pytest


@pytest.fixture
def url(theme):
    return f"/projects/{theme.project_id}/ideas/themes/{theme.pk}/take-away/"


def test_it_asks_first_and_the_ideas_stay(signed_in, lead, project, idea, theme, url):
    idea.put_under(theme, by=lead)
    client = signed_in(lead)
    assert "1 idea is under it. It stays, without a theme." in client.get(url).text
    assert project.themes.exists()
    response = client.post(url, follow=True)

    assert "“Noise” is taken away. Its ideas stay." in response.text
    idea.refresh_from_db()
    assert (idea.theme, project.themes.exists()) == (None, False)
    assert "taken away already" in client.post(url, follow=True).text


@pytest.mark.parametrize("method", ["get", "post"])
def test_others_may_not(signed_in, others, project, url, method):
    assert others(signed_in, method, url) == [403, 403, 403, 404]
    assert project.themes.exists()
