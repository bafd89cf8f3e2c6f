"""What the conversation waits for, for someone's one next thing. It reads like a `NextThing`."""

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.conversation.models import AskedQuestion, Update
from projects.conversation.models.rhythm import Heartbeat
from projects.models import Membership
from ui.jinja import day


@dataclass(frozen=True)
class Waiting:
    sentence: str
    button: str
    address: str


def talk_waiting_in(project, membership):
    """For leads: a promise whose day has come, a question that waits, a rhythm that has passed.

    For a member: a question that they see to; and, half a rhythm later, that it is silent.
    """
    is_lead = membership.role == Membership.Role.LEAD
    heartbeat = Heartbeat.of(project)
    if is_lead and (promise := project.updates.promises().filter(due_by_now()).first()):
        return to_keep(promise)
    questions = project.asked_questions.too_long()
    if not is_lead:
        questions = questions.filter(for_whom=membership.pk)
    if question := questions.order_by("asked_on", "pk").first():
        return to_answer(question)
    if is_lead and heartbeat.is_due:
        return to_tell(project, heartbeat)
    return silence(project, heartbeat) if heartbeat.is_long_due else None


def talk_waiting_for(user):
    """`(project, Waiting)` of what waits for this person in one of their active projects, or None.

    Three queries, however many projects there are.
    """
    mine = Membership.objects.of(user).here().filter(project__status="active")
    leads = mine.leads().values("project")
    due = Update.objects.promises().filter(due_by_now(), project__in=leads)
    if promise := due.select_related("project").first():
        return promise.project, to_keep(promise)
    asked = AskedQuestion.objects.too_long().filter(for_whom__in=mine.values("pk"))
    if question := asked.select_related("project").order_by("asked_on", "pk").first():
        return question.project, to_answer(question)
    quiet = mine.filter(project__update_due_on__lt=timezone.localdate())
    for place in quiet.select_related("project").order_by("project__update_due_on", "pk")[:5]:
        heartbeat = Heartbeat.of(place.project)
        if place.role == Membership.Role.LEAD:
            return place.project, to_tell(place.project, heartbeat)
    return None


def due_by_now():
    return Q(promised_on__lte=timezone.localdate())


def to_keep(promise):
    said = {"headline": promise.headline, "day": day(promise.promised_on)}
    sentence = _("You promised to say more by %(day)s: “%(headline)s”.") % said
    return Waiting(sentence, _("Say it, or why not yet"), promise.get_absolute_url())


def to_answer(question):
    if question.by_when:
        said = {"day": day(question.by_when)}
        sentence = _("An answer to a question was promised by %(day)s.") % said
    else:
        sentence = ngettext(
            "Someone has waited %(num)s day for an answer to a question.",
            "Someone has waited %(num)s days for an answer to a question.",
            question.days,
        ) % {"num": question.days}
    return Waiting(sentence, _("Read it and answer"), question.get_absolute_url())


def to_tell(project, heartbeat):
    sentence = _("%(silence)s. People may wonder, also when there is little to tell.")
    address = reverse("conversation:updates:new", args=[project.pk])
    return Waiting(sentence % {"silence": heartbeat.silence}, _("Write an update"), address)


def silence(project, heartbeat):
    sentence = _("%(silence)s. You can ask your team how it goes.")
    address = reverse("conversation:questions:new", args=[project.pk])
    return Waiting(sentence % {"silence": heartbeat.silence}, _("Ask a question"), address)
