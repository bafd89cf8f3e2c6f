from datetime import date

import pytest
from django.db import IntegrityError, transaction

from projects.decisions.models import Decision, NotAgreed, NotProposed
from projects.models import ChangedMeanwhile, ProjectClosed
from tests.factories import make_decision

NEW = {"question": "Newer?", "decision": "No."}


def again(decision):
    """The same decision in someone else's hands."""
    return Decision.objects.get(pk=decision.pk)


def test_recording_raises_the_version_and_stamps_it(project, lead):
    decision = make_decision(project, stage="keep-the-conversation-going")

    assert decision.version == project.version == project.activity.first().version
    assert project.conversation_at == project.last_activity_at


def test_recording_the_same_words_twice_is_one_decision(project, lead, participant):
    one = Decision.record(project, by=lead, **NEW)
    lines = project.activity.count()

    assert Decision.record(project, by=lead, **NEW) == one
    assert project.activity.count() == lines
    assert Decision.record(project, by=participant, **NEW) != one
    assert Decision.record(project, by=lead, status="proposed", **NEW) != one


def test_what_was_replaced_can_be_recorded_again(project, lead):
    one = Decision.record(project, by=lead, **NEW)
    one.replace(by=lead, question="Other?", decision="Yes.")

    assert Decision.record(project, by=lead, **NEW) != one


def test_replacing_twice_tells_the_second(project, lead, participant, agreed):
    late = again(agreed)
    new = agreed.replace(by=lead, **NEW)
    before = project.activity.count()

    with pytest.raises(NotAgreed) as problem:
        late.replace(by=participant, **NEW)
    assert problem.value.decision.newest() == new
    assert (project.decisions.count(), project.activity.count()) == (2, before)


def test_replacing_twice_with_the_same_words_is_once(project, lead, agreed):
    late = again(agreed)
    new = agreed.replace(by=lead, **NEW)

    assert late.replace(by=lead, **NEW) == new
    assert project.decisions.count() == 2


def test_replacing_stamps_old_and_new(project, lead, agreed):
    new = agreed.replace(by=lead, **NEW)

    project.refresh_from_db()
    assert again(agreed).version == again(new).version == project.version
    assert (again(agreed).is_replaced, new.replaces) == (True, agreed)


def test_the_newest_of_a_chain(lead, agreed):
    second = agreed.replace(by=lead, **NEW)
    third = second.replace(by=lead, question="Third?", decision="Yes.")

    assert again(agreed).newest() == again(third).newest() == third


def test_the_database_lets_one_decision_replace_another_once(project, lead, agreed):
    agreed.replace(by=lead, **NEW)

    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(project=project, recorded_by=lead, replaces=agreed, **NEW)


def test_the_database_keeps_no_decision_that_says_nothing(project, lead):
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(project=project, recorded_by=lead, question="Q?", decision="")


def test_a_proposal_is_not_replaced(lead, proposal):
    with pytest.raises(NotAgreed):
        proposal.replace(by=lead, **NEW)


def test_agreeing_twice_tells_the_second(project, lead, proposal):
    late = again(proposal)
    proposal.agree(by=lead, opened_at=proposal.version)
    before = project.activity.count()

    with pytest.raises(NotProposed):
        late.agree(by=lead, opened_at=late.version)
    assert project.activity.count() == before


def test_agreeing_keeps_a_day_that_is_written_down(project, lead):
    proposal = make_decision(project, status="proposed", decided="2026-05")
    proposal.agree(by=lead)

    assert again(proposal).decided == "2026-05"


def test_agreeing_what_changed_meanwhile(lead, proposal):
    opened_at = proposal.version
    again(proposal).change(by=lead, decision="Something else.")

    with pytest.raises(ChangedMeanwhile) as problem:
        proposal.agree(by=lead, opened_at=opened_at)
    assert problem.value.thing.decision == "Something else."
    assert again(proposal).is_proposed


def test_changing_an_agreed_decision(lead, agreed):
    with pytest.raises(NotProposed):
        agreed.change(by=lead, decision="Something else.")
    assert again(agreed).decision == "Yes."


def test_changing_what_changed_meanwhile(lead, proposal):
    opened_at = proposal.version
    again(proposal).change(by=lead, decision="Theirs.")

    with pytest.raises(ChangedMeanwhile) as problem:
        proposal.change(by=lead, opened_at=opened_at, decision="Mine.")
    assert problem.value.thing.decision == "Theirs."
    assert again(proposal).decision == "Theirs."


def test_changing_to_the_same_records_nothing(project, lead, proposal):
    before = project.activity.count()
    proposal.change(by=lead, opened_at=-1, decision=proposal.decision)

    assert project.activity.count() == before


def test_a_closed_project_decides_nothing(project, lead, proposal, agreed):
    project.turn("paused", by=lead, because="Holidays")
    proposal.change(by=lead, decision="Paused is still open.")
    project.turn("stopped", by=lead, because="No money")

    for change in (
        lambda: Decision.record(project, by=lead, **NEW),
        lambda: again(proposal).change(by=lead, decision="No."),
        lambda: again(proposal).agree(by=lead),
        lambda: again(agreed).replace(by=lead, **NEW),
    ):
        with pytest.raises(ProjectClosed):
            change()
    assert again(proposal).decision == "Paused is still open."
    assert (again(proposal).status, again(agreed).status) == ("proposed", "agreed")


def figures(project):
    project.refresh_from_db()
    return project.decisions_bare, project.decisions_review_on


def test_the_project_knows_its_bare_decisions_and_the_next_day_to_look_again(project, lead):
    march, may, june = date(2027, 3, 1), date(2027, 5, 1), date(2027, 6, 1)

    bare = make_decision(project, reason="", review_on=may)
    assert figures(project) == (1, may)
    make_decision(project, review_on=june)
    assert figures(project) == (1, may)
    proposal = make_decision(project, reason="", review_on=march, status="proposed")
    assert figures(project) == (1, may)
    proposal.agree(by=lead)
    assert figures(project) == (2, march)
    new = again(proposal).replace(by=lead, reason="Because.", **NEW)
    assert figures(project) == (1, may)
    again(bare).replace(by=lead, reason="Because.", **NEW)
    assert figures(project) == (0, june)
    again(new).replace(by=lead, reason="", question="Q?", decision="D", review_on=march)
    assert figures(project) == (1, march)
    assert project.decisions_bare == project.decisions.bare().count()


def test_a_decision_is_due_from_its_day_on(project):
    assert make_decision(project, review_on=date(2026, 1, 1)).is_due
    assert not make_decision(project, review_on=date(2999, 1, 1)).is_due
    assert not make_decision(project).is_due
    assert not make_decision(project, review_on=date(2026, 1, 1), status="proposed").is_due


def test_options_are_lines_without_the_empty_ones(project):
    decision = make_decision(project, options="One\r\n\r\n  Two  \n")

    assert decision.options_list == ["One", "Two"]
