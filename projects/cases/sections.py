"""The parts of a case that are rows of ours, each in both directions.

A section brings one entry of the file in by the verbs that people use, and says again what its
row holds, in the file's own fields. What a case says beyond that (where it was read, what is
assumed) is kept beside the row, as a `CaseEntry`.
"""

from django.utils.translation import gettext as _

from accounts.models import User
from projects.cases.after_deciding import SECTIONS as AFTER_DECIDING
from projects.cases.section import Section, by_number, none_if_empty, text
from projects.decisions.models import Decision
from projects.evidence.models import Source
from projects.ideas.models import Idea, Session, Theme
from projects.models import Membership, Part
from stages.models import Sharing

# What is open


def bring_part(project, entry, by):
    return Part.add(
        project,
        by=by,
        name=entry["part"],
        state=entry["state"],
        level=text(entry.get("level")),
        because=text(entry["reason"]),
        by_whom=text(entry.get("by_whom")),
    )


def part_said(part):
    said = {"part": part.name, "state": part.state, "level": none_if_empty(part.level)}
    said["reason"] = none_if_empty(part.because)
    return said | ({"by_whom": part.by_whom} if part.by_whom else {})


# The team: people by their role, with no e-mail and no name that is anyone's


def bring_member(project, entry, by):
    return Membership.join(
        project,
        User.objects.create_user(name=entry["role"]),
        Membership.Role.PARTICIPANT,
        entry["perspective"],
        by=by,
        speaks_for=text(entry.get("speaks_for")),
    )


def members(project):
    """Those who are here; whoever imported the case leads it, and is no part of it."""
    here = project.memberships.here().select_related("user").order_by("pk")
    if hasattr(project, "imported_case"):
        here = here.exclude(user=project.started_by)
    return here


def member_said(member):
    return {"perspective": member.perspective}


def member_alone(member):
    """Never a name, nor whom they speak for: who is in a team is nobody else's to know."""
    said = {"perspective": member.get_perspective_display(), "number": member.pk}
    return {"role": _("%(perspective)s %(number)d") % said}


# What was found out, who was met, and what they said


def bring_source(project, entry, by):
    sort = entry["kind"]
    return Source.add(
        project,
        by=by,
        kind=Source.SORTS[sort][0],
        sort=sort,
        title=entry["title"],
        finding=text(entry["finding"]),
        dated=text(entry.get("date")),
        link=text(entry.get("url")),
    )


def source_said(source):
    return {
        "kind": source.sort if source.sort in Source.SORTS else SORT_OF[source.kind],
        "title": source.title,
        "date": none_if_empty(source.dated),
        "finding": source.finding,
        "url": none_if_empty(source.link),
    }


SORT_OF = {
    Source.Kind.EXPERIENCE: "feedback",
    Source.Kind.STAFF: "staff",
    Source.Kind.DATA: "data",
    Source.Kind.RESEARCH: "research",
    Source.Kind.POLICY: "guidance",
    Source.Kind.OTHER_SERVICES: "report",
}
"""A case's word for a source of which we know the kind alone."""


def bring_session(project, entry, by):
    number = entry.get("how_many")
    is_number = isinstance(number, int)
    return Session.record(
        project,
        by=by,
        ideas=entry.get("ideas", []),
        met=text(entry["date"]),
        where=entry["where"],
        community=entry["community"],
        how_many=number if is_number else None,
        how_many_note=text(entry.get("how_many_note") if is_number or number is None else number),
        breakdown=entry.get("breakdown") or {},
        method=text(entry["method"]),
        main_points="\n".join(entry.get("main_points", [])),
    )


def session_said(session):
    """Few people are not counted: nobody is found by a small number."""
    said = {
        "date": none_if_empty(session.met),
        "where": session.where,
        "community": session.community,
        "how_many": None if session.are_few else session.how_many,
        "method": session.method,
        "main_points": session.points,
    }
    note = session.people_in_words if session.are_few else session.how_many_note
    if note:
        said["how_many_note"] = note
    if session.counted and session.breakdown_may_stand:
        said["breakdown"] = session.breakdown
    ideas = session.ideas.shown().order_by("pk")
    return said | ({"ideas": [{"text": idea.text} for idea in ideas]} if ideas else {})


def bring_idea(project, entry, by):
    theme = entry.get("theme")
    idea = Idea.bring(
        project,
        by=by,
        text=entry["text"],
        came_from=text(entry.get("origin")),
        theme=Theme.add(project, by=by, name=theme) if theme else None,
    )
    idea.becomes(entry["outcome"], by=by, because=text(entry.get("because")))
    return idea


def ideas(project):
    """Those that stand for themselves; what was said in a session stands there."""
    return alone(project).exclude(came_from=YOU_SAID)


def alone(project):
    shown = project.ideas.shown().filter(session=None)
    return shown.select_related("theme", "hand").order_by("pk")


def idea_said(idea):
    """A member's own idea came from the team: whose it was is not told."""
    origin = idea.came_from or (_("From the team") if idea.given_by_id else "")
    return {
        "text": idea.text,
        "origin": none_if_empty(origin),
        "theme": idea.theme.name if idea.theme else None,
        "outcome": idea.status,
        "because": none_if_empty(idea.because),
    }


# You said, we did: an idea with its answer, so that it stands in the thread and nowhere else

YOU_SAID = "The answers that were published"
"""Where such an idea came from: by this it is told as what it was."""
BECAME = (
    ("Did not", Idea.Status.NOT_USED),
    ("Could not", Idea.Status.NOT_USED),
    ("Did", Idea.Status.USED),
    ("Partly", Idea.Status.PARTLY),
)
"""How an answer begins, and what became of the idea; else the team is looking at it still."""


def bring_answer(project, entry, by):
    """The first line of its reason says what was done, and the rest why."""
    did = entry["did_or_could_not"]
    idea = Idea.bring(project, by=by, text=entry["said"], came_from=YOU_SAID)
    status = next((status for start, status in BECAME if did.startswith(start)), None)
    because = "\n".join(filter(None, [did, entry.get("reason")]))
    idea.becomes(status or Idea.Status.LOOKING, by=by, because=because)
    return idea


def answers(project):
    return alone(project).filter(came_from=YOU_SAID)


def answer_said(idea):
    did, _line, reason = idea.because.partition("\n")
    said = {"said": idea.text, "did_or_could_not": did or idea.get_status_display()}
    return said | {"reason": none_if_empty(reason)}


# What was decided


def bring_decision(project, entry, by):
    return Decision.record(
        project,
        by=by,
        status=entry.get("status", Decision.Status.AGREED),
        ideas=project.ideas.shown().filter(text__in=entry.get("ideas", [])),
        question=entry["question"],
        options="\n".join(entry.get("options", [])),
        decision=entry["decision"],
        reason=text(entry.get("reason")),
        by_whom=text(entry.get("by_whom")),
        dissent=text(entry.get("dissent")),
        decided=text(entry["date"]),
    )


def decisions(project):
    return project.decisions.standing().exclude(sharing=Sharing.PRIVATE).order_by("pk")


def decision_said(decision):
    said = {
        "date": none_if_empty(decision.decided),
        "by_whom": none_if_empty(decision.by_whom),
        "question": decision.question,
        "options": decision.options_list,
        "decision": decision.decision,
        "reason": none_if_empty(decision.reason),
        "dissent": none_if_empty(decision.dissent),
    }
    ideas = [idea.text for idea in decision.ideas.all().order_by("pk")]
    if decision.is_proposed:
        said["status"] = decision.status
    return said | ({"ideas": ideas} if ideas else {})


PART, MEMBER, SOURCE = "projects.Part", "projects.Membership", "evidence.Source"
SECTIONS = (
    Section("open_fixed", PART, bring_part, lambda project: project.parts.all(), part_said),
    Section("team", MEMBER, bring_member, members, member_said, member_alone),
    Section("sources_of_evidence", SOURCE, bring_source, by_number("sources"), source_said),
    Section("sessions", "ideas.Session", bring_session, by_number("sessions"), session_said),
    Section("ideas", "ideas.Idea", bring_idea, ideas, idea_said),
    Section("you_said_we_did", "ideas.Idea", bring_answer, answers, answer_said),
    Section("decisions", "decisions.Decision", bring_decision, decisions, decision_said),
    *AFTER_DECIDING,
)
BY_NAME = {section.name: section for section in SECTIONS}
