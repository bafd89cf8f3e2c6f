"""What someone did for others: never whom it was for, because that is private to them."""

from django.contrib.admin.models import LogEntry
from django.utils.translation import gettext as _

from administration.models import Act
from needs.models import Arranger, AskedAnotherWay, NamedPerson
from privacy.gathering.group import Group, gathers
from privacy.models import Destroyed, LegalHold, RetentionClass, Statement
from projects.exports.models import Record
from projects.ideas.models import Idea, OpenQuestion, Session
from projects.models import Hand
from projects.payment.models import Claim, PaymentKeeper, Rate
from projects.team.models import Invitation, JoinPage, JoinRequest
from proposals.models import ContactRead, Proposal


@gathers("privacy.Statement.by", "privacy.RetentionClass.by", "privacy.Destroyed.by")
@gathers("privacy.LegalHold.by", "privacy.LegalHold.lifted_by")
def looking_after(person):
    keys = {"what": _("What you did"), "about": _("About what"), "at": _("When")}
    rows = []
    for model, by, at, words in (
        (Statement, "by", "published_on", _("Published new words")),
        (RetentionClass, "by", "at", _("Said how long things are kept")),
        (Destroyed, "by", "at", _("Destroyed what had come to its time")),
        (LegalHold, "by", "since", _("Kept something for a legal reason")),
        (LegalHold, "lifted_by", "lifted_at", _("Ended a legal reason to keep something")),
    ):
        for one in model.objects.filter(**{by: person}):
            about = "" if model is LegalHold else str(one)
            rows.append((words, about, getattr(one, at)))
    return Group("looking_after", _("What you did to look after our records"), keys, rows)


@gathers("admin.LogEntry.user")
def administration(person):
    """Not what it was about: that may be another person."""
    keys = {"what": _("What you did"), "at": _("When")}
    found = LogEntry.objects.filter(user=person)
    rows = [(one.get_action_flag_display(), one.action_time) for one in found]
    return Group("administration", _("What you did in the administration pages"), keys, rows)


@gathers("administration.Act.by", "administration.Act.whom")
def acts(person):
    keys = {"what": _("What was done"), "who": _("By whom"), "at": _("When")}
    found = Act.objects.filter(by=person) | Act.objects.filter(whom=person)
    rows = [(_(one.what), one.by.name, one.at) for one in found.select_related("by")]
    about = _("What administrators did to your account, and what you did as one.")
    return Group("acts", _("What administrators did"), keys, rows, about)


@gathers("needs.NamedPerson.person", "needs.Arranger.person")
def trusted_with(person):
    keys = {"what": _("With what"), "project": _("Project"), "since": _("Since")}
    shown = NamedPerson.objects.filter(person=person).values_list("at", flat=True)
    rows = [(_("What someone needs"), "", at) for at in shown]
    found = Arranger.objects.filter(person=person).select_related("project")
    rows += [(_("Arranging things"), one.project.title, one.chosen_at) for one in found]
    return Group("trusted_with", _("What people trust you with"), keys, rows)


@gathers("needs.AskedAnotherWay.named", "needs.AskedAnotherWay.answered_by")
def tasks(person):
    keys = {"what": _("Task"), "answer": _("What you answered"), "due_on": _("By when")}
    found = AskedAnotherWay.objects.filter(named=person)
    found |= AskedAnotherWay.objects.filter(answered_by=person)
    rows = [
        (str(one), one.answer if one.answered_by_id == person.pk else "", one.due_on)
        for one in found
    ]
    return Group("tasks", _("Requests you were asked to see to"), keys, rows)


@gathers("team.Invitation.by", "team.JoinPage.by", "team.JoinRequest.answered_by")
def inviting(person):
    keys = {"what": _("What you did"), "project": _("Project"), "at": _("When")}
    invited = Invitation.objects.filter(by=person).select_related("project")
    rows = [(_("Invited someone"), one.project.title, one.made_at) for one in invited]
    posters = JoinPage.objects.filter(by=person).select_related("project")
    rows += [(_("Made a poster"), one.project.title, None) for one in posters]
    answered = JoinRequest.objects.filter(answered_by=person).select_related("project")
    rows += [
        (_("Answered someone who asked to join"), one.project.title, answered_at(one))
        for one in answered
    ]
    return Group("inviting", _("Whom you asked into a team"), keys, rows)


@gathers("proposals.Proposal.answered_by", "proposals.ContactRead.reader")
def answering(person):
    """Not whose: they may have no account, and it is private to them."""
    keys = {"what": _("What you did"), "answer": _("What you answered"), "at": _("When")}
    answered = Proposal.objects.filter(answered_by=person)
    rows = [(one.get_state_display(), one.reply, one.answered_at) for one in answered]
    looks = ContactRead.objects.filter(reader=person)
    rows += [(_("Looked at how to reach who proposed an idea"), "", one.on) for one in looks]
    return Group("answering", _("How you answered big ideas"), keys, rows)


def answered_at(asked):
    return asked.confirmed_at or asked.declined_at


@gathers("payment.PaymentKeeper.person", "payment.Claim.changed_by", "payment.Rate.by")
def payment(person):
    """Not whose claims they were: that is private to the others."""
    keys = {"what": _("What you did"), "about": _("About what"), "at": _("When")}
    kept = PaymentKeeper.objects.filter(person=person).select_related("project")
    rows = [(_("Looks after payment"), one.project.title, one.chosen_at) for one in kept]
    turned = Claim.objects.filter(changed_by=person).select_related("project")
    rows += [(_("Answered a claim"), one.project.title, one.changed_at) for one in turned]
    rates = Rate.objects.filter(by=person)
    rows += [(_("Wrote down what is paid"), one.what, one.at) for one in rates]
    return Group("payment", _("What you did about payment"), keys, rows)


@gathers("exports.Record.made_by")
def made_records(person):
    keys = {"what": _("What you made"), "project": _("Project"), "at": _("When")}
    found = Record.objects.filter(made_by=person).select_related("project")
    rows = [(str(one), one.project.title, one.made_at) for one in found]
    return Group("made_records", _("Involvement records you made"), keys, rows)


@gathers("projects.Hand.typed_by")
def wrote_for_others(person):
    keys = {"project": _("Project"), "how": _("How"), "until": _("Until")}
    found = Hand.objects.filter(typed_by=person).select_related("project")
    rows = [(one.project.title, one.get_how_display(), one.until) for one in found]
    return Group("wrote_for_others", _("When you wrote for someone else"), keys, rows)


@gathers("ideas.Session.recorded_by", "ideas.Idea.written_by", "ideas.Idea.checked_by")
@gathers("ideas.OpenQuestion.by", "ideas.OpenQuestion.reader")
def heard_others(person):
    """Not what those said: it is theirs. A row for each, and where it was."""
    keys = {"what": _("What you did"), "project": _("Project"), "about": _("About what")}
    rows = []
    for found, words in (
        (Session.objects.filter(recorded_by=person), _("Wrote down a session")),
        (OpenQuestion.objects.filter(by=person), _("Asked everyone a question")),
        (OpenQuestion.objects.filter(reader__user=person), _("Reads what people answer")),
    ):
        rows += [(words, one.project.title, str(one)) for one in found.select_related("project")]
    for found, words in (
        (Idea.objects.filter(written_by=person), _("Wrote down an idea")),
        (Idea.objects.filter(checked_by=person), _("Read an idea from outside")),
    ):
        titles = found.values_list("project__title", flat=True)
        rows += [(words, title, "") for title in titles]
    return Group("heard_others", _("Whom you asked, and what you wrote down for them"), keys, rows)


GROUPS = (
    trusted_with,
    tasks,
    inviting,
    heard_others,
    payment,
    answering,
    wrote_for_others,
    made_records,
    acts,
    looking_after,
    administration,
)
