from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.documents import is_large, key_of, reader_of
from projects.meanwhile import beside
from projects.models import ChangedMeanwhile, Part
from projects.whats_open.changes import change_of
from projects.whats_open.forms import DayForm, PartForm, as_typed_in
from projects.whats_open.in_summary import by_day
from projects.whats_open.sheet import sheet_of, sheet_on
from stages.levels import levels_of
from ui.display import Display
from ui.htmx import changed_meanwhile
from ui.pdf import pdf_response

CHANGES = 50
"""On one page of the history."""
SIZES = tuple(range(9, 19))
"""Text sizes in points: the sheet gets the largest at which it is one page."""
LARGE_SIZES = tuple(range(18, 25))


@project_view("view")
def index(request, project):
    context = {
        "project": project,
        "sheet": sheet_of(project),
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
            return beside(request, "projects/whats_open/change.html", context, late.thing)
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


@require_POST
@project_view("lead")
def move(request, project, part_id):
    """Up or down: right before or right after another part. Pressed twice it moves once."""
    part = project.parts.filter(pk=part_id).first()
    if part is None:
        return gone_already(request, project, part_id)
    for where in ("before", "after"):
        number = request.POST.get(where, "")
        other = project.parts.filter(pk=number).first() if number.isdecimal() else None
        if other and other != part:
            part.put(by=request.user, **{where: other})
            messages.success(request, _("“%(name)s” has moved.") % {"name": part})
    return redirect(part)


@project_view("view")
def history(request, project):
    """Every change of the sheet, newest first, under the day on which it was made."""
    page = Paginator(project.part_versions.newest_first(), CHANGES).get_page(
        request.GET.get("page")
    )
    levels = levels_of(project.edition)
    days = by_day(change_of(version, levels) for version in page)
    context = {"project": project, "page": page, "days": days}
    return render(request, "projects/whats_open/history.html", context)


@project_view("view")
def earlier(request, project, part_id):
    """How one part read since it came to the sheet, also when it has been taken away."""
    versions = list(project.part_versions.filter(number=part_id).newest_first())
    if not versions:
        raise Http404
    levels = levels_of(project.edition)
    context = {
        "project": project,
        "now": versions[0],
        "changes": [change_of(version, levels) for version in versions],
        "levels": levels,
    }
    return render(request, "projects/whats_open/earlier.html", context)


@project_view("view")
def on(request, project):
    """The sheet as it stood at the end of a day."""
    form = DayForm.of(request.GET)
    context = {"project": project, "form": form, "levels": levels_of(project.edition)}
    if form.is_valid():
        context["day"] = day = form.cleaned_data["day"]
        context["sheet"] = sheet_on(project, day)
    return render(request, "projects/whats_open/on.html", context)


@project_view("view")
def sheet_pdf(request, project):
    """The sheet on one A4, as large as it fits; in large print as many as it needs."""
    reader, large = reader_of(request), is_large(request)

    def context():
        return {
            "project": project,
            "sheet": sheet_of(project),
            "levels": levels_of(project.edition),
            "reader": reader,
            "large": large,
            "today": timezone.localdate(),
        }

    return pdf_response(
        request,
        "projects/whats_open/sheet_pdf.html",
        context,
        f"project-{project.pk}-what-is-open.pdf",
        key=key_of(project, "sheet", reader.wording, large),
        one_page=LARGE_SIZES if large else SIZES,
    )


def form_of(request, project, **options):
    easy = Display.of(request).is_easy
    return PartForm(project, request.POST or None, easy=easy, **options)


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
