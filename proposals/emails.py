"""What people are told about big ideas that were proposed. No subject says what it is about."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from outbox.models import Message
from projects.telling import quiet, tell

TOLD_ONCE_IN = timedelta(minutes=10)


def waits(proposal):
    """To the involvement team, at once; one message for many that come together."""
    if quiet.get() or were_told(proposal):
        return
    Message.write_all(
        proposal.organisation.involvement_team.all(),
        subject=_("A big idea waits for an answer"),
        text=_("Someone proposed a big idea. You can read it, and answer it, when you sign in."),
        url=reverse("proposals:index"),
        about=proposal.organisation,
        at_once=True,
    )


def were_told(proposal):
    """The involvement team has heard of another a moment ago: it finds both in its list."""
    told = Message.objects.filter(
        in_organisation=proposal.organisation_id, url=reverse("proposals:index")
    )
    return told.filter(written_at__gt=timezone.now() - TOLD_ONCE_IN).exists()


def asked_to_lead(project, lead):
    """To the member of staff who was chosen, at once."""
    tell(
        project,
        [lead],
        subject=_("You were asked to lead a project"),
        text=[
            _("Someone proposed a big idea. It is a project now, and you lead it: “%(title)s”.")
            % {"title": project.title},
            _("If you cannot, tell the involvement team. They find someone else."),
        ],
        url=project.get_absolute_url(),
        about=project,
        at_once=True,
    )


def answered(proposal):
    """To whoever proposed it, where they can be reached: what became of it, and why."""
    if quiet.get() or not proposal.is_told:
        return
    said = {
        proposal.State.ACCEPTED: _("We said yes to what you proposed. It is a project now."),
        proposal.State.JOINED: _("A project works on this already. We gave it what you proposed."),
        proposal.State.REFUSED: _("We said no to what you proposed. This is why:"),
    }[proposal.State(proposal.state)]
    read = _("You can read this here too, with the code that you wrote down.")
    person = proposal.proposed_by
    Message.write(
        to=person,
        address="" if person else proposal.email,
        subject=_("An answer to what you proposed"),
        text="\n\n".join(part for part in (said, proposal.reply, "" if person else read) if part),
        url=reverse("projects:words") if person else "",
        at_once=True,
    )
