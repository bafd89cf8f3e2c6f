"""Who answers what people propose: the involvement team of the organisation, and nobody else."""

from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from accounts.confinement import whole_account
from projects.access import LARGEST
from proposals.models import AnsweredAlready, Proposal


def involvement_team(view):
    """Sign people in; 404 for whoever oversees nothing, and in a session from paper.

    A `proposal_id` in the address must be one of theirs; the view receives the proposal. Who
    answers what has been answered already learns so, and nothing changes.
    """

    @whole_account
    @login_required
    @wraps(view)
    def guarded(request, proposal_id=None):
        if not request.user.oversees_any:
            raise Http404
        if proposal_id is None:
            return view(request)
        if proposal_id > LARGEST:
            raise Http404
        theirs = Proposal.objects.visible_to(request.user)
        theirs = theirs.select_related("organisation", "project", "answered_by", "proposed_by")
        proposal = get_object_or_404(theirs, pk=proposal_id)
        request.looked_after = [proposal.organisation]  # whose page it is
        try:
            return view(request, proposal)
        except AnsweredAlready as late:
            messages.info(request, _("This was answered already. Nothing has changed."))
            return redirect(late.proposal or "proposals:index")

    return guarded
