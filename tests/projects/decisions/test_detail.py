from datetime import date

import pytest
from django.utils.timezone import localdate

from projects.decisions.models import Decision
from tests.factories import make_decision, make_project
from tests.reading import Page

EVERYTHING = {
    "question": "Should the wards move?",
    "options": "Stay\n\n Move ",
    "lived_said": "It is too far.",
    "staff_said": "The old wards are not safe.",
    "decision": "Both wards move.",
    "reason": "Single rooms.",
    "by_whom": "The governing body",
    "where": "outside",
    "level": "L-2",
    "dissent": "A petition of 2,500 people.",
    "decided": "2021-07",
    "review_on": date(2999, 5, 1),
    "stage": "make-the-change",
}


@pytest.mark.parametrize("who", ["lead", "participant", "observer", "involvement"])
def test_the_whole_record(request, signed_in, project, lead, who):
    decision = make_decision(project, **EVERYTHING)
    page = Page(signed_in(request.getfixturevalue(who)).get(decision.get_absolute_url()))

    said = page.text(f"decision-{decision.pk}")
    link = "I see this differently " if who in ("lead", "participant") else ""
    choose = "Choose its ideas " if who == "lead" else ""
    plan = "Plan what is to be done " if who in ("lead", "participant") else ""
    written = f"Asha Lead on {localdate(decision.recorded_at):%-d %B %Y}"
    assert said == (
        "Agreed July 2021 The governing body "
        "What was decided Both wards move. "
        f"Who did not agree, and why A petition of 2,500 people. {link}"
        "Why Single rooms. "
        "What could be chosen Stay Move "
        "People who use services and carers said It is too far. "
        "Staff said The old wards are not safe. "
        f"The ideas that it answers It is not written down which ideas it answers. {choose}"
        f"What is done because of it Nothing is planned because of it yet. {plan}"
        "Who and when Who decided The governing body Outside this team "
        "When July 2021 How much say people had We ask you "
        "Look at it again 1 May 2999 Stage Make the Change "
        f"Written down by {written}"
    )


def test_what_is_missing_is_said(signed_in, lead, project):
    decision = make_decision(project, question="Why not?", decision="No.", reason="")
    page = Page(signed_in(lead).get(decision.get_absolute_url()))

    said = page.text(f"decision-{decision.pk}")
    assert said.count("Nothing written down.") == 3
    assert said.count("Nobody has said so yet.") == 1
    assert "The reason is not written down yet." in said
    assert "When Not written down" in said


def test_an_outsider_and_another_project_do_not_find_it(signed_in, outsider, lead, project, agreed):
    other = make_project(project.organisation, by=lead)

    assert signed_in(outsider).get(agreed.get_absolute_url()).status_code == 404
    elsewhere = f"/projects/{other.pk}/decisions/{agreed.pk}/"
    assert signed_in(lead).get(elsewhere).status_code == 404


def test_old_and_new_point_at_each_other(signed_in, observer, lead, project, agreed):
    new = agreed.replace(by=lead, question="When do we open now?", decision="At ten.")
    client = signed_in(observer)
    old_page = client.get(agreed.get_absolute_url()).text
    new_page = client.get(new.get_absolute_url()).text

    assert "<strong>Replaced.</strong>" in old_page
    assert f'<a href="{new.get_absolute_url()}">Read the newer decision: When do we' in old_page
    assert f'<a href="{agreed.get_absolute_url()}">Read the older decision: When do' in new_page
    assert "<strong>Replaced.</strong>" not in new_page


def test_a_lead_agrees_or_changes_a_proposal_and_replaces_what_is_agreed(
    signed_in, lead, proposal, agreed
):
    client = signed_in(lead)
    links = ["agree/", "change/", "replace/"]

    page = client.get(proposal.get_absolute_url()).text
    assert [proposal.get_absolute_url() + link in page for link in links] == [True, True, False]
    page = client.get(agreed.get_absolute_url()).text
    assert [agreed.get_absolute_url() + link in page for link in links] == [False, False, True]


def test_others_and_closed_projects_are_offered_nothing(
    signed_in, lead, participant, project, proposal
):
    assert "/agree/" not in signed_in(participant).get(proposal.get_absolute_url()).text
    project.turn("complete", by=lead, because="Done")
    response = signed_in(lead).get(proposal.get_absolute_url())
    assert (response.status_code, "/agree/" in response.text) == (200, False)


def test_a_day_to_look_again_that_has_passed_is_mentioned(signed_in, lead, project):
    due = make_decision(project, review_on=date(2026, 1, 2))
    later = make_decision(project, review_on=date(2999, 1, 2))
    client = signed_in(lead)

    words = "You wanted to look at this again on 2 January 2026."
    assert words in client.get(due.get_absolute_url()).text
    assert "You wanted to look" not in client.get(later.get_absolute_url()).text


def test_easy_wording_of_the_level(signed_in, participant, project):
    project.edition.levels.create(
        key="L-2",
        position=2,
        name="We ask",
        meaning="Views.",
        who_decides="",
        easy="What you think.",
    )
    decision = make_decision(project, level="L-2")
    assert "Views." in signed_in(participant).get(decision.get_absolute_url()).text

    participant.change(wording="easy")
    page = signed_in(participant).get(decision.get_absolute_url()).text
    assert ("Views." in page, "What you think." in page) == (False, True)


def test_scripts_stay_text(signed_in, participant, lead, project, scripts):
    texts = {name: text for name, text in scripts.items() if "script" in text}
    decision = Decision.record(project, by=lead, **texts)
    response = signed_in(participant).get(decision.get_absolute_url())

    assert not [script for script in Page(response).scripts if "alert" in script]
    shown = [name for name in texts if f"&lt;script&gt;alert(&#39;{name}&#39;" in response.text]
    assert shown == list(texts)
