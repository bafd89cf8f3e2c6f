import re

import pytest
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time

from accounts.models import PrivateRead
from projects.models import PersonalCode
from tests import factories


@pytest.fixture
def member(project):
    """A carer without e-mail."""
    person = factories.make_user("Rose Paper", email=None)
    return factories.make_member(project, "participant", "carer", user=person)


@pytest.fixture
def url(project, member):
    return reverse("team:code", args=[project.pk, member.pk])


def printed(response):
    [code] = re.findall(r"\b[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}\b", response.text)
    return code


def sign_in(code, **more):
    client = Client()
    response = client.post(reverse("join:index"), {"code": code, **more})
    return client, response


def test_the_card_says_the_address_as_people_type_it(signed_in, lead, url):
    assert ">testserver/join</strong>" in signed_in(lead).post(url).text


def test_a_lead_makes_a_code_and_the_member_signs_in_with_it(signed_in, lead, project, member, url):
    code = printed(signed_in(lead).post(url))
    client, response = sign_in(f" {code.lower().replace(' ', '-')} ")

    assert response.url == project.get_absolute_url()
    assert client.get(project.get_absolute_url()).status_code == 200
    member.code.refresh_from_db()
    assert member.code.last_used_at is not None


def test_the_code_is_shown_once_and_kept_as_a_digest_only(signed_in, lead, member, url):
    client = signed_in(lead)
    code = printed(client.post(url))

    assert code not in client.get(url).text
    assert code.replace(" ", "") not in str(vars(PersonalCode.objects.get()))


def test_a_new_code_stops_the_old_one_and_ends_its_sessions(signed_in, lead, project, url):
    first = printed(signed_in(lead).post(url))
    client, _response = sign_in(first)
    second = printed(signed_in(lead).post(url))

    assert client.get(project.get_absolute_url()).status_code == 302
    assert sign_in(first)[1].status_code != 302
    assert sign_in(second)[1].url == project.get_absolute_url()


def test_looking_at_the_page_makes_nothing(signed_in, lead, url):
    assert signed_in(lead).get(url).status_code == 200
    assert PersonalCode.objects.count() == 0


def test_the_team_sees_that_a_code_was_made(signed_in, lead, project, url):
    signed_in(lead).post(url)

    line = project.activity.latest("version")
    assert (line.actor, line.what) == (lead, "made a code for signing in for")


def test_the_code_opens_this_project_and_no_other_of_the_person(
    signed_in, lead, project, member, url
):
    other = factories.make_project(project.organisation, "Elsewhere", edition=project.edition)
    factories.make_member(other, user=member.user)
    client, _response = sign_in(printed(signed_in(lead).post(url)))

    assert client.get(other.get_absolute_url()).status_code == 404
    assert "Elsewhere" not in client.get("/projects/").text
    assert project.title in client.get("/projects/").text


def test_it_gives_no_more_than_the_membership(signed_in, lead, project, member, url, item):
    client, _response = sign_in(printed(signed_in(lead).post(url)))

    ticked = client.post(reverse("checklist:answer", args=[project.pk, item.pk]), {"value": "done"})
    assert ticked.status_code == 302
    assert client.get(reverse("decisions:new", args=[project.pk])).status_code == 403
    item.refresh_from_db()
    assert item.answered_by == member.user


def test_someone_who_looks_after_others_never_signs_in_with_paper(
    signed_in, lead, project, member, url
):
    code = printed(signed_in(lead).post(url))
    client, _response = sign_in(code)
    project.organisation.involvement_team.add(member.user)

    assert client.get(project.get_absolute_url()).status_code == 302
    assert sign_in(code)[1].status_code != 302
    assert signed_in(lead).post(url).status_code == 404


@pytest.mark.parametrize("change", [{"email": "rose@collab.example"}, {"is_active": False}])
def test_it_ends_with_an_e_mail_address_or_the_account(
    signed_in, lead, project, member, url, change
):
    code = printed(signed_in(lead).post(url))
    client, _response = sign_in(code)
    member.user.change(**change)

    assert client.get(project.get_absolute_url()).status_code == 302
    assert sign_in(code)[1].status_code != 302


def test_it_ends_with_leaving_the_team(signed_in, lead, project, member, url):
    code = printed(signed_in(lead).post(url))
    client, _response = sign_in(code)
    member.leave(by=lead)

    assert client.get(project.get_absolute_url()).status_code == 302
    assert sign_in(code)[1].status_code != 302


def test_at_a_shared_computer_it_lasts_two_hours(signed_in, lead, url):
    code = printed(signed_in(lead).post(url))

    with freeze_time():
        assert sign_in(code)[0].session.get_expiry_age() == 2 * 3600
        assert sign_in(code, own_device="on")[0].session.get_expiry_age() == 30 * 24 * 3600


def test_members_with_e_mail_have_none(signed_in, lead, project, participant):
    place = project.memberships.get(user=participant)

    assert signed_in(lead).get(f"/projects/{project.pk}/team/{place.pk}/code/").status_code == 404


@pytest.mark.parametrize(
    ("who", "status"), [("participant", 403), ("involvement", 403), ("outsider", 404)]
)
def test_only_a_lead_makes_one(signed_in, request, url, who, status):
    person = request.getfixturevalue(who)

    assert signed_in(person).post(url).status_code == status
    assert PersonalCode.objects.count() == 0


def test_the_whole_account_stays_closed(signed_in, lead, member, url):
    client, _response = sign_in(printed(signed_in(lead).post(url)))

    expected = {"/privacy/me/": 403, "/accounts/sessions/": 404, "/accounts/2fa/": 404}
    assert {address: client.get(address).status_code for address in expected} == expected
    assert PrivateRead.objects.count() == 0
