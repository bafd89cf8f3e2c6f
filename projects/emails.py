"""What the models of a project tell people, one function per message."""

from django.urls import reverse
from django.utils.translation import gettext as _

from outbox.models import Message
from projects.telling import team_of, tell


def asked_to_help(support, code):
    """To the one who was named, at once. Someone without an account gets a secret link."""
    name = {"name": support.member.user.name}
    text = _(
        "%(name)s takes part in a project, and would like you to help them with it.\n\n"
        "You would use the project's pages for them. What you write counts as theirs, and your "
        "name stands beside it.\n\nYou can say yes or no, and stop at any time."
    )
    what = {"subject": _("Someone would like your help"), "text": text % name, "at_once": True}
    if code:
        url = reverse("supporting:asked", args=[code])
        Message.write(to=None, address=support.email, url=url, secret=True, **what)
    else:
        url = reverse("support:agree", args=[support.project_id, support.pk])
        Message.write(to=support.helper, url=url, about=support, **what)


def agreed_to_help(support):
    """To the member, at once."""
    Message.write(
        to=support.member.user,
        subject=_("Someone said yes"),
        text=_("%(name)s agreed to help you. You can end it at any time, with one press.")
        % {"name": support.helper.name},
        url=support.get_absolute_url(),
        at_once=True,
    )


def made_lead(membership):
    """To someone whom another lead made a lead, at once."""
    Message.write(
        to=membership.user,
        subject=_("You were asked to lead a project with others"),
        text=_(
            "You are now one of the leads of “%(project)s”. Leads look after the team, and write "
            "down what was decided.\n\nIf you would rather not, one press puts you back. Nobody "
            "will ask you why."
        )
        % {"project": membership.project.title},
        url=membership.project.get_absolute_url(),
        group=membership.project.title,
        at_once=True,
    )


def role_changed(membership, *, by):
    """To someone whose role another changed, at once. Who was made a lead hears `made_lead`."""
    project = membership.project
    tell(
        project,
        [membership.user],
        subject=_("Your role in a project has changed"),
        text=[
            _("In “%(project)s” you are now: %(role)s.")
            % {"project": project.title, "role": membership.get_role_display()},
            _("%(name)s changed it. Ask them if you would like to know why.") % {"name": by.name},
        ],
        url=membership.get_absolute_url(),
        about=project,
        at_once=True,
    )


def taken_out(membership):
    """To someone whom a lead took out of the team, at once. They cannot open the project now."""
    project = membership.project
    tell(
        project,
        [membership.user],
        subject=_("You are not in a team any more"),
        text=[
            _("A lead has taken you out of the team of “%(project)s”.")
            % {"project": project.title},
            _("What you wrote stays there. You can still take back what you share."),
            _("Is that not right? Please tell the person you know in the team, or us."),
        ],
        url=reverse("projects:sharing"),
        at_once=True,
    )


def joined(membership, *, by):
    """To the rest of the team."""
    project = membership.project
    people = [one for one in team_of(project, but=by) if one != membership.user]
    said = {"name": membership.user.name, "brings": membership.get_perspective_display().lower()}
    tell(
        project,
        people,
        subject=_("Someone new is in the team"),
        text=[_("%(name)s is in the team now, as %(brings)s.") % said],
        url=membership.get_absolute_url(),
        about=project,
    )


def moved(move):
    project = move.project
    said = {
        move.Kind.ON: _("The project has moved on to “%(step)s”."),
        move.Kind.BACK: _("The project has gone back to “%(step)s”."),
        move.Kind.SKIP: _("The project has gone ahead to “%(step)s”."),
    }[move.kind]
    tell(
        project,
        team_of(project, but=move.by),
        subject=_("A project has moved"),
        text=[
            said % {"step": move.get_to_stage_display()},
            _("Why: %(reason)s") % {"reason": move.because},
        ],
        url=project.get_absolute_url(),
        about=project,
    )


def turned(project, *, by):
    """Paused, stopped, ended or taken up again: with the reason, to the whole team."""
    said = {
        project.Status.ACTIVE: (_("A project goes on"), _("The project goes on.")),
        project.Status.PAUSED: (_("A project rests"), _("The project is paused.")),
        project.Status.STOPPED: (_("A project has ended"), _("The project is stopped.")),
        project.Status.NOT_COLLABORATIVE: (
            _("A project has ended"),
            _("The project is not collaborative after all."),
        ),
        project.Status.COMPLETE: (_("A project has ended"), _("The project is complete.")),
    }
    subject, what = said[project.status]
    tell(
        project,
        team_of(project, but=by),
        subject=subject,
        text=[what, _("Why: %(reason)s") % {"reason": project.status_because}],
        url=project.get_absolute_url(),
        about=project,
    )
