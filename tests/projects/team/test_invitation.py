import pytest

from tests.factories import make_invitation


@pytest.fixture
def invitation(project):
    return make_invitation(project, name="Joan", email="joan@collab.example", phone="01632 960111")[
        0
    ]


@pytest.fixture
def url(invitation):
    return f"/projects/{invitation.project_id}/team/invitation/{invitation.pk}/"


def test_those_who_may_invite_see_who_has_not_arrived_and_how_to_reach_them(
    signed_in, lead, involvement, url
):
    for person in (lead, involvement):
        page = signed_in(person).get(url).text
        assert "joan@collab.example" in page
        assert "Ring 01632 960111" in page


def test_an_answered_invitation_has_no_page(signed_in, lead, invitation, url):
    invitation.decline("No time.")

    assert signed_in(lead).get(url).status_code == 404


def test_others_do_not_see_it(signed_in, participant, outsider, other_lead, url):
    assert signed_in(participant).get(url).status_code == 403
    for person in (outsider, other_lead):
        assert signed_in(person).get(url).status_code == 404


def test_an_invitation_of_another_project_is_not_found(signed_in, other_lead, invitation):
    other = other_lead.memberships.get().project
    url = f"/projects/{other.pk}/team/invitation/{invitation.pk}/"

    assert signed_in(other_lead).get(url).status_code == 404


SURFACES = (
    "",
    "team/",
    "activity/",
    "exports/",
    "exports/summary/",
    "checklist/",
    "decisions/",
    "whats-open/",
)


def test_no_other_member_sees_the_name_or_the_address_anywhere(
    signed_in, participant, observer, lead, project, invitation
):
    make_invitation(project, name="Zebedee Marker", post_to="7 Marker Lane")
    marks = ("Joan", "joan@collab.example", "01632 960111", "Zebedee", "Marker Lane")
    shown = signed_in(lead).get(f"/projects/{project.pk}/team/").text
    assert "Joan" in shown and "Zebedee Marker" in shown

    for person in (participant, observer):
        client = signed_in(person)
        for surface in SURFACES:
            page = client.get(f"/projects/{project.pk}/{surface}")
            assert page.status_code == 200
            assert [mark for mark in marks if mark in page.text] == [], surface
        assert [mark for mark in marks if mark in client.get("/projects/").text] == []


def test_nobody_says_yes_to_what_they_wrote_themselves(signed_in, outsider, involvement, project):
    _asked, code = make_invitation(project, by=involvement)
    address = f"/join/invitation/{code}/accept/"
    typed = {"agreed": "on", "mark": "a mark"}

    assert signed_in(involvement).post(address, typed).status_code == 403
    assert not project.memberships.filter(user=involvement).exists()
    assert signed_in(outsider).post(address, typed).status_code == 302
    assert project.memberships.filter(user=outsider).exists()
