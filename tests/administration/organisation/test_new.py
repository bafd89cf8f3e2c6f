from accounts.models import Organisation
from administration.models import Act

ADDRESS = "/administration/organisation/new/"


def test_who_runs_the_website_adds_an_organisation(signed_in, superuser):
    data = {"name": "Valley Health", "colour": "#4b3a7a"}
    response = signed_in(superuser).post(ADDRESS, data)

    organisation = Organisation.objects.get(name="Valley Health")
    assert response.url == f"/administration/organisation/{organisation.pk}/"
    assert (Act.objects.get().organisation, Act.objects.get().by) == (organisation, superuser)


def test_before_the_first_one_the_overview_says_how_to_begin(signed_in, superuser):
    page = signed_in(superuser).get("/administration/").text

    assert "There is no organisation yet." in page
    assert f'href="{ADDRESS}"' in page


def test_an_administrator_of_one_organisation_adds_no_other(signed_in, administrator):
    client = signed_in(administrator)

    assert client.get(ADDRESS).status_code == 404
    assert client.post(ADDRESS, {"name": "Mine", "colour": "#000000"}).status_code == 404
    assert ADDRESS not in client.get("/administration/").text
    assert Organisation.objects.count() == 1
