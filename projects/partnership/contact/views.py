from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.confinement import whole_account
from projects.access import project_view
from projects.models import Membership
from projects.partnership.models import ContactWish


@whole_account
@project_view("view")
def index(request, project):
    """Who would like to be contacted: for those they chose, and nobody else."""
    must_be_asked(request, project)
    wishes = ContactWish.objects.visible_to(request.user).filter(project=project)
    context = {"project": project, "wishes": list(wishes)}
    return render(request, "projects/partnership/contact/index.html", context)


@require_POST
@whole_account
@project_view("view")
def done(request, project, wish_id):
    """They have been in touch: the note is destroyed. Again changes nothing."""
    must_be_asked(request, project)
    theirs = ContactWish.objects.visible_to(request.user).filter(project=project)
    if (
        not theirs.filter(pk=wish_id).delete()[0]
        and ContactWish.objects.filter(pk=wish_id).exists()
    ):
        raise Http404
    messages.success(request, _("The note is deleted."))
    return redirect("partnership:contact:index", project.pk)


def must_be_asked(request, project):
    """404 but for a lead, and for the involvement team."""
    is_lead = request.membership.role == Membership.Role.LEAD
    if not is_lead and not request.user.oversees.filter(pk=project.organisation_id).exists():
        raise Http404
