from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from projects.access import project_view
from projects.hands import place_of
from projects.impact.differences.forms import DifferenceForm, as_typed_in
from projects.impact.models import Difference
from projects.meanwhile import beside
from projects.models import ChangedMeanwhile

PAGE = 25


@project_view("view")
def index(request, project):
    """What people changed by speaking up, the newest first."""
    rows = project.differences.with_everything()
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {"project": project, "page": page, "place": place_of(request)}
    return render(request, "projects/impact/differences/index.html", context)


@project_view("contribute")
def new(request, project):
    form = DifferenceForm(project, request.POST or None)
    if form.is_valid():
        difference = Difference.write_down(project, by=request.user, **form.details)
        messages.success(request, _("Thank you. It is written down."))
        return redirect(difference)
    context = {"project": project, "form": form}
    return render(request, "projects/impact/differences/new.html", context)


@project_view("contribute")
def change(request, project, difference_id):
    """For who wrote it down, and leads. Two at once see both texts."""
    difference = one_of(request, project, difference_id)
    if difference is None:
        return gone_already(request, project, difference_id)
    form = DifferenceForm(project, request.POST or None, initial=as_typed_in(difference))
    context = {"project": project, "difference": difference, "form": form}
    if form.is_valid():
        opened_at = form.cleaned_data["opened_at"]
        try:
            difference.change(by=request.user, opened_at=opened_at, **form.details)
        except ChangedMeanwhile as late:
            return beside(request, "projects/impact/differences/change.html", context, late.thing)
        except Difference.DoesNotExist:
            return gone_already(request, project, difference_id)
        messages.success(request, _("It is changed."))
        return redirect(difference)
    return render(request, "projects/impact/differences/change.html", context)


@project_view("contribute")
def take_away(request, project, difference_id):
    """Asks first. For who wrote it down, and leads."""
    difference = one_of(request, project, difference_id)
    if difference is None:
        return gone_already(request, project, difference_id)
    if request.method == "POST":
        try:
            difference.take_away(by=request.user)
        except Difference.DoesNotExist:
            return gone_already(request, project, difference_id)
        messages.success(request, _("It is taken away."))
        return redirect("impact:differences:index", project.pk)
    context = {"project": project, "difference": difference}
    return render(request, "projects/impact/differences/take_away.html", context)


def one_of(request, project, difference_id):
    """The difference if this person may change it; None if it is not there."""
    difference = project.differences.filter(pk=difference_id).first()
    if difference is None:
        return None
    difference.project = project
    if not difference.may_be_changed_by(request.membership):
        raise PermissionDenied
    return difference


def gone_already(request, project, difference_id):
    """It was here, and somebody took it away; else it never was."""
    was_here = Difference(pk=difference_id, project_id=project.pk).get_absolute_url()
    if not project.activity.filter(url=was_here).exists():
        raise Http404
    messages.info(request, _("That has been taken away already."))
    return redirect("impact:differences:index", project.pk)
