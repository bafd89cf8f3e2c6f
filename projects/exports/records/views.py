import logging

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from projects.access import project_view
from projects.exports.models import RecordFile, next_number
from projects.exports.record import record_of
from projects.exports.records.forms import RecordForm
from projects.exports.records.making import about_record, make_record
from projects.files.giving import as_attachment
from ui.pdf import NoEngine, NoPlace

PAGE = 25
logger = logging.getLogger(__name__)


@project_view("view")
def index(request, project):
    records = project.records.select_related("made_by")
    page = Paginator(records, PAGE).get_page(request.GET.get("page"))
    context = {"project": project, "page": page, "form": RecordForm()}
    return render(request, "projects/exports/records/index.html", context)


@project_view("lead", when_closed=True)
def new(request, project):
    """What a record made now would say, and making it. A closed project may have one too."""
    form = RecordForm(request.POST if request.method == "POST" else None)
    is_queued = False
    if form.is_valid():
        before = next_number(project)
        try:
            record = make_record(project, by=request.user, **form.cleaned_data)
        except NoPlace:
            is_queued = True
        except NoEngine:
            return render(request, "ui/no_pdf.html", {}, status=503)
        else:
            messages.success(request, kept_in_words(record, is_new=record.number >= before))
            return redirect(record)
    about = about_record(project, next_number(project))
    context = {"project": project, "form": form, "record": about, "summary": record_of(project)}
    context["is_queued"] = is_queued
    status = 503 if is_queued else 200
    return render(request, "projects/exports/records/new.html", context, status=status)


def kept_in_words(record, *, is_new):
    if is_new:
        return _("The record is made. It will stay as it is.")
    return _("Nothing has changed since this record was made today, so there is no new one.")


@project_view("view")
def detail(request, project, record_id):
    record = record_or_404(project, record_id)
    context = {"project": project, "record": record, "files": record.as_it_was().items()}
    return render(request, "projects/exports/records/detail.html", context)


@project_view("view")
@require_safe
def record_pdf(request, project, record_id):
    return given_out(request, project, record_id, RecordFile.Kind.PDF)


@project_view("view")
@require_safe
def record_large_pdf(request, project, record_id):
    return given_out(request, project, record_id, RecordFile.Kind.LARGE)


@project_view("view")
@require_safe
def record_html(request, project, record_id):
    return given_out(request, project, record_id, RecordFile.Kind.HTML)


@project_view("view")
@require_safe
def record_json(request, project, record_id):
    return given_out(request, project, record_id, RecordFile.Kind.DATA)


@project_view("view")
@require_safe
def record_sha256(request, project, record_id):
    """The list of the files with their SHA-256, to check them with."""
    record = record_or_404(project, record_id)
    response = HttpResponse(record.sums, content_type="text/plain; charset=utf-8")
    return as_attachment(response, record.name_of("sha256"))


def given_out(request, project, record_id, kind):
    """The file as it was kept. One that is not as it was is given to nobody."""
    record = record_or_404(project, record_id)
    files = record.as_it_was()
    if kind not in files:
        raise Http404
    file = files[kind]
    if file is None:
        logger.error("The %s file of involvement record %s is not as it was.", kind, record.pk)
        context = {"project": project, "record": record, "kind": kind}
        return render(request, "projects/exports/records/changed.html", context, status=410)
    return as_attachment(HttpResponse(file.content, content_type=file.type), file.name)


def record_or_404(project, record_id):
    return get_object_or_404(project.records.select_related("made_by"), pk=record_id)
