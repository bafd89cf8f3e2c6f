"""Sessions that began with a code on paper: they see one project, and nothing else of the person.

A lead printed that code and may have kept it; a card can be lost. So it opens the member's place
in that one team, and never the person's other teams, needs, letters or account.

Signing in that way is `projects.paper.sign_in_by_code`, also for someone who has just joined
without e-mail: make their PersonalCode first. `request.user.confined_to` is the project's id.
"""

from functools import wraps

from django.http import Http404

KEY = "code_on_paper"
"""Where in a session the digest of the code stands with which it began."""


def whole_account(view):
    """A page about the person as a whole: there is none in a confined session."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if request.user.is_authenticated and request.user.confined_to:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
