from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render

from projects.access import project_view
from projects.evidence.equality.comparing import compared
from projects.evidence.equality.documents import csv_of, document_of, pdf_of
from projects.evidence.equality.versions.forms import NOW, CompareForm
from projects.evidence.models.equality import rows_as_kept
from ui.display import Display

PAGE = 25


@project_view("view")
def index(request, project):
    versions = project.equality_versions.select_related("kept_by")
    page = Paginator(versions, PAGE).get_page(request.GET.get("page"))
    context = {"project": project, "page": page}
    return render(request, "projects/evidence/equality/versions/index.html", context)


@project_view("view")
def detail(request, project, kept_id):
    """A version as it was kept. It never changes."""
    kept = version_or_404(project, kept_id)
    line = project.activity.filter(version=kept.version).with_names().first()
    context = document_of(project, kept.rows, kept) | {
        "kept_by": line.said_by(Display.of(request)) if line else kept.kept_by.name,
    }
    return render(request, "projects/evidence/equality/versions/detail.html", context)


@project_view("view")
def compare(request, project):
    """Two versions side by side, or one beside the present: what changed, in words."""
    versions = list(project.equality_versions.defer("rows"))
    form = CompareForm(versions, request.GET or None)
    context = {"project": project, "form": form, "versions": versions}
    if form.is_bound and form.is_valid():
        before, after = (chosen(project, form.cleaned_data[name]) for name in ("before", "after"))
        context |= {"before": before[0], "after": after[0]}
        context["found"] = compared(before[1], after[1])
    return render(request, "projects/evidence/equality/versions/compare.html", context)


@project_view("view")
def version_pdf(request, project, kept_id):
    kept = version_or_404(project, kept_id)
    return pdf_of(request, project, kept.rows, kept)


@project_view("view")
def version_csv(request, project, kept_id):
    kept = version_or_404(project, kept_id)
    return csv_of(project, kept.rows, kept)


def version_or_404(project, kept_id):
    return get_object_or_404(project.equality_versions.select_related("kept_by"), pk=kept_id)


def chosen(project, key):
    """(the version or None for the present, its rows)."""
    if key == NOW:
        return None, rows_as_kept(project)
    version = project.equality_versions.get(number=key)
    return version, version.rows
