import pytest

from accounts.models import PrivateRead
from outbox.models import Message
from projects.payment.models import Claim
from tests.factories import make_claim, make_member, make_user
from tests.projects.team.papers import text_of


@pytest.fixture
def claim(project, participant, keeper):
    return make_claim(project, person=participant, what="A taxi home", amount=8)


@pytest.fixture
def url(claim):
    return claim.get_absolute_url()


def test_whoever_looks_after_it_says_what_became_of_it_and_the_member_is_told(
    signed_in, keeper, participant, claim, url
):
    client = signed_in(keeper)
    for _press in range(2):
        client.post(url, {"status": "passed_on", "because": ""})

    claim.refresh_from_db()
    assert (claim.status, claim.changed_by) == ("passed_on", keeper)
    message = Message.objects.get(to=participant)
    assert (message.at_once, message.subject) == (True, "News about something you asked for")
    assert "has been passed on" in message.text
    assert "taxi" not in message.text and "8" not in message.text.split("claim of")[0]
    assert "Passed on" in signed_in(participant).get(url).text


def test_if_it_is_not_paid_they_are_told_why(signed_in, keeper, participant, claim, url):
    client = signed_in(keeper)
    assert "Say why. They wait for it." in client.post(url, {"status": "not_paid"}).text
    client.post(url, {"status": "not_paid", "because": "We pay for buses. Bring the ticket."})

    assert "Bring the ticket." in signed_in(participant).get(url).text
    assert "ticket" not in Message.objects.get(to=participant).text


def test_no_account_number_in_the_reason_either(signed_in, keeper, claim, url):
    typed = {"status": "not_paid", "because": "Account 12345678 is wrong."}

    assert "we never keep such numbers here" in signed_in(keeper).post(url, typed).text
    claim.refresh_from_db()
    assert (claim.status, claim.because) == ("asked", "")


def test_each_look_of_the_keeper_is_noted_and_ones_own_is_not(signed_in, keeper, participant, url):
    signed_in(participant).get(url)
    assert PrivateRead.objects.count() == 0
    signed_in(keeper).get(url)

    read = PrivateRead.objects.get()
    assert (read.reader, read.of, read.what) == (keeper, participant, "what you claim")


def test_the_member_changes_no_status(signed_in, participant, claim, url):
    signed_in(participant).post(url, {"status": "paid"})

    claim.refresh_from_db()
    assert claim.status == "asked"


def test_nobody_else_sees_it(signed_in, project, observer, involvement, outsider, claim, url):
    other_lead = make_member(project, "lead", "carer", user=make_user()).user
    for person in (observer, involvement, outsider, other_lead):
        for method in ("get", "post"):
            response = getattr(signed_in(person), method)(url, {"status": "paid"})
            assert response.status_code == 404
    claim.refresh_from_db()
    assert claim.status == "asked"


def test_someone_without_e_mail_gets_a_letter(signed_in, keeper, project):
    member = make_member(project, user=make_user("Pat", email=None))
    member.user.change(way="post", post_to="1 The Street")
    claim = make_claim(project, person=member.user, what="A taxi home")
    signed_in(keeper).post(claim.get_absolute_url(), {"status": "paid"})
    letter = signed_in(keeper).get(f"/projects/{project.pk}/exports/post.pdf")
    said = " ".join(text_of(letter.content).split())

    assert "has been paid." in said
    assert "A taxi home" not in said


def test_a_claim_taken_back_meanwhile_changes_nothing(signed_in, keeper, claim):
    late = Claim.objects.get(pk=claim.pk)
    claim.take_back()

    with pytest.raises(Claim.DoesNotExist):
        late.turn("paid", by=keeper)
    assert Message.objects.filter(to=claim.person).count() == 0
