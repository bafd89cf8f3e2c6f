from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from projects.access import project_view
from projects.evidence.forms import AddFileForm, BringForm, NewSourceForm, SourceForm, as_typed_in
from projects.evidence.in_summary import missing_from
from projects.evidence.models import Source
from projects.evidence.spreadsheet import lines_of
from projects.files.receiving import takes_file
from projects.meanwhile import changed_by
from projects.models import ChangedMeanwhile, Project
from ui.htmx import changed_meanwhile
from ui.meanwhile import both_texts, open_again
from ui.spreadsheet import csv_response

PAGE = 50


@project_view("view")
def index(request, project):
    """The register, kind by kind; what nobody has found out yet comes first."""
    counts = project.sources.order_by().values("kind", "voice").annotate(num=Count("pk"))
    counts = [(row["kind"], row["voice"], row["num"]) for row in counts]
    kinds = {kind: sum(num for one, _voice, num in counts if one == kind) for kind in Source.Kind}
    kind = request.GET.get("kind", "")
    kind = kind if kinds.get(kind) else ""
    sources = project.sources.in_order().ready_to_draw()
    page = Paginator(sources.filter(kind=kind) if kind else sources, PAGE).get_page(
        request.GET.get("page")
    )
    by_kind = [(one, [source for source in page if source.kind == one]) for one in Source.Kind]
    context = {
        "project": project,
        "kinds": [(one, num) for one, num in kinds.items() if num],
        "kind": kind,
        "number": sum(kinds.values()),
        "page": page,
        "by_kind": [(one, rows) for one, rows in by_kind if rows],
        "missing": missing_from(
            {one for one, num in kinds.items() if num}, {voice for _kind, voice, _num in counts}
        ),
        "groups_missing": project.groups.filter(sources=None),
    }
    return render(request, "projects/evidence/index.html", context)


@takes_file
@project_view("contribute")
def new(request, project):
    kind = request.GET.get("kind", "")
    form = NewSourceForm(
        project,
        request.POST or None,
        request.FILES or None,
        request=request,
        may_publish=may_publish(request),
        initial={"kind": kind if kind in Source.Kind.values else ""},
    )
    if form.is_valid():
        source = Source.add(project, by=request.user, upload=form.upload, **form.details)
        messages.success(request, _("“%(title)s” is in the register.") % {"title": source})
        return redirect(source)
    return render(request, "projects/evidence/new.html", {"project": project, "form": form})


@project_view("view")
def detail(request, project, source_id):
    source = in_full(project, source_id)
    inside = Project.objects.visible_to(request.user)
    earlier = Source.objects.filter(pk=source.brought_from_id, project__in=inside)
    context = {
        "project": project,
        "source": source,
        "files": source.files.select_related("added_by", "taken_away_by"),
        "earlier": earlier.first() if source.brought_from_id else None,
    }
    return render(request, "projects/evidence/detail.html", context)


@project_view("contribute")
def change(request, project, source_id):
    """Change a source. Two at once see both texts; one that is gone can be added again."""
    source = project.sources.select_related("group").filter(pk=source_id).first()
    if source is None:
        return changed_when_gone(request, project, source_id)
    source.project = project
    form = form_of(request, project, initial=as_typed_in(source))
    context = {"project": project, "source": source, "form": form}
    if form.is_valid():
        opened_at = form.cleaned_data["opened_at"]
        try:
            source.change(by=request.user, opened_at=opened_at, **form.details)
        except ChangedMeanwhile as late:
            return beside(request, context, late.thing)
        except Source.DoesNotExist:
            return changed_when_gone(request, project, source_id)
        messages.success(request, _("“%(title)s” is changed.") % {"title": source})
        return redirect(source)
    return render(request, "projects/evidence/change.html", context)


@project_view("lead")
def take_away(request, project, source_id):
    """Asks first; then removes the source and the content of its files."""
    source = project.sources.filter(pk=source_id).first()
    if source is None:
        return gone_already(request, project, source_id)
    if request.method == "POST":
        try:
            source.take_away(by=request.user)
        except Source.DoesNotExist:
            return gone_already(request, project, source_id)
        messages.success(request, _("“%(title)s” is taken away.") % {"title": source})
        return redirect("evidence:index", project.pk)
    context = {"project": project, "source": source, "files": source.files.here()}
    return render(request, "projects/evidence/take_away.html", context)


@takes_file
@project_view("contribute")
def add_file(request, project, source_id):
    source = in_full(project, source_id)
    form = AddFileForm(request.POST or None, request.FILES or None, request=request)
    if form.is_valid():
        try:
            file = source.add_file(form.upload, by=request.user)
        except Source.DoesNotExist:
            return gone_already(request, project, source_id)
        messages.success(request, _("“%(name)s” is there now.") % {"name": file})
        return redirect(source)
    context = {"project": project, "source": source, "form": form}
    return render(request, "projects/evidence/add_file.html", context)


@project_view("contribute")
def take_file_away(request, project, source_id, file_id):
    """Asks first; then removes the content. Who did it stays, beside the name of the file."""
    source = in_full(project, source_id)
    file = get_object_or_404(source.files, pk=file_id)
    file.project = project
    if not file.is_here:
        messages.info(request, _("That file has been taken away already."))
        return redirect(source)
    if request.method == "POST":
        source.take_file_away(file, by=request.user)
        messages.success(request, _("“%(name)s” is taken away.") % {"name": file})
        return redirect(source)
    context = {"project": project, "source": source, "file": file}
    return render(request, "projects/evidence/take_file_away.html", context)


@project_view("contribute", in_person=True)
def bring(request, project):
    """Findings of earlier projects that this person may see themselves: nobody else's are there.

    Nobody does this with another's hand, because it shows what that other may see.
    """
    words = request.GET.get("q", "").replace("\0", "").strip()[:200]
    found = Source.objects.to_bring(project, request.user)
    for word in words.split():
        places = ("title", "finding", "project__title")
        title, finding, whose = (Q(**{f"{place}__icontains": word}) for place in places)
        found = found.filter(title | finding | whose)
    page = Paginator(found.order_by("project__title", "-dated", "-pk"), PAGE).get_page(
        request.GET.get("page")
    )
    form = BringForm(page, request.POST or None)
    if form.is_valid():
        number = Source.bring(project, form.cleaned_data["sources"], by=request.user)
        said = ngettext("%(num)s finding is here now.", "%(num)s findings are here now.", number)
        messages.success(request, said % {"num": number})
        return redirect("evidence:index", project.pk)
    context = {"project": project, "page": page, "form": form, "q": words}
    context["ticked"] = request.POST.getlist("source")
    return render(request, "projects/evidence/bring.html", context)


@project_view("view")
@require_safe
def sources_csv(request, project):
    return csv_response(lines_of(project), f"sources-{project.pk}.csv")


def may_publish(request):
    return "lead" in request.membership.abilities


def form_of(request, project, **options):
    return SourceForm(project, request.POST or None, may_publish=may_publish(request), **options)


def in_full(project, source_id):
    """The source with all that its page shows, or 404."""
    rows = project.sources.select_related("added_by", "group").prefetch_related("hand__typed_by")
    source = get_object_or_404(rows, pk=source_id)
    source.project = project
    return source


def beside(request, context, now):
    """Someone changed it meanwhile: both texts, and yours in a form that can be saved again."""
    form = open_again(context["form"], now.version)
    context["meanwhile"] = both_texts(form, now)
    form.fill_gaps(now)
    context |= {
        "meanwhile_filled": True,
        "meanwhile_by": changed_by(request, now),
    }
    return changed_meanwhile(request, "projects/evidence/change.html", context)


def changed_when_gone(request, project, source_id):
    """Someone took it away: what was typed is in a form that adds it again."""
    if request.method != "POST":
        return gone_already(request, project, source_id)
    was_here_or_404(project, source_id)
    context = {"project": project, "form": form_of(request, project), "gone": True}
    return changed_meanwhile(request, "projects/evidence/change.html", context)


def gone_already(request, project, source_id):
    was_here_or_404(project, source_id)
    messages.info(request, _("That source has been taken away already."))
    return redirect("evidence:index", project.pk)


def was_here_or_404(project, source_id):
    """The project's own history knows a source that is gone."""
    address = Source(pk=source_id, project=project).get_absolute_url()
    if not project.activity.filter(url=address).exists():
        raise Http404
