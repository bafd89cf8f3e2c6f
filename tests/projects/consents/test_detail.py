import pytest

from projects.consents.models import Consent
from projects.consents.wording import Use


@pytest.fixture
def url(project, joan):
    return f"/projects/{project.pk}/consents/{joan.pk}/"


def test_a_lead_writes_down_what_someone_without_e_mail_said(signed_in, lead, joan, project, url):
    response = signed_in(lead).post(url, {"name": "yes", "photo": "no", "how": "paper"})

    assert response.url == url
    name, photo = Consent.objects.filter(membership=joan).order_by("use")
    assert (name.use, name.stands, name.how, name.by) == (Use.NAME, True, "paper", lead)
    assert (photo.use, photo.stands, photo.withdrawn_by) == (Use.PHOTO, False, lead)
    page = signed_in(lead).get(url).text
    assert "Told us on paper; Asha Lead wrote it down." in page


def test_how_they_said_it_is_asked(signed_in, lead, url):
    assert "Choose one." in signed_in(lead).post(url, {"name": "yes"}).text
    assert Consent.objects.count() == 0


def test_nobody_answers_for_someone_who_can_themselves(
    signed_in, lead, observer, participant, involvement, outsider, member, project, url
):
    typed = {"name": "yes", "how": "said"}
    with_email = f"/projects/{project.pk}/consents/{member.pk}/"
    assert signed_in(lead).post(with_email, typed).status_code == 403
    for person in (observer, participant, involvement):
        assert signed_in(person).post(url, typed).status_code == 403
    assert signed_in(outsider).post(url, typed).status_code == 404
    assert Consent.objects.count() == 0


def test_ones_own_is_the_page_for_oneself(signed_in, participant, member, project):
    own = f"/projects/{project.pk}/consents/"
    assert signed_in(participant).get(f"{own}{member.pk}/").url == own
