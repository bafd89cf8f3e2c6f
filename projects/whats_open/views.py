from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from projects.access import project_view
from projects.models import ChangedMeanwhile, Part
from projects.whats_open.forms import PartForm, as_typed_in
from stages.levels import levels_of
from ui.display import Display
from ui.htmx import changed_meanwhile
from ui.meanwhile import both_texts, fill_gaps, open_again


@project_view("view")
def index(request, project):
    parts = list(project.parts.all())
    groups = [(state, [part for part in parts if part.state == state]) for state in Part.State]
    context = {
        "project": project,
        "parts": parts,
        "groups": groups,
        "levels": levels_of(project.edition),
    }
    return render(request, "projects/whats_open/index.html", context)


@project_view("lead")
def new(request, project):
    form = form_of(request, project)
    if form.is_valid():
        part = Part.add(project, by=request.user, **form.details)
        messages.success(request, _("“%(name)s” is on the sheet.") % {"name": part})
        return redirect(part)
    return render(request, "projects/whats_open/new.html", {"project": project, "form": form})


@project_view("lead")
def change(request, project, part_id):
    """Change a row. Two at once see both texts; one that is gone can be added again."""
    part = project.parts.filter(pk=part_id).first()
    if part is None:
        return changed_when_gone(request, project, part_id)
    form = form_of(request, project, initial=as_typed_in(part))
    context = {"project": project, "part": part, "form": form}
    if form.is_valid():
        opened_at = form.cleaned_data["opened_at"]
        try:
            part.change(by=request.user, opened_at=opened_at, **form.details)
        except ChangedMeanwhile as late:
            return beside(request, context, late.thing)
        except Part.DoesNotExist:
            return changed_when_gone(request, project, part_id)
        messages.success(request, _("“%(name)s” is changed.") % {"name": part})
        return redirect(part)
    return render(request, "projects/whats_open/change.html", context)


@project_view("lead")
def take_away(request, project, part_id):
    """Asks first; then removes the row."""
    part = project.parts.filter(pk=part_id).first()
    if part is None:
        return gone_already(request, project, part_id)
    if request.method == "POST":
        try:
            part.take_away(by=request.user)
        except Part.DoesNotExist:
            return gone_already(request, project, part_id)
        messages.success(request, _("“%(name)s” is taken away.") % {"name": part})
        return redirect("whats_open:index", project.pk)
    context = {"project": project, "part": part}
    return render(request, "projects/whats_open/take_away.html", context)


def form_of(request, project, **options):
    easy = Display.of(request).is_easy
    return PartForm(project, request.POST or None, easy=easy, **options)


def beside(request, context, now):
    """Someone changed it meanwhile: both texts, and yours in a form that can be saved again."""
    line = now.project.activity.filter(version=now.version).with_names().first()
    context |= {
        "form": fill_gaps(open_again(context["form"], now.version), now),
        "meanwhile_filled": True,
        "meanwhile": both_texts(context["form"], now),
        "meanwhile_by": line and line.said_by(Display.of(request)),
    }
    return changed_meanwhile(request, "projects/whats_open/change.html", context)


def changed_when_gone(request, project, part_id):
    """Someone took the row away: what was typed is in a form that adds it again."""
    if request.method != "POST":
        return gone_already(request, project, part_id)
    was_here_or_404(project, part_id)
    context = {"project": project, "form": form_of(request, project), "gone": True}
    return changed_meanwhile(request, "projects/whats_open/change.html", context)


def gone_already(request, project, part_id):
    was_here_or_404(project, part_id)
    messages.info(request, _("That part has been taken away already."))
    return redirect("whats_open:index", project.pk)


def was_here_or_404(project, part_id):
    """The project's own history knows a part that is gone."""
    address = Part(pk=part_id, project=project).get_absolute_url()
    if not project.activity.filter(url=address).exists():
        raise Http404
