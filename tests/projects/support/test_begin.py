import pytest

from projects.models import Hand


@pytest.fixture
def url(support):
    return f"/projects/{support.project_id}/support/{support.pk}/begin/"


def test_from_then_on_the_helper_writes_for_the_member(
    signed_in, helper, project, member, support, url
):
    client = signed_in(helper)
    response = client.post(url)

    assert response.url == project.get_absolute_url()
    hand = Hand.objects.get()
    assert (hand.how, hand.typed_by, hand.member, hand.support) == (
        "help",
        helper,
        member,
        support,
    )
    assert "You are helping Ben Participant." in client.get(response.url).text


def test_again_is_the_same_hand(signed_in, helper, url):
    client = signed_in(helper)
    client.post(url)
    client.post(url)

    assert Hand.objects.count() == 1


def test_the_next_thing_is_the_member_s(signed_in, helper, lead, member, item, url):
    item.give(member, by=lead)
    client = signed_in(helper)

    assert "You said you would look at this" in client.get(client.post(url).url).text


def test_nobody_else_begins(signed_in, participant, lead, outsider, involvement, support, url):
    for person in (participant, lead, outsider, involvement):
        assert signed_in(person).post(url).status_code == 404
    assert Hand.objects.count() == 0


def test_not_before_both_have_agreed_and_not_after_it_has_ended(
    signed_in, helper, participant, support, url
):
    support.end(by=participant)

    assert signed_in(helper).post(url).status_code == 404
