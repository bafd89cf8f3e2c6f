from datetime import timedelta

from django.utils import timezone

from projects.partnership.models import Ways
from projects.partnership.waiting import together_in


def of(project, person):
    found = together_in(project, project.memberships.get(user=person))
    return found and found.sentence


ASKED = "Your team asks how working together feels. It takes two minutes."


def test_a_check_in_waits_until_it_is_answered(project, members, check_in):
    assert of(project, members[1].user) == ASKED
    check_in.give(members[1], answers={}, words={}, side="")
    assert of(project, members[1].user) is None


def test_it_waits_on_ones_own_first_page(signed_in, members, check_in):
    assert ASKED in signed_in(members[1].user).get("/projects/").text
    check_in.give(members[1], answers={}, words={}, side="")
    assert ASKED not in signed_in(members[1].user).get("/projects/").text


def test_new_ways_wait_for_a_word(project, lead, participant):
    ways = Ways.write(project, by=lead, text="We listen.")
    assert "Do you agree?" in of(project, participant)
    ways.say(by=participant, agrees=False, note="No.")
    assert of(project, participant) is None


def test_a_lead_looks_at_the_ways_again_when_their_day_has_come(project, lead, participant):
    ways = Ways.write(project, by=lead, text="We listen.", revisit_on=timezone.localdate())
    for person in (lead, participant):
        ways.say(by=person, agrees=True)

    assert "look at your ways of working again" in of(project, lead)
    assert of(project, participant) is None
    ways.look_again(by=lead, revisit_on=timezone.localdate() + timedelta(days=90))
    assert of(project, lead) is None


def test_a_lead_is_asked_what_to_fix(project, lead, members, check_in, answer_all):
    answer_all(members[:6], [2] * 6)
    check_in.close(by=lead)
    assert "choose one thing to fix" in of(project, lead)
    check_in.fix(by=lead, what="Start later")
    assert of(project, lead) is None
