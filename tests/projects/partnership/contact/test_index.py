import pytest

from projects.partnership.models import ContactWish
from tests.factories import make_member, make_user
from tests.hands import paper_hands_of


@pytest.fixture
def url(base, project):
    ContactWish.leave(project, words="Qleads: ring Ann", to="leads")
    ContactWish.leave(project, words="Qteam: ring Bo", to="involvement")
    return f"{base}/contact/"


def test_each_reads_only_what_was_for_them(signed_in, lead, involvement, url):
    to_leads, to_team = signed_in(lead).get(url).text, signed_in(involvement).get(url).text

    assert ("Qleads" in to_leads, "Qteam" in to_leads) == (True, False)
    assert ("Qleads" in to_team, "Qteam" in to_team) == (False, True)


def test_nobody_else(signed_in, participant, observer, outsider, other_involvement, url):
    for person in (participant, observer, outsider, other_involvement):
        assert signed_in(person).get(url).status_code == 404


def test_not_with_a_code_on_paper(project, lead, url):
    place = make_member(project, "lead", user=make_user("Lee Lead", email=None))
    response = paper_hands_of(place, by=lead).get(url)

    assert "Qleads" not in response.text
    assert response.status_code != 200


def test_nobody_waits(signed_in, lead, base):
    assert "Nobody waits at the moment." in signed_in(lead).get(f"{base}/contact/").text
