from projects.plan.models import CalendarFeed


def test_it_opens_nothing_any_more(client, signed_in, participant, url, address_of):
    address = address_of(participant)
    for _press in range(2):
        response = signed_in(participant).post(url + "feeds/stop/")

    assert response.url == url + "feeds/"
    assert client.get(address).status_code == 404
    assert not CalendarFeed.objects.exists()


def test_that_of_others_stays(client, signed_in, participant, lead, url, address_of):
    address = address_of(lead)
    signed_in(participant).post(url + "feeds/stop/")

    assert client.get(address).status_code == 200
