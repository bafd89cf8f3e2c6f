import re

from projects.plan.models import CalendarFeed


def test_the_code_is_kept_nowhere(client, participant, project, address_of):
    address = address_of(participant)
    code = address.split("/")[-2]

    kept = CalendarFeed.objects.values().get()
    assert code not in str(kept)
    assert client.get(address).status_code == 200
    assert not project.activity.filter(what__contains="calendar").exists()


def test_sent_twice_it_is_one_address_and_a_new_one_ends_the_old(client, participant, address_of):
    first = address_of(participant)
    assert address_of(participant) == first
    second = address_of(participant, mark="two")

    assert second != first
    assert (client.get(first).status_code, client.get(second).status_code) == (404, 200)


def test_an_observer_of_the_team_may_and_who_oversees_may_not(
    signed_in, observer, involvement, url, address_of
):
    assert address_of(observer)
    assert signed_in(involvement).post(url + "feeds/make/").status_code == 403
    assert CalendarFeed.objects.count() == 1


def test_a_press_on_a_phone_opens_it_in_its_calendar(signed_in, participant, url):
    page = signed_in(participant).post(url + "feeds/make/", {"mark": "one"}).text

    [place] = re.findall(r"http://(testserver/projects/plan/feeds/\w+/calendar\.ics)", page)
    assert f'href="webcal://{place}"' in page
