"""The one next thing: one sentence and one button, or that nothing is waiting."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from needs.waiting import waiting_for
from projects.checklist.models import Answer, ChecklistItem
from projects.conversation.meetings.waiting import meeting_waiting_for, meeting_waiting_in
from projects.conversation.waiting import talk_waiting_for, talk_waiting_in
from projects.evidence.models.equality import reopened_by
from projects.ideas.models import Idea
from projects.impact.waiting import look_again_in
from projects.models import Membership, Project, Support
from projects.partnership.waiting import asked_to_answer, together_in
from projects.payment.waiting import payment_waiting_for
from projects.plan.waiting import late_for, mine_late_in, plan_waiting_in
from projects.reasons import any_reason, reason_columns, reasons_for
from projects.team.models import JoinRequest
from proposals.models import Proposal
from stages.models import STEPS, Stage
from ui.jinja import day


@dataclass(frozen=True)
class NextThing:
    sentence: str
    button: str
    address: str


def next_thing_in(project, membership, display):
    """What this member could do now in this project, or None. The first that fits, in this order:

    what they said they would look at; what they were to do by now in the plan; a meeting to
    answer, to go to or to sum up; an idea from outside that waits for them to read it; what the
    conversation waits for (`projects.conversation.waiting`); what working together asks of them
    (`partnership.waiting`);
    for leads, a team without lived experience, an empty “What is open?” sheet, an equality check
    to look at, something in it that was to be done by now, something in the plan that is late or
    that nobody sees to, ideas that have waited long for an answer, a day to look at the numbers
    again that has passed; then the next unanswered item, and for leads a step whose items are all
    answered.
    """
    if project.is_closed or "contribute" not in membership.abilities:
        return None
    mine = project.checklist.still_open().filter(given_to=membership).first()
    if mine:
        return given(mine, display)
    if late := mine_late_in(project, membership):
        return late
    if meets := meeting_waiting_in(project, membership):
        return meets
    if unread := to_read(project.ideas.for_reader(membership), project):
        return unread
    if said := talk_waiting_in(project, membership):
        return said
    if together := together_in(project, membership):
        return together
    if "lead" in membership.abilities:
        gap = gap_in(project) or fairness_in(project) or plan_waiting_in(project)
        gap = gap or ideas_waiting(project) or look_again_in(project)
        return gap or next_item(project, display) or all_answered(project)
    return next_item(project, display)


def given(item, display):
    words = item.words(display)
    if item.due_on and item.due_on < timezone.localdate():
        sentence = _("You said you would look at this by %(day)s: “%(item)s”") % {
            "day": day(item.due_on),
            "item": words,
        }
    elif item.due_on:
        sentence = _("By %(day)s, please look at this: “%(item)s”") % {
            "day": day(item.due_on),
            "item": words,
        }
    else:
        sentence = _("You said you would look at this: “%(item)s”") % {"item": words}
    return NextThing(sentence, _("Go to it"), item.get_absolute_url())


def gap_in(project):
    """What a lead should see to before the work goes on, or None."""
    step = STEPS.index(Stage(project.stage))
    past = [stage for stage in STEPS if STEPS.index(stage) <= step]
    if Stage.BUILDING_THE_TEAM in past and not (project.service_users or project.carers):
        return NextThing(
            _("Nobody who uses the service and no carer is in the team yet."),
            _("Invite someone to the team"),
            reverse("team:invite", args=[project.pk]),
        )
    if Stage.DECISION_TIME in past and not project.parts.exists():
        return NextThing(
            _("Say what is open and what is fixed, before people give their time."),
            _("Begin the “What is open?” sheet"),
            reverse("whats_open:new", args=[project.pk]),
        )
    return None


def to_read(ideas, project):
    """What came from outside a week ago and nobody has read, for its reader and leads; or None."""
    if not ideas.too_long().exists():
        return None
    return NextThing(
        _("Someone’s idea has waited for a week to be read."),
        _("Read it"),
        reverse("ideas:waiting:index", args=[project.pk]),
    )


def ideas_waiting(project):
    """Ideas of weeks ago that nobody has answered, for a lead; or None."""
    waiting = project.ideas.shown().filter(status=Idea.Status.NEW).given_long_ago()
    if not waiting.exists():
        return None
    return NextThing(
        _("People gave ideas more than four weeks ago, and nobody has answered them."),
        _("Read the ideas"),
        f"{reverse('ideas:index', args=[project.pk])}?status={Idea.Status.NEW}",
    )


def fairness_in(project):
    """What the equality check asks of a lead: to look at it again, or at what is late in it."""
    stage = reopened_by(project)
    if stage:
        return NextThing(
            _("The project has come to “%(stage)s”. It is time to look at the equality check.")
            % {"stage": stage.label},
            _("Open the equality check"),
            reverse("evidence:equality:index", args=[project.pk]),
        )
    late = project.checked_groups.overdue().first()
    if late:
        about = {"day": day(late.due_on), "action": Truncator(late.action.rstrip(".")).chars(120)}
        return NextThing(
            _("This was planned for %(day)s: “%(action)s”. Is it done?") % about,
            _("Look at it"),
            late.get_absolute_url(),
        )
    return None


def all_answered(project):
    """For a lead, when the step has no unanswered item: on to the next, or the end."""
    stage = Stage(project.stage)
    if stage == STEPS[-1]:
        return NextThing(
            _("Everything in “%(step)s” has an answer.") % {"step": stage.label},
            _("Complete the project"),
            reverse("projects:status", args=[project.pk]),
        )
    return NextThing(
        _("Everything in “%(step)s” has an answer. Move on when your team is ready.")
        % {"step": stage.label},
        _("Move on"),
        reverse("projects:move", args=[project.pk]),
    )


def next_item(project, display):
    """The first item of the current step that nobody has answered, or None."""
    unanswered = project.checklist.kept().filter(stage=project.stage, value=Answer.NONE)
    item = unanswered.order_by("position").first()
    if item is None:
        return None
    sentence = _("Next to talk about in “%(step)s”: “%(item)s”") % {
        "step": Stage(project.stage).label,
        "item": item.words(display),
    }
    return NextThing(sentence, _("Open the checklist"), item.get_absolute_url())


def next_thing_for(user, display):
    """(project or None, next thing) of the person, or None: nothing waits. The first of:

    1. what others wait for: an access request that names them and a need to look at again
       (`needs.waiting`), someone who asks to join a team they lead, an idea from outside that they
       are the reader of, a team that made them a lead, someone who asks for their help, someone
       who waits for a payment they look after, a big idea proposed to their organisation;
    2. a check-in of their team that they have not answered; what they said they would look at,
        soonest date first; what they were to do by now; a meeting
        (`meeting_waiting_for`);
    3. the next thing (`next_thing_in`) of the active project that moved last, of those that have
       one for them;
    4. for the involvement team, when they are in no team: a project that might welcome help.

    A session that began with a code on paper finds only what its one project has.
    """
    active = Project.objects.of_member(user).filter(status=Project.Status.ACTIVE)
    for look in LOOKS:
        if found := look(user, active, display):
            return found
    return None


def needed(user, active, display):
    waiting = waiting_for(user)
    return (None, waiting) if waiting else None


def asked_to_join(user, active, display):
    """Who asks to join waits for a lead, also while the project rests."""
    places = places_of(user).leads().filter(project__status__in=Project.OPEN)
    asked = JoinRequest.objects.waiting().filter(project__in=places.values("project"))
    first = asked.select_related("project").first()
    if first is None:
        return None
    sentence = _("Someone asks to join the team, and waits for an answer.")
    return first.project, NextThing(sentence, _("Read it"), first.get_absolute_url())


def asked_to_read(user, active, display):
    """An idea from outside has waited for a week for this very reader."""
    places = places_of(user).filter(project__in=active)
    places = places.exclude(role=Membership.Role.OBSERVER).values("pk")
    waiting = Idea.objects.waiting().too_long().filter(question__reader__in=places)
    first = waiting.select_related("project").first()
    return (first.project, to_read(waiting, first.project)) if first else None


def asked_to_lead(user, active, display):
    place = places_of(user).exclude(lead_from="").select_related("project").first()
    if place is None:
        return None
    sentence = _("You were asked to lead this project with others. Is that all right?")
    return place.project, NextThing(sentence, _("Say yes or no"), place.project.get_absolute_url())


def asked_to_help(user, active, display):
    asked = Support.objects.lasting_in(user).filter(agreed_at=None).first()
    if asked is None:
        return None
    sentence = _("%(name)s would like you to help them take part.") % {
        "name": asked.member.user.name
    }
    address = reverse("support:agree", args=[asked.project_id, asked.pk])
    return None, NextThing(sentence, _("Say yes or no"), address)


def waits_for_payment(user, active, display):
    return payment_waiting_for(user)


def waits_in_talk(user, active, display):
    return talk_waiting_for(user)


def proposed(user, active, display):
    """For the involvement team: who proposed a big idea waits for them, the longest first."""
    if user.confined_to or not user.oversees_any:
        return None
    first = Proposal.objects.visible_to(user).waiting().first()
    if first is None:
        return None
    sentence = _("A big idea waits for an answer.")
    if first.days:
        waited = ngettext(
            "A big idea has waited %(num)s day for an answer.",
            "A big idea has waited %(num)s days for an answer.",
            first.days,
        )
        sentence = waited % {"num": first.days}
    return None, NextThing(sentence, _("Read it and answer"), first.get_absolute_url())


def asked_how_it_feels(user, active, display):
    return asked_to_answer(places_of(user).filter(project__in=active))


def given_to(user, active, display):
    mine = ChecklistItem.objects.given_to(user).filter(project__in=active)
    item = mine.select_related("project").first()
    return (item.project, given(item, display)) if item else None


def is_late(user, active, display):
    return late_for(user, active)


def meets(user, active, display):
    return meeting_waiting_for(user)


def in_a_project(user, active, display):
    """One query finds the project, so that many projects cost no more than one."""
    waiting = ChecklistItem.objects.kept().filter(
        project=OuterRef("project"), stage=OuterRef("project__stage"), value=Answer.NONE
    )
    leads = Q(role=Membership.Role.LEAD)
    answers = ~Q(role=Membership.Role.OBSERVER) & Exists(waiting)
    places = places_of(user).filter(leads | answers, project__in=active)
    place = places.select_related("project", "user").order_by("-project__last_activity_at").first()
    if place is None:
        return None
    thing = next_thing_in(place.project, place, display)
    return (place.project, thing) if thing else None


def worth_a_look(user, active, display):
    """The one that nobody has written in for the longest time."""
    if user.confined_to or not user.oversees_any or places_of(user).exists():
        return None
    overseen = Project.objects.filter(organisation__in=user.oversees.values("pk"))
    welcoming = overseen.filter(any_reason(), status=Project.Status.ACTIVE)
    project = welcoming.annotate(**reason_columns()).order_by("last_activity_at", "pk").first()
    if project is None:
        return None
    reason = reasons_for(project)[0]
    sentence = _("A project might welcome your help. %(reason)s.") % {"reason": reason.words}
    return project, NextThing(sentence, _("Look at the project"), project.get_absolute_url())


def places_of(user):
    return Membership.objects.of(user).here()


LOOKS = (
    needed,
    asked_to_join,
    asked_to_read,
    asked_to_lead,
    asked_to_help,
    waits_for_payment,
    waits_in_talk,
    proposed,
    asked_how_it_feels,
    given_to,
    is_late,
    meets,
    in_a_project,
    worth_a_look,
)
