"""What a person told, asked and answered in the conversation of a project."""

from django.utils.translation import gettext as _

from privacy.gathering.group import Group, gathers
from projects.conversation.models import (
    Answer,
    AskedQuestion,
    Correction,
    Hearer,
    Rhythm,
    Update,
)


@gathers("conversation.AskedQuestion.asked_by")
def questions(person):
    keys = {
        "project": _("Project"),
        "question": _("Your question"),
        "state": _("How far it is"),
        "on": _("You asked it"),
    }
    found = AskedQuestion.objects.filter(asked_by=person).select_related("project")
    rows = [
        (one.project.title, one.question, one.get_state_display(), one.asked_on) for one in found
    ]
    return Group("asked_a_team", _("Questions you asked a team"), keys, rows)


@gathers("conversation.Update.written_by", "conversation.Update.sent_by")
def updates(person):
    keys = {
        "project": _("Project"),
        "headline": _("Headline"),
        "text": _("What it says"),
        "sent": _("Sent"),
        "at": _("You wrote it"),
    }
    theirs = Update.objects.filter(written_by=person) | Update.objects.filter(sent_by=person)
    found = theirs.select_related("project").order_by("pk")
    rows = [
        (one.project.title, one.headline, one.text, one.is_sent, one.written_at) for one in found
    ]
    return Group("updates", _("Updates you wrote or sent"), keys, rows)


@gathers("conversation.Answer.by", "conversation.Correction.by")
def answers(person):
    keys = {
        "project": _("Project"),
        "about": _("What it is about"),
        "text": _("What you wrote"),
        "at": _("When"),
    }
    found = Answer.objects.filter(by=person).select_related("asked__project")
    rows = [(one.asked.project.title, one.asked.question, one.text, one.at) for one in found]
    put_right = Correction.objects.filter(by=person).select_related("update__project")
    rows += [(one.update.project.title, one.update.headline, one.text, one.at) for one in put_right]
    return Group("answers_to_people", _("Answers and corrections you wrote"), keys, rows)


@gathers("conversation.Rhythm.by", "conversation.Hearer.by")
def plans(person):
    keys = {"project": _("Project"), "what": _("What you wrote down"), "on": _("When")}
    agreed = Rhythm.objects.filter(by=person).select_related("project")
    rows = [(one.project.title, one.in_words, one.agreed_on) for one in agreed]
    hear = Hearer.objects.filter(by=person).select_related("project")
    rows += [(one.project.title, one.who, None) for one in hear]
    return Group("keeping_in_touch", _("How a team keeps in touch, as you wrote it"), keys, rows)


GROUPS = (questions, updates, answers, plans)
