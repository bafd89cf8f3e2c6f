from accounts.models import PrivateRead
from proposals.models import ContactRead
from tests.factories import make_proposal


def test_each_look_is_written_down_once_a_day(signed_in, involvement, proposal, url):
    client = signed_in(involvement)
    for _look in range(2):
        page = client.get(f"{url}contact/").text

    assert "joan@collab.example" in page
    assert "01632 960001" in page
    [look] = ContactRead.objects.all()
    assert (look.reader, look.proposal) == (involvement, proposal)


def test_someone_with_an_account_is_told_who_looked(
    signed_in, involvement, participant, organisation
):
    proposal, _code = make_proposal(organisation, by=participant)
    page = signed_in(involvement).get(f"{proposal.get_absolute_url()}contact/").text

    assert participant.name in page
    assert participant.email not in page
    assert PrivateRead.objects.get().of == participant
    assert "what you proposed" in signed_in(participant).get("/privacy/me/").text


def test_where_nothing_was_left_nothing_is_noted(signed_in, involvement, organisation):
    proposal, _code = make_proposal(organisation)
    page = signed_in(involvement).get(f"{proposal.get_absolute_url()}contact/").text

    assert "Nothing is here" in page
    assert ContactRead.objects.count() == 0
