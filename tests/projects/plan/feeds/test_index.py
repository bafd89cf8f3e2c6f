from projects.models import Membership, PersonalCode
from projects.plan.models import CalendarFeed
from tests.factories import make_member, make_user


def test_what_it_is_and_one_button(signed_in, participant, url):
    said = signed_in(participant).get(url + "feeds/").text

    assert "Make my address" in said and "End my address" not in said


def test_the_address_itself_is_not_shown_again(signed_in, participant, place, url):
    code = CalendarFeed.make(place, mark="one")
    said = signed_in(participant).get(url + "feeds/").text

    assert "You have an address, made on" in said and "End my address" in said
    assert code not in said


def test_who_oversees_has_none(signed_in, involvement, url):
    said = signed_in(involvement).get(url + "feeds/").text

    assert "Only people in the team have a calendar here." in said
    assert not Membership.objects.filter(user=involvement).exists()


def test_with_a_code_on_paper_no_address_is_made_and_one_that_is_there_can_be_ended(
    client, project, lead, url
):
    member = make_member(project, user=make_user("Pat", email=None))
    client.post("/join/", {"code": PersonalCode.make(member, by=lead)})
    said = client.get(url + "feeds/").text
    assert "You came in with a code on paper" in said and "Put it in my calendar" in said
    assert "feeds/make/" not in said

    refused = client.post(url + "feeds/make/", {"mark": "one"})
    assert (refused.status_code, CalendarFeed.objects.count()) == (403, 0)
    assert "You came in with a code on paper" in refused.text

    CalendarFeed.make(member, mark="before they had a card")
    assert "End my address" in client.get(url + "feeds/").text
    client.post(url + "feeds/stop/")
    assert not CalendarFeed.objects.exists()
