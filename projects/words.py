"""What one person has said in their projects, and where it stands now."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.db.models import CharField, DateTimeField, F, Q, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from projects.assessment.models import Agreement, Thought
from projects.checklist.models import GivenAnswer, OtherView
from projects.conversation.models import AgendaPoint, Answer, AskedQuestion, Update
from projects.decisions.models import Decision
from projects.decisions.models import OtherView as Dissent
from projects.ideas.models import Idea
from projects.impact.models import Difference, Story
from projects.models import Project
from projects.partnership.models import WaysVoice
from proposals.models import Proposal
from stages.models import Sharing

PAGE = 25


@dataclass(frozen=True)
class Said:
    """One thing someone said. `about` is what it is about, `stands` what became of it.

    `project` is None for what has not come to one that they may see.
    """

    kind: str
    project: Project | None
    at: date
    about: str
    text: str
    stands: str
    address: str


def words_of(user, number):
    """A page of everything the person said, newest first, in a fixed number of queries.

    Only in projects they may still see: who has left a team finds nothing of it here.
    """
    seen = {project.pk: project for project in Project.objects.visible_to(user)}
    kinds = kinds_of(user, list(seen))
    first, *others = [
        rows.order_by()
        .annotate(when=F(at), row=F("pk"), of=Value(kind, output_field=CharField()))
        .values_list("when", "row", "of")
        for kind, (rows, at, _said) in kinds.items()
    ]
    everything = first.union(*others, all=True).order_by("-when", "-row")
    page = Paginator(everything, PAGE).get_page(number)
    wanted = list(page)
    found = {
        (kind, row.pk): said(row, seen)
        for kind, (rows, _at, said) in kinds.items()
        for row in rows.filter(pk__in=[pk for _when, pk, of in wanted if of == kind])
    }
    page.object_list = [found[kind, pk] for _when, pk, kind in wanted]
    return page


def kinds_of(user, projects):
    """`{kind: (its rows, the name of their time, how a row is said)}`."""
    inside = {"item__project__in": projects, "by": user}
    own = Q(hand=None) | Q(hand__member__isnull=False)  # what they wrote for a group is not theirs
    notes = GivenAnswer.objects.filter(own, **inside).exclude(note="").select_related("item")
    views = OtherView.objects.filter(own, **inside).select_related("item")
    dissents = Dissent.objects.filter(decision__project__in=projects, by=user)
    decisions = Decision.objects.filter(own, project__in=projects, recorded_by=user)
    ideas = Idea.objects.shown().filter(own, project__in=projects, given_by=user)
    thoughts = Thought.objects.filter(own, question__assessment__project__in=projects, by=user)
    agreed = Agreement.objects.filter(own, assessment__project__in=projects, by=user)
    updates = Update.objects.sent().filter(own, project__in=projects, sent_by=user)
    asked = AskedQuestion.objects.filter(own, project__in=projects, asked_by=user)
    answers = Answer.objects.filter(own, asked__project__in=projects, by=user)
    stories = Story.objects.standing().filter(own, project__in=projects, given_by=user)
    voices = WaysVoice.objects.filter(own, ways__project__in=projects, by=user).exclude(note="")
    differences = Difference.objects.filter(own, project__in=projects, recorded_by=user)
    points = AgendaPoint.objects.filter(own, meeting__project__in=projects, added_by=user)
    points = points.filter(is_suggested=False).select_related("meeting")
    proposals = Proposal.objects.of(user).annotate(since=Cast("proposed_on", DateTimeField()))
    return {
        "thought": (thoughts.select_related("question__assessment"), "at", thought),
        "agreement": (agreed.select_related("assessment"), "at", agreement),
        "note": (notes, "at", note),
        "view": (views, "at", view),
        "dissent": (dissents.select_related("decision"), "at", dissent),
        "decision": (decisions.select_related("replaced_by"), "recorded_at", decision),
        "idea": (ideas, "given_on", idea),
        "voice": (voices.select_related("ways"), "at", voice),
        "update": (updates.annotate(since=Cast("told_day", DateTimeField())), "since", update),
        "asked": (asked.annotate(since=Cast("asked_on", DateTimeField())), "since", asked_of_us),
        "answer": (answers.select_related("asked"), "at", answered),
        "story": (stories, "told_at", story),
        "difference": (differences, "recorded_at", difference),
        "point": (points, "added_at", point),
        "proposal": (proposals, "since", proposal),
    }


def note(row, projects):
    item = row.item
    is_now = item.note == row.note and not item.left_out
    stands = _("It stands beside the answer.") if is_now else _("Something newer stands there now.")
    return Said(
        _("Your note"), projects[item.project_id], row.at, item.wording, row.note, stands,
        item.get_absolute_url(),
    )  # fmt: skip


def view(row, projects):
    item = row.item
    stands = _("The group's answer is “%(answer)s”. Your view stands beside it.")
    if not item.value:
        stands = _("The group has not answered yet. Your view stands there already.")
    return Said(
        _("You see this differently"), projects[item.project_id], row.at, item.wording, row.note,
        stands % {"answer": item.get_value_display()}, item.get_absolute_url(),
    )  # fmt: skip


def dissent(row, projects):
    decided = row.decision
    return Said(
        _("You see this differently"), projects[decided.project_id], row.at, decided.question,
        row.note, _("Your view stands beside the decision."), decided.get_absolute_url(),
    )  # fmt: skip


def decision(row, projects):
    stands = {
        Decision.Status.PROPOSED: _("It is proposed. A lead can agree it."),
        Decision.Status.AGREED: _("It is agreed."),
        Decision.Status.REPLACED: _("A newer decision has replaced it."),
    }[Decision.Status(row.status)]
    return Said(
        _("A decision you wrote down"), projects[row.project_id], row.recorded_at, row.question,
        row.decision, stands, row.get_absolute_url(),
    )  # fmt: skip


def idea(row, projects):
    stands = {
        Idea.Status.NEW: _("Nobody has answered yet."),
        Idea.Status.LOOKING: _("Your team is looking at it."),
        Idea.Status.USED: _("It is used."),
        Idea.Status.PARTLY: _("Part of it is used: %(because)s"),
        Idea.Status.NOT_USED: _("It is not used, because: %(because)s"),
    }[Idea.Status(row.status)]
    return Said(
        _("Your idea"), projects[row.project_id], row.given_on, str(row), row.text,
        stands % {"because": row.because}, row.get_absolute_url(),
    )  # fmt: skip


def proposal(row, projects):
    project = projects.get(row.project_id)
    address = project.get_absolute_url() if project else ""
    stands = " ".join(part for part in (row.get_state_display() + ".", row.reply) if part)
    return Said(
        _("A big idea you proposed"), project, row.proposed_on, str(row), row.problem, stands,
        address,
    )  # fmt: skip


def thought(row, projects):
    assessment = row.question.assessment
    decided = _("It is decided by now. Your words stay with it.")
    stands = decided if assessment.is_concluded else _("Your team can read it.")
    return Said(
        _("What you said about working together"), projects[assessment.project_id], row.at,
        row.question.wording, row.note, stands, row.get_absolute_url(),
    )  # fmt: skip


def agreement(row, projects):
    return Said(
        _("You agree"), projects[row.assessment.project_id], row.at, str(row), row.note,
        _("It stands beside the decision."), row.get_absolute_url(),
    )  # fmt: skip


def story(row, projects):
    stands = _("Your team can read it. You can take it back at any time.")
    if row.sharing == Sharing.PUBLIC:
        stands = _("It may stand in what the team prints and shares. You can take it back.")
    return Said(
        _("A story you told"), projects[row.project_id], row.told_at, str(row), row.text, stands,
        row.get_absolute_url(),
    )  # fmt: skip


def voice(row, projects):
    now = _("It stands beside your ways of working.")
    stands = now if row.ways.is_standing else _("It stands beside an earlier wording.")
    return Said(
        _("You agree") if row.agrees else _("You cannot agree yet"), projects[row.ways.project_id],
        row.at, str(row), row.note, stands, row.get_absolute_url(),
    )  # fmt: skip


def update(row, projects):
    who = _("Who it was for: %(audience)s.") % {"audience": row.get_audience_display()}
    return Said(
        _("An update you sent"), projects[row.project_id], row.told_day, row.headline, row.text,
        who, row.get_absolute_url(),
    )  # fmt: skip


def asked_of_us(row, projects):
    stands = {
        AskedQuestion.State.WAITING: _("It waits for an answer."),
        AskedQuestion.State.UNKNOWN: _("It is not known yet."),
        AskedQuestion.State.ANSWERED: _("It is answered."),
        AskedQuestion.State.NOT_TAKEN: _("It is not answered, because: %(because)s"),
    }[AskedQuestion.State(row.state)]
    return Said(
        _("A question you asked"), projects[row.project_id], row.asked_on, str(row), row.question,
        stands % {"because": row.because}, row.get_absolute_url(),
    )  # fmt: skip


def answered(row, projects):
    return Said(
        _("An answer you wrote"), projects[row.asked.project_id], row.at, str(row.asked), row.text,
        _("It stands beside the question."), row.asked.get_absolute_url(),
    )  # fmt: skip


def difference(row, projects):
    stands = _("Your team can read it.")
    if row.sharing == Sharing.PUBLIC:
        stands = _("It may stand in what the team prints and shares.")
    return Said(
        _("A difference you wrote down"), projects[row.project_id], row.recorded_at, row.said,
        row.changed, stands, row.get_absolute_url(),
    )  # fmt: skip


def point(row, projects):
    stands = _("The meeting is closed. Its summary says what came of it.")
    if row.is_parked:
        stands = _("There was no time for it. It is kept for another meeting.")
    elif row.meeting.is_called_off:
        stands = _("The meeting was called off. It can be taken up at another one.")
    elif row.meeting.is_planned:
        stands = _("It is on the agenda.")
    return Said(
        _("What you brought to a meeting"), projects[row.meeting.project_id], row.added_at,
        row.meeting.what_for, row.title, stands, row.get_absolute_url(),
    )  # fmt: skip
