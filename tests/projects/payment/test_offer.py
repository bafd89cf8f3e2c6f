import pytest

from projects.payment.models import PaymentOffer
from tests.factories import make_offer, make_rate
from tests.reading import Page

TYPED = {"pays": "rates", "expenses": "Your bus fare.", "ask": "Asha", "opened_at": "0"}


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/payment/offer/"


def test_a_lead_takes_over_what_the_organisation_pays(signed_in, lead, project, organisation, url):
    make_rate(organisation, what="A meeting", amount="25")
    client = signed_in(lead)
    assert "A meeting: £25.00 for a meeting" in client.get(url).text
    for _press in range(2):
        assert client.post(url, TYPED).url == f"/projects/{project.pk}/payment/"

    offer = PaymentOffer.objects.get()
    assert offer.in_words == "A meeting: £25.00 for a meeting.\nYour bus fare.\nWho to ask: Asha"
    lines = [line.what for line in project.activity.all()]
    assert lines.count("wrote down what is offered:") == 1


def test_the_invitation_begins_with_it(signed_in, lead, project):
    make_offer(project, pays="own", paid="Ten pounds for an afternoon.")
    page = Page(signed_in(lead).get(f"/projects/{project.pk}/team/invite/"))

    assert page.values["offer"].strip() == "Ten pounds for an afternoon."


def test_the_notice_begins_with_it(signed_in, lead, project):
    make_offer(project, pays="nothing", paid="Our money ended in March.")
    page = Page(signed_in(lead).get(f"/projects/{project.pk}/team/poster/"))

    said = page.values["offer"].strip()
    assert said.splitlines() == ["We cannot pay for your time.", "Our money ended in March."]


def test_something_of_our_own_says_what(signed_in, lead, url):
    page = signed_in(lead).post(url, TYPED | {"pays": "own"}).text

    assert "Write what you pay." in page
    assert PaymentOffer.objects.count() == 0


def test_two_leads_at_once_both_texts_are_shown(signed_in, lead, project, url):
    make_offer(project, expenses="Taxis.")
    client = signed_in(lead)
    response = client.post(url, TYPED)

    page = Page(response)
    assert response.status_code == 409
    assert "What is there now Taxis." in page.text("meanwhile")
    client.post(url, TYPED | {"opened_at": page.values["opened_at"]})
    assert PaymentOffer.objects.get().expenses == "Your bus fare."


def test_who_may(signed_in, participant, involvement, outsider, url):
    for person, status in ((participant, 403), (involvement, 403), (outsider, 404)):
        assert signed_in(person).post(url, TYPED).status_code == status
    assert PaymentOffer.objects.count() == 0
