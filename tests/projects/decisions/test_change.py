from datetime import date

import pytest

from projects.decisions.models import Decision
from tests.reading import Page


@pytest.fixture
def url(proposal):
    return f"{proposal.get_absolute_url()}change/"


@pytest.fixture
def typed(fields, proposal):
    return fields | {"opened_at": str(proposal.version)}


def test_a_lead_changes_a_proposal(signed_in, lead, proposal, url, typed):
    response = signed_in(lead).post(url, typed)

    proposal.refresh_from_db()
    assert response.url == proposal.get_absolute_url()
    assert (proposal.question, proposal.decided) == ("What time should we open?", "2026-05")
    assert proposal.status == "proposed"
    assert proposal.project.activity.first().what == "changed the proposal"


@pytest.mark.parametrize(
    ("who", "status"),
    [("participant", 403), ("observer", 403), ("involvement", 403), ("outsider", 404)],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_may_not(request, signed_in, proposal, url, typed, who, status, method):
    response = getattr(signed_in(request.getfixturevalue(who)), method)(url, typed)

    assert response.status_code == status
    proposal.refresh_from_db()
    assert proposal.question == "Who writes the guide?"


def test_the_form_says_what_the_proposal_says(signed_in, lead, project, fields):
    client = signed_in(lead)
    client.post(f"/projects/{project.pk}/decisions/new/", fields | {"status": "proposed"})
    proposal = project.decisions.get()
    page = Page(client.get(f"{proposal.get_absolute_url()}change/"))

    expected = fields | {"opened_at": str(proposal.version)}
    assert {name: page.values[name] for name in fields} == expected


def test_a_proposal_without_a_reason_stays_so_on_purpose(signed_in, lead, project):
    bare = Decision.record(project, by=lead, status="proposed", question="Q?", decision="D")
    page = Page(signed_in(lead).get(f"{bare.get_absolute_url()}change/"))

    assert page.values["no_reason_yet"] == "on"


def test_what_is_wrong_is_said_next_to_the_field(
    signed_in, lead, proposal, url, sometimes_wrong, refused
):
    typed, name, said = sometimes_wrong
    typed["opened_at"] = str(proposal.version)
    refused(signed_in(lead).post(url, typed), typed, name, said)
    proposal.refresh_from_db()
    assert proposal.question == "Who writes the guide?"


def test_two_people_at_once_both_texts_are_shown(
    signed_in, lead, participant, proposal, url, typed
):
    proposal.change(by=participant, decision="The carers write it.", level="L-3")
    response = signed_in(lead).post(url, typed)

    page = Page(response)
    assert response.status_code == 409
    shown = page.text("meanwhile")
    assert shown.startswith("Ben Participant changed this while you were writing")
    assert (
        "What do you propose? What you wrote We open at nine. "
        "What is there now The carers write it."
    ) in shown
    assert (
        "How much say do people have? What you wrote We decide and do it together "
        "What is there now We talk it through"
    ) in shown
    assert "When is it decided? What you wrote May 2026 What is there now Nothing." in shown
    assert {name: page.values[name] for name in typed} == typed | {
        "opened_at": str(proposal.version)
    }
    stored = Decision.objects.get(pk=proposal.pk)
    assert stored.decision == "The carers write it."


def test_what_one_left_empty_and_the_other_wrote_is_kept(
    signed_in, lead, participant, proposal, url, typed
):
    theirs = {"dissent": "A carer.", "level": "L-3", "review_on": date(2027, 1, 2)}
    proposal.change(by=participant, decided="2026-06", **theirs)
    empty = dict.fromkeys([*theirs, "review_on_day", "review_on_month", "review_on_year"], "")
    client = signed_in(lead)
    page = Page(client.post(url, typed | empty))

    assert "Where you wrote nothing, the form has what is there now." in page.text("meanwhile")
    client.post(url, {name: page.values[name] for name in typed})
    proposal.refresh_from_db()
    assert {name: getattr(proposal, name) for name in theirs} == theirs
    assert (proposal.decision, proposal.decided) == ("We open at nine.", "2026-05")


def test_saved_again_what_is_in_the_form_stands(signed_in, lead, participant, proposal, url, typed):
    proposal.change(by=participant, decision="The carers write it.")
    client = signed_in(lead)
    shown = Page(client.post(url, typed))
    response = client.post(url, {name: shown.values[name] for name in typed})

    assert response.url == proposal.get_absolute_url()
    proposal.refresh_from_db()
    assert proposal.decision == "We open at nine."


def test_pressed_twice_it_changes_once(signed_in, lead, proposal, url, typed):
    client = signed_in(lead)
    client.post(url, typed)
    lines = proposal.project.activity.count()
    response = client.post(url, typed)

    assert response.url == proposal.get_absolute_url()
    assert proposal.project.activity.count() == lines


@pytest.mark.parametrize("opened_at", ["", "x", "-1", "9" * 5000, "\x00"])
def test_a_form_without_its_version_overwrites_nothing(
    signed_in, lead, proposal, url, typed, opened_at
):
    response = signed_in(lead).post(url, typed | {"opened_at": opened_at})

    assert response.status_code == 409
    proposal.refresh_from_db()
    assert proposal.question == "Who writes the guide?"


def test_agreed_meanwhile_what_was_typed_can_replace_it(
    signed_in, lead, project, proposal, url, typed
):
    proposal.agree(by=lead)
    client = signed_in(lead)
    response = client.post(url, typed)

    page = Page(response)
    replace = f"{proposal.get_absolute_url()}replace/"
    assert response.status_code == 409
    assert page.text("meanwhile").startswith("This was agreed while you were writing")
    assert replace in page.actions
    assert {name: page.values[name] for name in fields_of(typed)} == fields_of(typed)

    client.post(replace, {name: page.values[name] for name in typed})
    assert project.decisions.agreed().get().decision == "We open at nine."
    proposal.refresh_from_db()
    assert proposal.decision == "Yes."


def test_an_agreed_decision_has_no_form(signed_in, lead, agreed):
    response = signed_in(lead).get(f"{agreed.get_absolute_url()}change/", follow=True)

    assert response.redirect_chain == [(agreed.get_absolute_url(), 302)]
    assert "This is agreed, so it cannot be changed." in response.text


def test_scripts_stay_text_beside_each_other(signed_in, lead, proposal, url, scripts):
    texts = {name: text for name, text in scripts.items() if "script" in text}
    proposal.change(by=lead, **{name: text + "2" for name, text in texts.items()})
    response = signed_in(lead).post(url, scripts)

    assert response.status_code == 409
    assert not [script for script in Page(response).scripts if "alert" in script]
    assert response.text.count("&lt;script&gt;alert(") == 3 * len(texts)


def fields_of(typed):
    return {name: value for name, value in typed.items() if name != "opened_at"}
