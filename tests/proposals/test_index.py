from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from proposals.models import Proposal
from tests.factories import make_member, make_organisation, make_proposal, make_user
from tests.hands import paper_hands_of

URL = "/proposals/"


def test_what_waits_stands_there_longest_first_with_how_long(signed_in, involvement, organisation):
    made = [make_proposal(organisation, idea=f"Idea {name}.")[0] for name in ("one", "two")]
    Proposal.objects.filter(pk=made[0].pk).update(
        proposed_on=timezone.localdate() - timedelta(days=3)
    )
    page = signed_in(involvement).get(URL).text

    assert page.index("Idea one.") < page.index("Idea two.")
    assert "It has waited 3 days." in page
    assert "It came today." in page


def test_an_answered_one_says_what_became_of_it(signed_in, involvement, proposal):
    proposal.refuse(by=involvement, because="So.")
    page = signed_in(involvement).get(URL).text

    assert "Nothing waits." in page
    assert "We said no" in page


@pytest.mark.parametrize(
    "who", ["lead", "participant", "observer", "administrator", "outsider", "other_involvement"]
)
def test_nobody_else_learns_of_it(request, signed_in, proposal, project, who):
    response = signed_in(request.getfixturevalue(who)).get(URL)

    assert response.status_code == (200 if who == "other_involvement" else 404)
    assert "Soft shoes" not in response.text


def test_nobody_is_asked_to_sign_in(proposal):
    assert Client().get(URL).url == f"/accounts/login/?next={URL}"


def test_a_code_on_paper_does_not_open_it(project, lead, involvement, proposal):
    member = make_member(project, user=make_user("Joan", email=None))
    client = paper_hands_of(member, by=lead)
    assert client.get(URL).status_code == 404
    assert client.get(proposal.get_absolute_url()).status_code == 404

    involvement.confined_to = project.pk
    assert not Proposal.objects.visible_to(involvement).exists()


def test_the_portfolio_says_how_many_wait_and_my_one_next_thing_is_to_answer(
    signed_in, involvement, proposal
):
    client = signed_in(involvement)
    assert "1 big idea waits for an answer" in client.get("/portfolio/").text
    home = client.get("/projects/").text
    assert "A big idea waits for an answer." in home
    assert f'href="{proposal.get_absolute_url()}"' in home

    Proposal.objects.update(proposed_on=timezone.localdate() - timedelta(days=4))
    assert "A big idea has waited 4 days for an answer." in client.get("/projects/").text
    proposal.refuse(by=involvement, because="So.")
    assert "A big idea" not in client.get("/projects/").text


def test_another_organisations_stay_with_it(signed_in, involvement, organisation):
    make_proposal(make_organisation(), idea="Theirs.")
    make_proposal(organisation, idea="Ours.")
    page = signed_in(involvement).get(URL).text

    assert ("Ours." in page, "Theirs." in page) == (True, False)
    assert "1 big idea waits" in signed_in(involvement).get("/portfolio/").text


def test_three_cost_as_many_queries_as_one_and_there_are_pages(
    signed_in, queries, involvement, organisation, lead, project
):
    client = signed_in(involvement)
    waits, done = (make_proposal(organisation)[0] for _one in range(2))
    done.join_to(project, by=involvement)
    one = queries(client, URL)
    for number in range(26):
        make_proposal(organisation)
        answered, _code = make_proposal(organisation, idea=f"Number {number:02}.")
        answered.join_to(project, by=involvement)
    assert queries(client, URL) == one

    assert "There are more." in client.get(URL).text
    assert "Number 00." in client.get(f"{URL}?page=2").text
