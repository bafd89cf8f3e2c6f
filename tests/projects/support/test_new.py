import pytest
from django.core import mail

from outbox.models import Message
from projects.models import Support
from tests.factories import make_user


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/support/new/"


def test_a_member_names_someone_of_the_team(signed_in, participant, lead, member, project, url):
    place = project.memberships.get(user=lead)
    response = signed_in(participant).post(url, {"helper": place.pk, "email": ""})

    support = Support.objects.get()
    assert response.url == support.get_absolute_url()
    assert (support.member, support.helper, support.named_by) == (member, lead, participant)
    assert support.agreed_at is None
    message = Message.objects.get(to=lead)
    assert (message.at_once, message.url) == (
        True,
        f"/projects/{project.pk}/support/{support.pk}/agree/",
    )
    assert "Ben Participant takes part in a project" in message.text
    assert "Ben" not in message.subject


def test_an_address_that_we_know_is_that_person(signed_in, participant, helper, url):
    signed_in(participant).post(url, {"email": helper.email.upper()})

    support = Support.objects.get()
    assert (support.helper, support.digest) == (helper, "")
    assert not Message.objects.get(to=helper).is_secret


def test_a_new_address_gets_a_secret_link_and_no_account_yet(signed_in, participant, url):
    signed_in(participant).post(url, {"email": "new@collab.example"})

    support = Support.objects.get()
    assert (support.helper, support.email) == (None, "new@collab.example")
    message = Message.objects.get(address="new@collab.example")
    assert (message.is_secret, message.text, message.at_once) == (True, "", True)
    [letter] = mail.outbox
    assert letter.to == ["new@collab.example"]
    assert "/projects/support/asked/" in letter.body
    assert "Ben" not in letter.subject


def test_pressed_twice_is_asked_once(signed_in, participant, helper, url):
    client = signed_in(participant)
    client.post(url, {"email": helper.email})
    client.post(url, {"email": helper.email})
    client.post(url, {"email": "new@collab.example"})
    client.post(url, {"email": "new@collab.example"})

    assert Support.objects.count() == 2
    assert Message.objects.count() == 2


def test_a_lead_writes_it_down_for_someone_without_e_mail(signed_in, lead, moira, helper, url):
    client = signed_in(lead)
    typed = {"member": moira.pk, "email": helper.email}
    assert "Ask them first, then tick this." in client.post(url, typed).text
    assert Support.objects.count() == 0

    client.post(url, typed | {"asked": "on"})
    support = Support.objects.get()
    assert (support.member, support.named_by, support.is_written_down) == (moira, lead, True)


def test_nobody_names_a_helper_for_a_member_with_e_mail_or_as_a_participant(
    signed_in, lead, participant, member, moira, helper, url
):
    typed = {"email": helper.email, "asked": "on"}
    refused = signed_in(lead).post(url, typed | {"member": member.pk})
    assert "Choose one of these." in refused.text
    signed_in(participant).post(url, typed | {"member": moira.pk})

    assert [support.member for support in Support.objects.all()] == [member]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"email": ""}, "Choose someone in the team, or write one e-mail address."),
        ({"email": "someone"}, "e-mail"),
        ({"email": "OWN"}, "This is the same person. Choose another."),
    ],
)
def test_what_is_wrong_is_said(signed_in, participant, url, typed, said):
    typed = {name: value.replace("OWN", participant.email) for name, value in typed.items()}
    response = signed_in(participant).post(url, typed)

    assert response.status_code == 200
    assert said in response.text.split("<form")[1]
    assert Support.objects.count() == 0


def test_nobody_fills_the_post_of_strangers(signed_in, participant, url):
    client = signed_in(participant)
    for number in range(5):
        client.post(url, {"email": f"one{number}@collab.example"})
    refused = client.post(url, {"email": "six@collab.example"})

    assert "There are 5 helpers already." in refused.text
    assert Support.objects.count() == 5


def test_who_may_name_a_helper(signed_in, observer, involvement, outsider, url):
    make_user()
    for person, status in ((observer, 403), (involvement, 403), (outsider, 404)):
        client = signed_in(person)
        assert client.get(url).status_code == status
        assert client.post(url, {"email": "a@collab.example"}).status_code == status
    assert Support.objects.count() == 0


def test_nobody_has_us_write_to_strangers_without_end(signed_in, participant, url):
    """Ended and asked again: the helpers that someone has at once are few all the time."""
    client = signed_in(participant)
    for number in range(12):
        answer = client.post(url, {"email": f"new{number}@collab.example"})
        for support in Support.objects.lasting():
            client.post(f"{support.get_absolute_url()}{support.pk}/end/")

    assert answer.status_code == 429
    assert len(mail.outbox) == 10
