import pytest

from outbox.models import Message
from proposals.models import Proposal
from tests.factories import make_proposal


@pytest.fixture
def refuse(url):
    return f"{url}refuse/"


def test_a_no_has_its_reason_and_the_reason_reaches_them(signed_in, involvement, refuse):
    client = signed_in(involvement)
    assert "Write something here." in client.post(refuse, {"because": ""}).text
    assert Proposal.objects.get().is_waiting
    page = client.post(refuse, {"because": "The shoes are slippery."}, follow=True).text

    assert "We tell the person who proposed it." in page
    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.reply, proposal.answered_by) == (
        "refused",
        "The shoes are slippery.",
        involvement,
    )
    message = Message.objects.get(address="joan@collab.example")
    assert "The shoes are slippery." in message.text
    assert "slippery" not in message.subject


@pytest.mark.parametrize(
    ("left", "said"),
    [
        ({"reach": "01632 960001"}, "please tell them yourself"),
        ({}, "They can read it with their code."),
    ],
)
def test_whoever_cannot_be_written_to_is_named_to_the_one_who_answers(
    signed_in, involvement, organisation, left, said
):
    proposal, _code = make_proposal(organisation, **left)
    url = f"{proposal.get_absolute_url()}refuse/"

    assert said in signed_in(involvement).post(url, {"because": "So."}, follow=True).text


def test_the_second_answer_changes_nothing_and_tells_nobody(signed_in, involvement, refuse):
    client = signed_in(involvement)
    client.post(refuse, {"because": "First."})
    client.post(refuse, {"because": "Second."})

    assert Proposal.objects.get().reply == "First."
    assert Message.objects.filter(address="joan@collab.example").count() == 1
