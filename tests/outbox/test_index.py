from datetime import timedelta

import pytest
from django.utils import timezone

from outbox.models import Envelope, Message, Round
from outbox.packing import pack_at_once
from tests import factories

ADDRESS = "/outbox/"


@pytest.fixture
def trouble(project):
    """`trouble(state, code)` is an e-mail to a member that did not get through."""

    def make(state="given_up", code="550", **more):
        person = factories.make_member(project).user
        more = {"subject": "Something for you", "text": "The words of it."} | more
        message = Message.write(to=person, about=project, at_once=True, **more)
        pack_at_once(timezone.now(), only=[message.pk])
        envelope = Envelope.objects.get(messages=message)
        envelope.take()
        Envelope.objects.filter(pk=envelope.pk).update(
            state=state, problem=code, failing_since=timezone.now(), tries=1
        )
        return Envelope.objects.get(pk=envelope.pk)

    return make


@pytest.mark.parametrize("who", ["lead", "involvement", "outsider", "other_lead"])
def test_for_everyone_else_it_is_not_there(signed_in, request, who):
    assert signed_in(request.getfixturevalue(who)).get(ADDRESS).status_code == 404


def test_it_shows_what_failed_why_and_since_when(signed_in, administrator, trouble):
    envelope = trouble()
    page = signed_in(administrator).get(ADDRESS).text

    assert "These did not arrive" in page
    assert envelope.masked in page
    assert "There is no such mailbox, or it does not want our e-mail." in page
    assert "Something for you" in page


def test_it_shows_no_address_no_name_and_no_text(signed_in, administrator, trouble):
    envelope = trouble(secret=True, text="814253")
    page = signed_in(administrator).get(ADDRESS).text

    shown = (envelope.to.email, envelope.to.name, "814253", "The words of it.")
    assert [words for words in shown if words in page] == []


def test_another_organisation_s_administrator_sees_nothing_of_it(signed_in, trouble):
    elsewhere = factories.make_organisation()
    ada = factories.make_user()
    elsewhere.administrators.add(ada)
    envelope = trouble()
    client = signed_in(ada)

    assert envelope.masked not in client.get(ADDRESS).text
    assert client.post(ADDRESS, {"envelope": envelope.pk}).status_code == 404
    envelope.refresh_from_db()
    assert envelope.state == "given_up"


def test_a_code_to_a_member_is_seen_by_the_administrator_of_their_organisation(
    signed_in, administrator, participant
):
    message = Message.write(to=participant, address=participant.email, subject="Numbers", text="1")
    pack_at_once(timezone.now(), only=[message.pk])
    Envelope.objects.update(state="given_up", problem="550")

    assert "p•••@c•••.example" in signed_in(administrator).get(ADDRESS).text


def test_try_again_now(signed_in, administrator, trouble):
    envelope = trouble()
    response = signed_in(administrator).post(ADDRESS, {"envelope": envelope.pk, "what": "again"})
    envelope.refresh_from_db()

    assert (response.url, envelope.state, envelope.tries) == (ADDRESS, "waiting", 0)


def test_it_arrived(signed_in, administrator, trouble):
    envelope = trouble(state="unsure", code="killed")
    client = signed_in(administrator)
    assert "Our program was ended just as it handed the e-mail over." in client.get(ADDRESS).text
    client.post(ADDRESS, {"envelope": envelope.pk, "what": "arrived"})
    envelope.refresh_from_db()

    assert (envelope.state, envelope.done_by) == ("sent", administrator)


def test_it_arrived_is_only_for_what_nobody_is_sure_of(signed_in, administrator, trouble):
    envelope = trouble()
    signed_in(administrator).post(ADDRESS, {"envelope": envelope.pk, "what": "arrived"})
    envelope.refresh_from_db()

    assert envelope.state == "given_up"


def test_no_number_changes_nothing(signed_in, administrator):
    client = signed_in(administrator)

    for number in ("", "many", "9" * 30):
        assert client.post(ADDRESS, {"envelope": number}).url == ADDRESS


def test_it_says_when_nothing_sends_any_more(signed_in, administrator):
    client = signed_in(administrator)
    assert "Nothing has ever been sent from here." in client.get(ADDRESS).text

    Round.went()
    assert "E-mail is being sent." in client.get(ADDRESS).text
    Round.objects.update(at=timezone.now() - timedelta(minutes=11))
    assert "Nothing sends our e-mail at the moment" in client.get(ADDRESS).text
    Round.went(problem="535")
    page = client.get(ADDRESS).text
    assert "No e-mail leaves at the moment" in page
    assert "The mail server does not know our name or password. Look at EMAIL_URL." in page


def test_three_cost_as_many_queries_as_one(signed_in, administrator, trouble, queries):
    client = signed_in(administrator)
    for state in ("unsure", "given_up", "waiting"):
        trouble(state)
    first = queries(client, ADDRESS)
    for state in ("unsure", "given_up", "waiting"):
        trouble(state), trouble(state)

    assert queries(client, ADDRESS) == first
