from projects.models import Membership
from projects.plan.models import CalendarFeed


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
