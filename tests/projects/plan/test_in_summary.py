from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from projects.plan.in_summary import plan_of
from projects.plan.models import Aim, PlanChange


def test_nothing_yet(project):
    found = plan_of(project)

    assert found["aim"] is None
    assert not any(found[name] for name in found)
    said = render_to_string("projects/exports/_plan.html", {"summary": {"plan": found}})
    assert "Nobody has written down the aim yet." in said


def test_what_a_summary_says_and_whom_it_does_not_name(
    project, lead, participant, aim, add, place, try_out, approval, decision
):
    add("Mine", owner=place, days=4, decision=decision)
    add("Done", body="The estates team").finish(by=lead)
    add("Stopped").stop(by=lead, because="No money.")
    try_out().write_down(by=lead, happened="It was off.", saw="Calm.")
    PlanChange.tell(project, by=lead, kind="delay", what="Later", because="Rain", next_step="May")
    said = render_to_string("projects/exports/_plan.html", {"summary": {"plan": plan_of(project)}})

    for words in (
        "Less noise",
        "Mine",
        "The estates team",
        "No money.",
        "Calm.",
        "The board",
        "Rain",
    ):
        assert words in said
    assert "Someone in the team" in said
    assert "Ben" not in said and "Asha" not in said


def test_it_asks_as_much_of_one_row_as_of_three(
    project,
    lead,
    aim,
    add,
    place,
    try_out,
):
    def asked():
        with CaptureQueriesContext(connection) as found:
            render_to_string("projects/exports/_plan.html", {"summary": {"plan": plan_of(project)}})
        return len(found)

    add("One", owner=place)
    try_out("One")
    one = asked()
    for number in range(2):
        add(f"More {number}", owner=place)
        try_out(f"More {number}")
    Aim.say(project, by=lead, better="x", for_whom="y", because="z", opened_at=aim.version)
    assert asked() == one
