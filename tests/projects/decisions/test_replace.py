import pytest

from projects.decisions.models import Decision
from tests.reading import Page


@pytest.fixture
def url(agreed):
    return f"{agreed.get_absolute_url()}replace/"


def test_a_lead_replaces_a_decision(signed_in, lead, project, agreed, url, fields):
    response = signed_in(lead).post(url, fields)

    agreed.refresh_from_db()
    assert (agreed.status, agreed.decision) == ("replaced", "Yes.")
    assert (agreed.newer.status, agreed.newer.decision) == ("agreed", "We open at nine.")
    assert response.url == agreed.newer.get_absolute_url()
    assert project.activity.first().what == "replaced a decision with"


@pytest.mark.parametrize(
    ("who", "status"),
    [("participant", 403), ("observer", 403), ("involvement", 403), ("outsider", 404)],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_may_not(request, signed_in, agreed, url, fields, who, status, method):
    response = getattr(signed_in(request.getfixturevalue(who)), method)(url, fields)

    assert response.status_code == status
    agreed.refresh_from_db()
    assert agreed.status == "agreed"


def test_the_form_begins_with_the_old_one_but_for_its_date(signed_in, lead, agreed, url):
    page = Page(signed_in(lead).get(url))

    names = ["question", "decision", "reason", "decided_month", "decided_year"]
    assert [page.values[name] for name in names] == [
        "When do we open?",
        "Yes.",
        "It helps people.",
        "",
        "",
    ]


def test_replacing_one_without_a_reason_asks_for_it(signed_in, lead, project):
    bare = Decision.record(project, by=lead, question="Q?", decision="D")
    page = Page(signed_in(lead).get(f"{bare.get_absolute_url()}replace/"))

    assert "no_reason_yet" not in page.values


def test_what_is_wrong_is_said_next_to_the_field(
    signed_in, lead, agreed, url, sometimes_wrong, refused
):
    typed, name, said = sometimes_wrong
    refused(signed_in(lead).post(url, typed), typed, name, said)
    agreed.refresh_from_db()
    assert agreed.status == "agreed"


def test_pressed_twice_it_is_replaced_once(signed_in, lead, project, agreed, url, fields):
    client = signed_in(lead)
    first = client.post(url, fields)
    lines = project.activity.count()
    second = client.post(url, fields)

    assert (second.status_code, second.url) == (302, first.url)
    assert (project.decisions.count(), project.activity.count()) == (2, lines)


def test_the_second_of_two_people_keeps_what_they_typed(
    signed_in, lead, participant, project, agreed, url, fields
):
    newer = agreed.replace(by=participant, question="When do we open?", decision="At ten.")
    client = signed_in(lead)
    response = client.post(url, fields)

    page = Page(response)
    replace_newer = f"{newer.get_absolute_url()}replace/"
    assert response.status_code == 409
    assert page.text("meanwhile").startswith("This was replaced while you were writing")
    assert "Ben Participant was first." in response.text
    assert "What was decided? What you wrote We open at nine. What is there now At ten." in (
        page.text("meanwhile")
    )
    typed = {name: value for name, value in fields.items() if name != "opened_at"}
    assert {name: page.values[name] for name in typed} == typed
    assert replace_newer in page.actions
    assert project.decisions.count() == 2

    client.post(replace_newer, {name: page.values[name] for name in fields})
    assert project.decisions.agreed().get().decision == "We open at nine."


def test_a_proposal_or_a_replaced_decision_has_no_form(signed_in, lead, proposal, agreed):
    agreed.replace(by=lead, question="Q?", decision="D")
    client = signed_in(lead)
    for decision, words in [
        (proposal, "This is still a proposal. You can change it."),
        (agreed, "This was replaced already."),
    ]:
        response = client.get(f"{decision.get_absolute_url()}replace/", follow=True)
        assert response.redirect_chain == [(decision.get_absolute_url(), 302)]
        assert words in response.text


def test_a_proposal_is_not_replaced(signed_in, lead, proposal, fields):
    response = signed_in(lead).post(f"{proposal.get_absolute_url()}replace/", fields)

    assert response.status_code == 409
    assert f"{proposal.get_absolute_url()}change/" in Page(response).actions
    proposal.refresh_from_db()
    assert proposal.status == "proposed"


def test_scripts_stay_text(signed_in, lead, project, scripts):
    texts = {name: text for name, text in scripts.items() if "script" in text}
    old = Decision.record(project, by=lead, **texts)
    response = signed_in(lead).get(f"{old.get_absolute_url()}replace/")

    assert not [script for script in Page(response).scripts if "alert" in script]
    assert response.text.count("&lt;script&gt;alert(") == len(texts) + 1
