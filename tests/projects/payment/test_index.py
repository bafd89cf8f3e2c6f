import pytest

from projects.models import Support
from tests.factories import make_claim, make_offer, make_rate, make_user
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/payment/"


@pytest.mark.parametrize("who", ["lead", "participant", "observer", "involvement"])
def test_everyone_reads_what_is_offered(request, signed_in, project, organisation, url, who):
    make_rate(organisation, what="A meeting", amount="25")
    offer = make_offer(project, expenses="Your bus fare.", how_long="Two weeks")
    page = Page(signed_in(request.getfixturevalue(who)).get(url))

    assert page.text(f"offer-{offer.pk}") == (
        "For your time A meeting: £25.00 for a meeting Costs we pay Your bus fare. "
        "How long it takes Two weeks"
    )


def test_empty_it_says_what_belongs_here(signed_in, lead, participant, url):
    assert "Begin with what your organisation pays" in signed_in(lead).get(url).text
    assert "Ask a lead to write it down." in signed_in(participant).get(url).text


def test_one_sees_ones_own_claims_and_nobody_elses(
    signed_in, participant, observer, involvement, project, keeper, url
):
    make_claim(project, person=participant, what="A taxi home")

    assert "A taxi home" in signed_in(participant).get(url).text
    for person in (observer, involvement, keeper):
        assert "A taxi home" not in signed_in(person).get(url).text
    assert "1 claim of others is not finished." in signed_in(keeper).get(url).text


def test_whoever_helps_does_not_see_what_the_member_claims(
    signed_in, participant, project, keeper, url
):
    make_claim(project, person=participant, what="A taxi home")
    helper = make_user("Hal Helper")
    member = project.memberships.get(user=participant)
    support = Support.ask(member, by=participant, helper=helper)
    support.agree(by=helper)
    client = signed_in(helper)
    client.post(f"/projects/{project.pk}/support/{support.pk}/begin/")

    assert "A taxi home" not in client.get(url).text


def test_a_code_on_paper_shows_no_claims(project, lead, keeper, client, url):
    from projects.models import PersonalCode
    from tests.factories import make_member

    member = make_member(project, user=make_user("Pat", email=None))
    make_claim(project, person=member.user, what="A taxi home")
    code = PersonalCode.make(member, by=lead)
    client.post("/join/", {"code": code})
    text = client.get(url).text

    assert "A taxi home" not in text
    assert "You came in with a code on paper" in text


def test_one_and_three_claims_ask_the_same(signed_in, participant, project, keeper, url, queries):
    client = signed_in(participant)
    make_claim(project, person=participant)
    client.get(url)
    one = queries(client, url)
    for _number in range(2):
        make_claim(project, person=participant)

    assert queries(client, url) == one
