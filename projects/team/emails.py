"""What is sent about coming into a team. No subject and no message names a person."""

from datetime import datetime, time

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from outbox.models import Message
from projects.telling import leads_of, tell
from ui.jinja import day


def invited(invitation, code):
    """To the person who is asked, with the link that is theirs alone."""
    project = invitation.project
    text = "\n\n".join(
        [
            _("Hello %(name)s,") % {"name": invitation.name},
            _("%(who)s from %(organisation)s asks you to help with a change: “%(title)s”.")
            % {
                "who": invitation.by.name,
                "organisation": project.organisation.name,
                "title": project.title,
            },
            invitation.what_for,
            _("Open the link to read more, and to say yes or no. You can answer until %(day)s.")
            % {"day": day(invitation.answer_by)},
            _("You may say no. Nothing changes in your care or in your work."),
            how_to_ask(project.organisation),
        ]
    )
    Message.write(
        to=None,
        address=invitation.email,
        subject=_("You are invited to take part"),
        text=text,
        url=reverse("join:invitation", args=[code]),
        at_once=True,
        secret=True,
        expires_at=end_of(invitation.answer_by),
    )


def address_written_down(member, *, by):
    """To the person, before the link goes out, and to the other leads: it opens a place."""
    project, organisation = member.project, member.project.organisation
    tell(
        project,
        [member.user],
        subject=_("An e-mail address for you"),
        text=[
            _(
                "%(who)s wrote down an e-mail address for you. Whoever reads the e-mail that "
                "we send there can sign in as you."
            )
            % {"who": by.name},
            _("Is this right? Then you need do nothing. If you did not ask for it, tell us soon."),
            how_to_ask(organisation),
        ],
        at_once=True,
    )
    tell_those(
        leads_of(project, but=by),
        project,
        _("An e-mail address for someone in your team"),
        _(
            "Another lead wrote down an e-mail address for a member without e-mail. On the team "
            "page you can see it, and take it back."
        ),
    )


def how_to_ask(organisation):
    """One sentence: how someone asks a question before they answer."""
    ways = [organisation.contact_phone, organisation.contact_email]
    known = " / ".join(way for way in ways if way)
    if not known:
        return _("Do you have a question? Ask the person who invited you.")
    return _("Do you have a question? Ask us: %(ways)s.") % {"ways": known}


def end_of(last_day):
    return timezone.make_aware(datetime.combine(last_day, time.max))


def declined(invitation):
    """To whoever asked: someone said no. Who, and why, stands on the team page only."""
    tell_those(
        people_to_tell(invitation.project, invitation.by),
        invitation.project,
        _("An answer to an invitation"),
        _("Someone you invited has said no. On the team page you can read what they wrote."),
    )


def asked_for_a_new_one(invitation):
    """To whoever asked: someone has an old code and would like to join."""
    tell_those(
        people_to_tell(invitation.project, invitation.by),
        invitation.project,
        _("Someone asks for a new invitation"),
        _("Someone opened an invitation that has ended, and asks for a new one."),
    )


def asked_to_join(asked):
    """To the leads: someone has read the poster."""
    tell_those(
        leads_of(asked.project, but=None),
        asked.project,
        _("Someone asks to join a team"),
        _("Someone asks to join. On the team page you can read what they wrote, and answer."),
    )


def not_this_time(asked, reply):
    """To someone who asked and left an e-mail address: the kind words of the lead."""
    if asked.email:
        Message.write(
            to=None,
            address=asked.email,
            subject=_("An answer to what you asked us"),
            text="\n\n".join([reply, how_to_ask(asked.project.organisation)]),
        )


def people_to_tell(project, asked_by):
    """Whoever asked, while they may still invite here; else the leads."""
    leads = leads_of(project, but=None)
    oversees = asked_by.oversees.filter(pk=project.organisation_id).exists()
    return [asked_by] if asked_by in leads or oversees else leads


def tell_those(people, project, subject, sentence):
    """At once, to each alone. The page it leads to asks them to sign in."""
    address = reverse("team:index", args=[project.pk])
    tell(
        project, people, subject=subject, text=[sentence], url=address, about=project, at_once=True
    )
