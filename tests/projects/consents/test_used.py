import pytest

from outbox.models import Message
from projects.consents.models import Consent, ConsentUse
from projects.consents.wording import Use
from tests.factories import make_member

POSTER = "100% of the poster in the library"


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/consents/used/"


@pytest.fixture
def photo(member):
    return Consent.give(member, Use.PUBLIC_PHOTO, by=member.user)


def test_a_lead_sees_who_said_yes_to_what(signed_in, lead, joan, photo, url):
    Consent.withdraw(joan, Use.PHOTO, by=lead, how="said")
    page = signed_in(lead).get(url).text
    inside, public = page.split("A photo in public</h2>")

    assert "Ben Participant" in public and "Ben Participant" not in inside
    assert inside.count("Nobody has said yes.") == 2
    assert "Joan" not in page


def test_where_it_was_used_is_written_down_and_the_person_reads_it(signed_in, lead, photo, url):
    response = signed_in(lead).post(url, {"what": POSTER, "whose": [photo.pk]})

    assert response.url == url
    assert POSTER in signed_in(lead).get(url).text
    page = signed_in(photo.membership.user).get("/projects/sharing/").text
    assert f"{POSTER}. Written down by Asha Lead." in page


def test_pressed_twice_is_written_down_once(signed_in, lead, photo, url):
    for _press in range(2):
        signed_in(lead).post(url, {"what": POSTER, "whose": [photo.pk]})

    assert ConsentUse.objects.count() == 1


def test_only_what_someone_said_yes_to_can_be_chosen(signed_in, lead, member, photo, url):
    Consent.give(member, Use.NAME, by=member.user)
    name = Consent.objects.get(use=Use.NAME)
    page = signed_in(lead).post(url, {"what": POSTER, "whose": [name.pk]}).text
    Consent.withdraw(member, Use.PUBLIC_PHOTO, by=member.user)
    signed_in(lead).post(url, {"what": POSTER, "whose": [photo.pk]})

    assert "nhsuk-error-summary" in page
    assert ConsentUse.objects.count() == 0


def test_taken_back_tells_the_leads_and_says_where_to_take_it_down(signed_in, lead, photo, url):
    Consent.shown([photo], what=POSTER, by=lead)
    Consent.withdraw(photo.membership, Use.PUBLIC_PHOTO, by=photo.membership.user)
    page = signed_in(lead).get(url).text
    told = Message.objects.get()

    assert "Taken back: please take it down where you can" in page
    assert POSTER in page
    assert (told.to, told.subject) == (lead, "Someone has taken back a yes")
    assert "Ben" not in told.text


def test_a_name_that_is_taken_back_is_left_out_by_itself_and_tells_nobody(member, participant):
    Consent.give(member, Use.NAME, by=participant)
    Consent.withdraw(member, Use.NAME, by=participant)

    assert Message.objects.count() == 0


def test_only_leads(signed_in, participant, observer, involvement, outsider, url):
    answers = [
        signed_in(one).get(url).status_code
        for one in (participant, observer, involvement, outsider)
    ]

    assert answers == [403, 403, 403, 404]


def test_one_and_three_cost_the_same(signed_in, queries, lead, project, photo, url):
    Consent.shown([photo], what=POSTER, by=lead)
    client = signed_in(lead)
    with_one = queries(client, url)
    for _more in range(2):
        member = make_member(project)
        consent = Consent.give(member, Use.PUBLIC_PHOTO, by=member.user)
        Consent.shown([consent], what=POSTER, by=lead)

    assert queries(client, url) == with_one
