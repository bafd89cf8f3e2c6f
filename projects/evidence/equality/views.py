from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.evidence.equality.documents import csv_of, document_of, pdf_of
from projects.evidence.equality.forms import CheckedGroupForm, KeepForm, LookForm, as_typed_in
from projects.evidence.models import CheckedGroup, EqualityLook, EqualityVersion
from projects.evidence.models.equality import mark_of, missing_groups, reopened_by, rows_as_kept
from projects.meanwhile import beside
from projects.models import ChangedMeanwhile
from ui.htmx import changed_meanwhile
from ui.meanwhile import open_again

PAGE = 50
LATEST = 3


@project_view("view")
def index(request, project):
    """The check as it is now: what is written, what nobody has looked at, what is late."""
    page = Paginator(project.checked_groups.all(), PAGE).get_page(request.GET.get("page"))
    rows = list(page)
    context = {
        "project": project,
        "page": page,
        "written": [row for row in rows if not row.is_empty],
        "not_yet": [row for row in rows if row.is_empty],
        "late": [row for row in rows if row.is_overdue],
        "reopened_by": reopened_by(project),
        "missing": missing_groups(project) if rows else [],
        "versions": project.equality_versions.all()[:LATEST],
        "look": project.equality_looks.select_related("by").first(),
    }
    return render(request, "projects/evidence/equality/index.html", context)


@require_POST
@project_view("contribute")
def begin(request, project):
    CheckedGroup.lay_out(project, by=request.user)
    messages.success(request, _("The check has begun. Write what you know, a group at a time."))
    return redirect("evidence:equality:index", project.pk)


@require_POST
@project_view("contribute")
def bring(request, project):
    """The groups on the team's own list that the check does not have yet."""
    number = CheckedGroup.bring(project, by=request.user)
    said = ngettext("%(num)s group is added.", "%(num)s groups are added.", number)
    messages.success(request, said % {"num": number})
    return redirect("evidence:equality:index", project.pk)


@project_view("contribute")
def new(request, project):
    form = CheckedGroupForm(request.POST or None)
    if form.is_valid():
        row = CheckedGroup.add(project, by=request.user, **form.details)
        messages.success(request, _("“%(name)s” is in the check.") % {"name": row})
        return redirect(row)
    return render(
        request, "projects/evidence/equality/new.html", {"project": project, "form": form}
    )


@project_view("contribute")
def change(request, project, checked_id):
    """Write about one group, and go on to the next if you like. Two at once see both texts."""
    row = project.checked_groups.filter(pk=checked_id).first()
    if row is None:
        return changed_when_gone(request, project, checked_id)
    form = CheckedGroupForm(request.POST or None, initial=as_typed_in(row), key=row.key)
    context = {"project": project, "row": row, "form": form, "next": next_to(row)}
    if form.is_valid():
        opened_at = form.cleaned_data["opened_at"]
        try:
            row.change(by=request.user, opened_at=opened_at, **form.details)
        except ChangedMeanwhile as late:
            return beside(request, "projects/evidence/equality/change.html", context, late.thing)
        except CheckedGroup.DoesNotExist:
            return changed_when_gone(request, project, checked_id)
        messages.success(request, _("“%(name)s” is saved.") % {"name": row})
        if context["next"] and request.POST.get("then") == "next":
            return redirect("evidence:equality:change", project.pk, context["next"].pk)
        return redirect(row)
    return render(request, "projects/evidence/equality/change.html", context)


@require_POST
@project_view("contribute")
def done(request, project, checked_id):
    """What we said we would do is done, or (`done` is empty) not done after all."""
    row = project.checked_groups.filter(pk=checked_id).first()
    if row is None:
        return gone_already(request, project, checked_id)
    if request.POST.get("done"):
        row.finish(by=request.user)
    else:
        row.take_up_again(by=request.user)
    return redirect(row)


@project_view("lead")
def take_away(request, project, checked_id):
    """Asks first; then removes the row. Versions that were kept still have it."""
    row = project.checked_groups.filter(pk=checked_id).first()
    if row is None:
        return gone_already(request, project, checked_id)
    if request.method == "POST":
        try:
            row.take_away(by=request.user)
        except CheckedGroup.DoesNotExist:
            return gone_already(request, project, checked_id)
        messages.success(request, _("“%(name)s” is taken away.") % {"name": row})
        return redirect("evidence:equality:index", project.pk)
    context = {"project": project, "row": row}
    return render(request, "projects/evidence/equality/take_away.html", context)


@project_view("lead")
def keep(request, project):
    """Freeze the check as it reads on this page; if it reads differently by now, show it first."""
    rows = rows_as_kept(project)
    if not rows:
        messages.info(request, _("There is nothing to keep yet. Begin the check first."))
        return redirect("evidence:equality:index", project.pk)
    mark = mark_of(rows)
    form = KeepForm(request.POST or None, initial={"mark": mark, "why": first_why(project)})
    context = {"form": form, **document_of(project, rows)}
    if form.is_valid():
        try:
            kept = EqualityVersion.keep(project, by=request.user, **form.cleaned_data)
        except ChangedMeanwhile:
            context |= document_of(project, rows_as_kept(project))
            context |= {"form": open_again(form, mark, "mark"), "meanwhile": True}
            return changed_meanwhile(request, "projects/evidence/equality/keep.html", context)
        messages.success(request, _("This version is kept. It never changes."))
        return redirect(kept)
    return render(request, "projects/evidence/equality/keep.html", context)


@project_view("lead")
def look_again(request, project):
    form = LookForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        EqualityLook.nothing_changed(project, by=request.user, note=form.cleaned_data["note"])
        messages.success(request, _("It is written down that you looked again today."))
        return redirect("evidence:equality:index", project.pk)
    context = {"project": project, "form": form}
    return render(request, "projects/evidence/equality/look_again.html", context)


@project_view("view")
def check_pdf(request, project):
    return pdf_of(request, project, rows_as_kept(project))


@project_view("view")
def check_csv(request, project):
    return csv_of(project, rows_as_kept(project))


def first_why(project):
    return None if project.equality_versions.exists() else EqualityVersion.Why.FIRST


def next_to(row):
    later = row.project.checked_groups.filter(position__gt=row.position)
    return later.first()


def changed_when_gone(request, project, checked_id):
    """Someone took the row away: what was typed is in a form that adds it again."""
    if request.method != "POST":
        return gone_already(request, project, checked_id)
    was_here_or_404(project, checked_id)
    form = CheckedGroupForm(request.POST)
    context = {"project": project, "form": form, "gone": True}
    return changed_meanwhile(request, "projects/evidence/equality/change.html", context)


def gone_already(request, project, checked_id):
    was_here_or_404(project, checked_id)
    messages.info(request, _("That group has been taken away already."))
    return redirect("evidence:equality:index", project.pk)


def was_here_or_404(project, checked_id):
    """The project's own history knows a row that is gone."""
    address = CheckedGroup(pk=checked_id, project=project).get_absolute_url()
    if not project.activity.filter(url=address).exists():
        raise Http404
