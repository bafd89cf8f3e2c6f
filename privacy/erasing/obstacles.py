"""What stands in the way of erasing a person, in words."""

from django.utils.translation import gettext as _

from accounts.models import User
from privacy.models import LegalHold
from projects.models import Membership, Project


class NotYet(Exception):
    """Something has to be done first; `.reasons` says what, in words for the person."""

    def __init__(self, reasons):
        super().__init__("not yet")
        self.reasons = reasons


def reasons_against(person):
    """Why this person cannot be erased today, in words for themselves; usually none."""
    reasons = [
        _(
            "You are the only lead of “%(project)s”. Ask someone else to lead it, "
            "or close it, first."
        )
        % {"project": project.title}
        for project in led_alone_by(person)
    ]
    reasons += [
        _("You are the only administrator of %(organisation)s. Ask for another one first.")
        % {"organisation": organisation.name}
        for organisation in administered_alone_by(person)
    ]
    if LegalHold.objects.on_person(person).exists():
        reasons.append(
            _("There is a legal reason to keep this at the moment. Ask us what it is about.")
        )
    return reasons


def reasons_for_others(person):
    """The same in words for an administrator, who does not learn which teams someone is in."""
    reasons = []
    if led_alone_by(person):
        reasons.append(_("They are the only lead of an open project. It needs another one first."))
    if administered_alone_by(person):
        reasons.append(_("They are the only administrator. Choose another one first."))
    if LegalHold.objects.on_person(person).exists():
        reasons.append(_("What we know about them is kept for a legal reason at the moment."))
    return reasons


def led_alone_by(person):
    """Open projects that would have no lead without this person."""
    leads = Membership.objects.here().leads().filter(user__is_active=True)
    others = leads.exclude(user=person).values("project")
    mine = Membership.objects.here().leads().filter(user=person).values("project")
    return list(Project.objects.open().filter(pk__in=mine).exclude(pk__in=others))


def administered_alone_by(person):
    others = User.objects.filter(is_active=True).exclude(pk=person.pk)
    return [
        organisation
        for organisation in person.administers.all()
        if not others.filter(administers=organisation).exists()
    ]
