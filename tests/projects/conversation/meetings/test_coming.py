import pytest

from tests import factories
from tests.reading import Page


@pytest.fixture
def address(url):
    return f"{url}coming/"


def test_a_lead_writes_down_what_somebody_told_them(
    signed_in, lead, project, meeting, address, url
):
    on_paper = factories.make_user("Pat Paper", email=None)
    member = factories.make_member(project, user=on_paper)
    response = signed_in(lead).post(address, {"member": member.pk, "answer": "no"}, follow=True)

    assert "Written down for Pat Paper" in response.text
    said = meeting.coming.get()
    assert (said.member, said.answer, said.hand.typed_by) == (member, "no", lead)
    assert not said.hand.lasts
    shown = Page(signed_in(lead).get(url)).text("who")
    assert "Cannot come: 1 Pat Paper (written down by Asha Lead)" in shown


def test_their_own_answer_is_their_own(signed_in, lead, project, meeting, address):
    mine = project.memberships.get(user=lead)
    signed_in(lead).post(address, {"member": mine.pk, "answer": "yes"})

    assert meeting.coming.get().hand is None


@pytest.mark.parametrize("answer", ["", "perhaps"])
def test_what_is_wrong_is_said(signed_in, lead, place, meeting, address, answer):
    response = signed_in(lead).post(address, {"member": place.pk, "answer": answer})

    assert "Choose one" in Page(response).text("id_answer-error")
    assert not meeting.coming.exists()


def test_others_may_not(refuses, address):
    refuses(address)
