import pytest
from django.test import Client

from proposals.models import Proposal
from tests.factories import make_project


@pytest.fixture
def url(code):
    return f"/proposals/follow/{code}/"


def test_while_it_waits_it_says_so_and_shows_what_they_wrote(client, proposal, url):
    page = client.get(url).text

    assert "It waits for the involvement team." in page
    assert "The ward is loud at night." in page
    assert "joan@collab.example" not in page


def test_small_letters_and_spaces_do_no_harm(client, code, proposal):
    spaced = f"{code[:4]} {code[4:8]} {code[8:]}".lower()
    assert client.get(f"/proposals/follow/{spaced}/").status_code == 200


def test_only_a_digest_of_the_code_is_kept(code, proposal):
    assert code not in str(Proposal.objects.values().get())


def test_a_wrong_code_is_not_found_and_many_stop(client, settings, proposal):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"join_wrong_code": "2/5m/ip"}
    said = [client.get("/proposals/follow/ABCDEFGHJKMN/").status_code for _try in range(3)]

    assert said == [404, 404, 429]


def test_a_no_tells_why(client, involvement, proposal, url):
    proposal.refuse(by=involvement, because="The shoes are slippery.")
    page = client.get(url).text

    assert "We said no on" in page
    assert "The shoes are slippery." in page
    assert involvement.name not in page


def test_a_yes_leads_to_the_project_once_it_is_public(client, lead, involvement, proposal, url):
    project = proposal.accept("A quiet ward", by=involvement, lead=lead, reply="Well done.")
    page = client.get(url).text
    assert ("Well done." in page, "A quiet ward" in page) == (True, False)

    project.publish(by=lead)
    assert f'href="/frontdoor/{project.pk}/"' in client.get(url).text


def test_what_became_of_the_idea_in_a_project_stands_there(
    client, lead, involvement, organisation, proposal, url
):
    project = make_project(organisation, "Nights", by=lead)
    proposal.join_to(project, by=involvement)
    proposal.became.becomes("not_used", by=lead, because="Too slippery.")
    page = client.get(url).text

    assert "gave it to a project" in page
    assert "Too slippery." in page
    assert "Nights" not in page


def test_they_learn_whether_someone_looked_at_how_to_reach_them(
    client, signed_in, involvement, proposal, url
):
    assert "Nobody has looked at how to reach you." in client.get(url).text
    signed_in(involvement).get(f"{proposal.get_absolute_url()}contact/")
    assert "has looked at how to reach you." in Client().get(url).text
