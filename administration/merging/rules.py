"""Every column that points at a person or at a place in a team, and what happens to it.

A test compares both tables with all models there are: no new one is forgotten in silence.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from administration.merging.columns import (
    Column,
    both_views,
    careful_answers,
    drop,
    follow,
    helps_once,
    is_helped_once,
    once_for_each,
    see_once,
)


@dataclass(frozen=True)
class Rule:
    do: Callable
    words: Promise | str = ""
    """What to call it before it is done; nothing for what people do not count."""


TEAMS = _("Places in teams")
ANSWERS = _("Answers on checklists")
VIEWS = _("Times they see something differently")
DECISIONS = _("Decisions written down")
HELP = _("Times they help someone take part")
IDEAS = _("Ideas they gave")
PLANNED = _("Things they planned, or changed in a plan")
PROPOSED = _("Big ideas they proposed")
NEEDS = _("Things they need to take part")
ASKED = _("Pages asked for another way")
CLAIMS = _("Things they would like to be paid for")
LINES = _("Lines of activity")
LISTS = _("Lists of an organisation")
MESSAGES = _("Messages to them")
PROJECTS = _("Projects started, moved or closed")
AGREED = _("Times they agreed to the privacy words")

RULES = {
    "projects.Membership.user": Rule(follow, TEAMS),
    "projects.Support.helper": Rule(helps_once, HELP),
    "projects.Support.named_by": Rule(follow),
    "projects.Support.ended_by": Rule(follow),
    "projects.Hand.typed_by": Rule(follow),
    "projects.Activity.actor": Rule(follow, LINES),
    "projects.PersonalCode.made_by": Rule(follow),
    "proposals.Proposal.proposed_by": Rule(follow, PROPOSED),
    "proposals.Proposal.answered_by": Rule(follow),
    "proposals.ContactRead.reader": Rule(once_for_each("proposal", "on")),
    "projects.Project.started_by": Rule(follow, PROJECTS),
    "projects.Move.by": Rule(follow, PROJECTS),
    "projects.StatusChange.by": Rule(follow, PROJECTS),
    "checklist.ChecklistItem.answered_by": Rule(follow),
    "checklist.ChecklistItem.note_by": Rule(follow),
    "checklist.GivenAnswer.by": Rule(follow, ANSWERS),
    "checklist.OtherView.by": Rule(both_views("item"), VIEWS),
    "decisions.Decision.recorded_by": Rule(follow, DECISIONS),
    "decisions.OtherView.by": Rule(both_views("decision"), VIEWS),
    "projects.PartVersion.by": Rule(follow),
    "assessment.Assessment.begun_by": Rule(follow),
    "assessment.Thought.by": Rule(both_views("question")),
    "assessment.Agreement.by": Rule(both_views("assessment")),
    "ideas.Idea.given_by": Rule(follow, IDEAS),
    "ideas.Idea.written_by": Rule(follow),
    "ideas.Idea.checked_by": Rule(follow),
    "ideas.Outcome.by": Rule(follow),
    "ideas.MeToo.by": Rule(once_for_each("idea")),
    "ideas.ContactRead.reader": Rule(follow),
    "ideas.OpenQuestion.by": Rule(follow),
    "ideas.Session.recorded_by": Rule(follow),
    "evidence.Source.added_by": Rule(follow),
    "files.File.added_by": Rule(follow),
    "files.File.taken_away_by": Rule(follow),
    "evidence.EqualityVersion.kept_by": Rule(follow),
    "evidence.EqualityLook.by": Rule(follow),
    "impact.Reading.by": Rule(follow),
    "impact.Story.given_by": Rule(follow),
    "impact.Story.written_by": Rule(follow),
    "exports.Record.made_by": Rule(follow),
    "impact.Difference.recorded_by": Rule(follow),
    "impact.Lesson.written_by": Rule(follow),
    "impact.Meaning.by": Rule(follow),
    "impact.WhatNext.by": Rule(follow),
    "plan.Action.added_by": Rule(follow, PLANNED),
    "plan.Aim.writer": Rule(follow, PLANNED),
    "plan.SmallTest.added_by": Rule(follow, PLANNED),
    "plan.PlanChange.writer": Rule(follow, PLANNED),
    "partnership.Ways.written_by": Rule(follow),
    "partnership.WaysVoice.by": Rule(both_views("ways")),
    "partnership.CheckIn.opened_by": Rule(follow),
    "conversation.Update.written_by": Rule(follow),
    "conversation.Update.sent_by": Rule(follow),
    "conversation.Correction.by": Rule(follow),
    "conversation.AskedQuestion.asked_by": Rule(follow),
    "conversation.Answer.by": Rule(follow),
    "conversation.Rhythm.by": Rule(follow),
    "conversation.Hearer.by": Rule(follow),
    "team.Invitation.by": Rule(follow),
    "conversation.Meeting.planned_by": Rule(follow),
    "conversation.MeetingSummary.by": Rule(follow),
    "conversation.AgendaPoint.added_by": Rule(follow),
    "conversation.Captured.by": Rule(follow),
    "team.JoinPage.by": Rule(follow),
    "team.JoinRequest.answered_by": Rule(follow),
    "payment.Rate.by": Rule(follow),
    "payment.PaymentKeeper.person": Rule(follow),
    "payment.PaymentKeeper.chosen_by": Rule(follow),
    "payment.Claim.person": Rule(follow, CLAIMS),
    "payment.Claim.changed_by": Rule(follow),
    "consents.Consent.by": Rule(follow),
    "consents.Consent.withdrawn_by": Rule(follow),
    "consents.ConsentUse.by": Rule(follow),
    "needs.Need.person": Rule(follow, NEEDS),
    "needs.Need.told_by": Rule(follow),
    "needs.NamedPerson.person": Rule(see_once),
    "needs.NamedPerson.by": Rule(follow),
    "needs.Arrangement.by": Rule(follow),
    "needs.Arranger.person": Rule(follow),
    "needs.Arranger.chosen_by": Rule(follow),
    "needs.AskedAnotherWay.asker": Rule(follow, ASKED),
    "needs.AskedAnotherWay.named": Rule(follow),
    "needs.AskedAnotherWay.answered_by": Rule(follow),
    "needs.AskedAnotherWay.handed_over_by": Rule(follow),
    "outbox.Message.to": Rule(follow, MESSAGES),
    "outbox.Envelope.to": Rule(follow),
    "outbox.Envelope.done_by": Rule(follow),
    "privacy.Agreement.person": Rule(once_for_each("statement"), AGREED),
    "privacy.LegalHold.person": Rule(follow),
    "privacy.LegalHold.by": Rule(follow),
    "privacy.LegalHold.lifted_by": Rule(follow),
    "privacy.RetentionClass.by": Rule(follow),
    "privacy.Destroyed.by": Rule(follow),
    "privacy.Statement.by": Rule(follow),
    "accounts.Organisation_involvement_team.user": Rule(once_for_each("organisation"), LISTS),
    "accounts.Organisation_administrators.user": Rule(once_for_each("organisation"), LISTS),
    "accounts.Organisation_staff.user": Rule(once_for_each("organisation"), LISTS),
    "accounts.PrivateRead.of": Rule(follow),
    "accounts.PrivateRead.reader": Rule(follow),
    "accounts.User.merged_into": Rule(follow),
    "accounts.User_groups.user": Rule(drop),
    "accounts.User_user_permissions.user": Rule(drop),
    "administration.Act.by": Rule(follow),
    "administration.Act.whom": Rule(follow),
    "account.EmailAddress.user": Rule(drop),
    "admin.LogEntry.user": Rule(follow),
    "mfa.Authenticator.user": Rule(drop),
    "usersessions.UserSession.user": Rule(drop),
}

PLACE_RULES = {
    "projects.Support.member": Rule(is_helped_once),
    "projects.Hand.member": Rule(follow),
    "projects.PersonalCode.membership": Rule(once_for_each()),
    "projects.Move.asked_lived": Rule(follow),
    "projects.Move.asked_staff": Rule(follow),
    "checklist.ChecklistItem.given_to": Rule(follow),
    "consents.Consent.membership": Rule(careful_answers),
    "conversation.AskedQuestion.for_whom": Rule(follow),
    "ideas.OpenQuestion.reader": Rule(follow),
    "plan.Action.owner": Rule(follow),
    "plan.CalendarFeed.membership": Rule(once_for_each()),
    "partnership.OnPaper.member": Rule(once_for_each("check_in")),
    "partnership.MeetingRole.member": Rule(follow),
    "conversation.Coming.member": Rule(once_for_each("meeting")),
    "conversation.MeetingRole.member": Rule(follow),
    "conversation.AgendaPoint.member": Rule(follow),
    "team.Invitation.connects": Rule(follow),
    "team.Invitation.member": Rule(follow),
}


def columns(rules):
    for label, rule in rules.items():
        model, name = label.rsplit(".", 1)
        yield Column(apps.get_model(model), name), rule
