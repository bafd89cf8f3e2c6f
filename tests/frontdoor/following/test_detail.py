from projects.conversation.models import Follower
from tests.factories import make_follower


def test_the_link_asks_once_more_and_the_button_confirms(client, project, url):
    _follower, code = make_follower(project, is_confirmed=False)
    page = client.get(f"/frontdoor/following/{code}/")
    assert "Do you want to hear from this project?" in page.text
    assert page["X-Robots-Tag"] == "noindex"
    for _press in range(2):
        client.post(f"/frontdoor/following/{code}/")

    assert Follower.objects.confirmed().count() == 1
    assert "You hear from this project" in client.get(f"/frontdoor/following/{code}/").text


def test_a_code_that_is_none_confirms_nobody(client, project, url):
    make_follower(project, is_confirmed=False)
    page = client.post(f"/frontdoor/following/{'A' * 12}/")

    assert page.status_code == 404
    assert "This link does not work any more" in page.text
    assert not Follower.objects.confirmed().exists()
