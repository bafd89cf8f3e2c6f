import pytest
from django.utils import timezone

from tests.reading import Page


@pytest.fixture
def url(proposal):
    return f"{proposal.get_absolute_url()}agree/"


def test_a_lead_agrees_a_proposal(signed_in, lead, proposal, url):
    response = signed_in(lead).post(url, {"opened_at": proposal.version})

    proposal.refresh_from_db()
    assert response.url == proposal.get_absolute_url()
    assert (proposal.status, proposal.decided) == ("agreed", timezone.localdate().isoformat())
    assert proposal.project.activity.first().what == "agreed the decision"


@pytest.mark.parametrize(
    ("who", "status"),
    [("participant", 403), ("observer", 403), ("involvement", 403), ("outsider", 404)],
)
def test_others_may_not(request, signed_in, proposal, url, who, status):
    client = signed_in(request.getfixturevalue(who))
    response = client.post(url, {"opened_at": proposal.version})

    assert response.status_code == status
    proposal.refresh_from_db()
    assert proposal.status == "proposed"


def test_looking_at_the_address_agrees_nothing(signed_in, lead, proposal, url):
    assert signed_in(lead).get(url).status_code == 405
    proposal.refresh_from_db()
    assert proposal.status == "proposed"


def test_the_second_of_two_tabs_is_told(signed_in, lead, proposal, url):
    client, opened_at = signed_in(lead), proposal.version
    client.post(url, {"opened_at": opened_at})
    lines = proposal.project.activity.count()
    response = client.post(url, {"opened_at": opened_at}, follow=True)

    assert response.redirect_chain == [(proposal.get_absolute_url(), 302)]
    assert "This was agreed already. Nothing has changed." in response.text
    assert proposal.project.activity.count() == lines


def test_a_proposal_that_changed_while_it_was_read_is_read_again_first(
    signed_in, lead, participant, proposal, url
):
    opened_at = proposal.version
    proposal.change(by=participant, decision="The carers write it.")
    client = signed_in(lead)
    response = client.post(url, {"opened_at": opened_at})

    page = Page(response)
    assert response.status_code == 409
    assert "The carers write it." in page.text(f"decision-{proposal.pk}")
    proposal.refresh_from_db()
    assert proposal.status == "proposed"

    client.post(url, {"opened_at": page.values["opened_at"]})
    proposal.refresh_from_db()
    assert proposal.status == "agreed"


def test_without_a_version_nothing_is_agreed(signed_in, lead, proposal, url):
    assert signed_in(lead).post(url).status_code == 409
    proposal.refresh_from_db()
    assert proposal.status == "proposed"


def test_scripts_stay_text_when_it_is_read_again(signed_in, lead, proposal, url, scripts):
    texts = {name: text for name, text in scripts.items() if "script" in text}
    proposal.change(by=lead, **texts)
    response = signed_in(lead).post(url, {"opened_at": "1"})

    assert response.status_code == 409
    assert not [script for script in Page(response).scripts if "alert" in script]
    shown = [name for name in texts if f"&lt;script&gt;alert(&#39;{name}&#39;" in response.text]
    assert shown == list(texts)
