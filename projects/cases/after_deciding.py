"""What a case tells of the time after a decision: what was done, told, asked, measured, learned."""

from decimal import Decimal

from django.utils.translation import gettext as _

from projects.cases.section import Section, by_number, none_if_empty, text
from projects.conversation.models import AskedQuestion, Update
from projects.decisions.models import Decision
from projects.impact.models import Lesson, Measure, Reading
from projects.impact.numbers import as_number
from projects.plan.models import Action
from stages.models import Sharing

# What was done


def bring_action(project, entry, by):
    """By the member of that part, or by a body; when it was done is not known."""
    who = text(entry.get("who_role"))
    owner = project.memberships.here().filter(user__name=who, user__email=None).first()
    action = Action.add(
        project,
        by=by,
        what=entry["what"],
        owner=owner,
        body="" if owner else who,
        due=text(entry.get("due")),
        note=text(entry.get("note")),
        decision=decision_of(project, entry.get("decision")),
    )
    if entry["state"] == "in_progress":
        action.begin(by=by)
    elif entry["state"] == "done":
        action.finish(by=by)
        Action.objects.filter(pk=action.pk).update(done_on=None)
    return action


def decision_of(project, question):
    if not question:
        return None
    return Decision.objects.filter(project=project, question=question).order_by("pk").last()


STATES = {Action.State.DOING: "in_progress", Action.State.DONE: "done"}


def actions(project):
    told = project.actions.exclude(sharing=Sharing.PRIVATE).exclude(state=Action.State.STOPPED)
    return told.select_related("owner", "decision").order_by("pk")


def action_said(action):
    """A member is told by their part: who it is, is nobody else's to know."""
    state = STATES.get(action.state) or ("late" if action.is_late else "not_started")
    said = {"what": action.what, "state": state, "due": none_if_empty(action.due)}
    said["who_role"] = none_if_empty(part_of(action.owner) if action.owner else action.body)
    if action.note:
        said["note"] = action.note
    if action.decision and action.decision.sharing != Sharing.PRIVATE:
        said["decision"] = action.decision.question
    return said


def part_of(member):
    said = {"perspective": member.get_perspective_display(), "number": member.pk}
    return _("%(perspective)s %(number)d") % said


# What people were told, and what they asked


def bring_update(project, entry, by):
    words = {"headline": entry["headline"], "text": entry["text"]}
    return Update.record_sent(project, by=by, told_on=text(entry["date"]), **words)


def updates(project):
    return project.updates.sent().order_by("pk")


def update_said(update):
    return {
        "headline": update.headline,
        "text": update.text,
        "date": none_if_empty(update.told_on),
    }


def bring_question(project, entry, by):
    said = {"question": entry["question"], "answer": entry["answer"]}
    return AskedQuestion.record_answered(project, by=by, on=text(entry["date"]), **said)


def questions(project):
    """Those that were answered, and not only for the one who asked."""
    answered = project.asked_questions.filter(state=AskedQuestion.State.ANSWERED)
    told = answered.exclude(sharing=Sharing.PRIVATE)
    return told.prefetch_related("answers").order_by("pk")


def question_said(asked):
    return {
        "date": none_if_empty(asked.answered_on),
        "question": asked.question,
        "answer": list(asked.answers.all())[-1].text,
    }


# What was measured


def bring_measure(project, entry, by):
    target = entry.get("target") or {}
    number, words = as_number(target["value"]) if target else (None, "")
    measure = Measure.add(
        project,
        by=by,
        name=entry["name"],
        unit=entry["unit"],
        direction=entry["direction"],
        target=number,
        target_words=words,
        target_by=text(target.get("date")),
        note=text(entry.get("note")),
    )
    shown = project.actions.filter(what__in=entry.get("actions", []))
    measure.show(shown, by=by)
    if entry.get("baseline"):
        write_down(measure, entry["baseline"], by, is_baseline=True)
    for reading in entry.get("readings", []):
        write_down(measure, reading, by)
    return measure


def write_down(measure, said, by, *, is_baseline=False):
    number, words = as_number(said["value"])
    when = {"on": text(said["date"]), "period": text(said.get("period"))}
    if not any(when.values()):
        when["period"] = NOT_KNOWN
    details = {"value": number, "words": words, "is_baseline": is_baseline}
    return Reading.write_down(measure, by=by, **when, **details)


NOT_KNOWN = "not known when"


def measure_said(measure):
    """A case knows one number from before the change; of several it tells the first."""
    numbers = list(measure.readings.standing())
    before = [one for one in numbers if one.is_baseline]
    said = {
        "name": measure.name,
        "unit": measure.unit or _("number"),
        "direction": measure.direction,
        "baseline": reading_said(before[0]) if before else None,
        "readings": [reading_said(one) for one in numbers if one not in before[:1]],
        "note": none_if_empty(measure.note),
    }
    if measure.expected:
        value = measure.target if measure.target is not None else measure.target_words
        said["target"] = {"date": none_if_empty(measure.target_by), "value": plain(value)}
    shown = [action.what for action in measure.actions.order_by("pk")]
    return said | ({"actions": shown} if shown else {})


def reading_said(reading):
    value = reading.value if reading.value is not None else reading.words
    said = {"date": none_if_empty(reading.on), "value": plain(value)}
    return said | ({"period": reading.period} if reading.period not in ("", NOT_KNOWN) else {})


def plain(value):
    """A number as a case writes it: whole where it is whole."""
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == int(value) else float(value)


# What was learned


def bring_lesson(project, entry, by):
    return Lesson.write_down(
        project, by=by, text=entry["text"], sharing=Lesson.Sharing.ORGANISATION
    )


def lesson_said(lesson):
    return {"text": lesson.text}


SECTIONS = (
    Section("actions", "plan.Action", bring_action, actions, action_said),
    Section("updates", "conversation.Update", bring_update, updates, update_said),
    Section(
        "questions_and_answers", "conversation.AskedQuestion", bring_question, questions,
        question_said,
    ),
    Section("measures", "impact.Measure", bring_measure, by_number("measures"), measure_said),
    Section("learning", "impact.Lesson", bring_lesson, by_number("lessons"), lesson_said),
)  # fmt: skip
