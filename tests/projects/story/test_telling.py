"""Everyone behind an idea hears when its thread moves, whoever and wherever they are."""

import pytest
from django.utils import timezone

from outbox.models import Message
from projects.ideas.models import Giver
from projects.impact.models import Difference, Meaning, Measure
from projects.plan.models import Action, PlanChange
from tests import factories
from tests.reading import Page


@pytest.fixture
def outside(project, lead):
    """An idea from outside that is in; whoever gave it left an e-mail address."""
    question = factories.make_question(project)
    idea, code = Giver.give(
        question, mark="form 1", text="A clock, please.", email="giver@collab.example"
    )
    idea.let_in(by=lead)
    return idea, code


@pytest.fixture
def said(project, lead, participant, observer, outside):
    """One wish, said by a member whom another joins, from outside, and by a group."""
    mine = factories.make_idea(project, "I want to know how long.", by=participant)
    mine.me_too(by=observer)
    session = factories.make_session(project, ideas=["Nobody tells us how long."], how_many=12)
    session.give_back(by=lead, on=timezone.localdate(), who="Asha", up_to=0)
    return [mine, outside[0], session.ideas.get()]


def heard_of(move, session, lead):
    """`(the messages about it, whether the group has news)`, when it knew all before."""
    last = Message.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    session.give_back(by=lead, on=timezone.localdate(), who="Asha again", up_to=10**9)
    move()
    new = Message.objects.filter(pk__gt=last).order_by("pk")
    return new, session.project.sessions.with_news().get(pk=session.pk).has_news


def test_each_move_reaches_everyone_behind_it(
    project, lead, participant, observer, said, outside, client
):
    session = said[2].session
    decision = action = None

    def decide():
        nonlocal decision
        decision = factories.make_decision(
            project, by=lead, question="How do people know?", decision="A clock goes up.",
            reason="Not knowing is worse.", ideas=said,
        )  # fmt: skip

    def plan_and_do():
        nonlocal action
        action = Action.add(project, by=lead, what="Hang the clock", decision=decision)
        action.finish(by=lead)

    def decide_again():
        decision.replace(
            by=lead, question="How?", decision="A person says it.", reason="Clocks break."
        )

    why = "It broke."
    moves = [
        (lambda: [one.becomes("used", by=lead) for one in said], "What became of an idea", "Used"),
        (decide, "A decision is written down", "A clock goes up."),
        (plan_and_do, "Something is done", "Hang the clock"),
        (lambda: action.take_up_again(by=lead), "Something is taken up again", "Hang the clock"),
        (lambda: action.stop(by=lead, because=why), "Something will not be done", why),
        (decide_again, "A decision has changed", "A person says it."),
    ]  # fmt: skip
    for move, subject, words in moves:
        new, has_news = heard_of(move, session, lead)
        for person in (participant, observer):
            [message] = new.filter(to=person, subject=subject)
            assert words in message.text, (person, subject)
            assert "I want to know how long." in message.text
        [sealed] = new.filter(to=None, address="giver@collab.example")
        assert (sealed.subject, words in sealed.opened()[0]) == (subject, True)
        assert has_news, subject


def test_the_code_of_someone_outside_shows_how_far_it_came(client, project, lead, outside):
    idea, code = outside
    decision = factories.make_decision(project, decision="A clock goes up.", ideas=[idea])
    action = Action.add(project, by=lead, what="Hang the clock", decision=decision)
    Action.add(project, by=lead, what="Still to do", decision=decision)
    hidden = Action.add(
        project, by=lead, what="Ask in private", decision=decision, sharing="private"
    )
    for one in (action, hidden):
        one.finish(by=lead)
    text = client.get(f"/ask/follow/{code}/").text

    for words in ("A clock goes up.", "Done:", "Hang the clock"):
        assert words in text, words
    assert "Still to do" not in text
    assert "Ask in private" not in text


def test_the_page_for_a_group_says_what_was_decided_and_done(
    signed_in, observer, project, lead, said
):
    decision = factories.make_decision(
        project, decision="A clock goes up.", reason="Not knowing is worse.", ideas=said
    )
    Action.add(project, by=lead, what="Hang the clock", decision=decision).finish(by=lead)
    stopped = Action.add(project, by=lead, what="Paint the wall", decision=decision)
    stopped.stop(by=lead, because="It is listed.")
    session = said[2].session
    page = Page(signed_in(observer).get(f"{session.get_absolute_url()}answer/"))

    assert (
        "What was decided about it, and what was done We decided: A clock goes up. "
        "Why: Not knowing is worse. Done: Hang the clock"
    ) in page.text(f"answer-{session.pk}")
    assert "We could not do this: Paint the wall Why: It is listed." in (
        page.text(f"answer-{session.pk}")
    )


def test_what_came_after_the_form_was_opened_is_still_news(project, lead, said):
    session = said[2].session
    opened_at = session.moves
    factories.make_decision(project, ideas=said)
    session.give_back(by=lead, on=timezone.localdate(), who="Ben", up_to=10**9, moves=opened_at)

    assert project.sessions.with_news().get().has_news


@pytest.mark.parametrize(("sharing", "travels"), [("team", True), ("private", False)])
def test_what_is_for_named_people_only_is_told_to_nobody_outside_the_team(
    project, lead, participant, said, sharing, travels
):
    session = said[2].session
    old = factories.make_decision(
        project, by=lead, decision="A clock goes up.", ideas=said, sharing=sharing
    )
    action = Action.add(project, by=lead, what="Hang the clock", decision=old)
    hidden = Action.add(project, by=lead, what="Ring Ada", decision=old, sharing=sharing)
    words = {"kind": "change", "what": "Later.", "because": "It broke.", "next_step": "We wait."}
    details = {"decision": "A person says it.", "sharing": sharing}
    late = [factories.make_idea(project, "A sign.", by=participant), *said[1:]]
    moves = [
        lambda: factories.make_decision(project, decision="Yes.", ideas=said, sharing=sharing),
        lambda: action.finish(by=lead),
        lambda: hidden.finish(by=lead),
        lambda: PlanChange.tell(project, by=lead, decisions=[old], sharing=sharing, **words),
        lambda: old.replace(by=lead, question="How?", **details),
        lambda: agree_on_numbers(project, lead, hidden),
        lambda: Difference.write_down(
            project, by=lead, ideas=late, said="How long?", changed="A clock.",
            sharing="public" if travels else "team",
        ),
    ]  # fmt: skip
    for number, move in enumerate(moves):
        new, has_news = heard_of(move, session, lead)
        outside = new.filter(to=None, address="giver@collab.example").count()
        assert new.filter(to=participant).exists(), number
        assert (outside, has_news) == ((1, True) if travels else (0, False)), number


def agree_on_numbers(project, lead, action):
    measure = Measure.add(project, by=lead, name="Minutes of waiting")
    measure.show([action], by=lead)
    Meaning.agree(measure, by=lead, text="It is shorter.")


def test_the_words_of_a_private_decision_do_not_travel_with_the_next_one(project, lead, said):
    old = factories.make_decision(
        project, by=lead, decision="Ada must go.", ideas=said, sharing="private"
    )
    new, has_news = heard_of(
        lambda: old.replace(by=lead, question="How?", decision="A clock goes up.", ideas=said[1:2]),
        said[2].session, lead,
    )  # fmt: skip
    [sealed] = new.filter(to=None, address="giver@collab.example")

    assert "A clock goes up." in sealed.opened()[0]
    assert "Ada must go." not in sealed.opened()[0]
    assert not has_news
