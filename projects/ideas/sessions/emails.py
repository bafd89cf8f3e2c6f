"""What people are told about sessions."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.telling import leads_of, tell


def recorded(session, number, *, by):
    """To the leads, once for the whole of it."""
    written = ngettext("%(num)s idea is written down.", "%(num)s ideas are written down.", number)
    tell(
        session.project,
        leads_of(session.project, but=by),
        subject=_("New ideas from people we asked"),
        text=[
            _("%(who)s, %(where)s") % {"who": session.community, "where": session.where},
            written % {"num": number},
        ],
        url=session.get_absolute_url(),
        about=session,
    )
