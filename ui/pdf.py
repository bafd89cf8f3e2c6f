"""Pages become tagged PDF documents (PDF/UA-1). A document fetches nothing, whatever people typed.

An unchanged document comes from a cache. At most `PDF_AT_ONCE` are drawn at the same time on one
machine, each in a thread that gives way to the pages; whoever comes beyond sees the queue page.
"""

import fcntl
import os
import threading
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.cache import caches
from django.core.checks import Warning as CheckWarning
from django.core.checks import register
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

KINDNESS = 10
"""How far a drawing thread steps back from the pages, as in `nice`."""


class NoPlace(Exception):
    """All places for drawing are taken at the moment."""


class NoEngine(Exception):
    """WeasyPrint's system libraries are not on this machine."""


def pdf_response(request, template, context_of, filename, *, key):
    """The template as a tagged PDF to download, or a plain page that says why not yet.

    `key` names exactly what the document shows (its version, wording, size, date): two documents
    with one key are one document. `context_of()` is called only when it has to be drawn.
    """
    cache, name = caches["documents"], f"pdf-{sha256(key.encode()).hexdigest()}"
    pdf = cache.get(name)
    if pdf is None:
        try:
            with place():
                pdf = draw(template, context_of())
        except NoPlace:
            response = render(request, "ui/queue.html", {}, status=503)
            response.headers["Retry-After"] = "5"
            return response
        except NoEngine:
            return render(request, "ui/no_pdf.html", {}, status=503)
        cache.set(name, pdf)
    response = HttpResponse(pdf, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def draw(template, context):
    """The bytes of the PDF. Raises NoEngine."""
    weasyprint = engine()
    from weasyprint.urls import URLFetcher

    html = render_to_string(template, context)
    style = Path(finders.find("ui/print.css")).read_text()
    nothing_outside = URLFetcher(allowed_protocols=["data"])

    def work():
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), KINDNESS)
        page = weasyprint.HTML(string=html, url_fetcher=nothing_outside)
        sheet = weasyprint.CSS(string=style, url_fetcher=nothing_outside)
        return page.write_pdf(stylesheets=[sheet], pdf_variant="pdf/ua-1")

    return in_a_thread(work)


def in_a_thread(work):
    """What `work()` returns or raises, done in a thread of its own."""
    outcome = {}

    def run():
        try:
            outcome["result"] = work()
        except BaseException as problem:
            outcome["problem"] = problem

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if "problem" in outcome:
        raise outcome["problem"]
    return outcome["result"]


@contextmanager
def place():
    """One of the machine's places for drawing, shared by all processes. Raises NoPlace."""
    folder = Path(settings.VAR_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(settings.PDF_AT_ONCE):
        with (folder / f"drawing-{number}.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            yield
            return
    raise NoPlace


def engine():
    """WeasyPrint. The import needs system libraries and takes a second: only here, and warmed."""
    try:
        import weasyprint
    except OSError as problem:
        raise NoEngine from problem
    return weasyprint


def warm():
    """Import the engine when a worker starts, so that nobody waits for it. Never fails."""
    try:
        engine()
    except NoEngine:
        return


@register
def check_engine(app_configs, **kwargs):
    try:
        engine()
    except NoEngine:
        message = "PDFs cannot be made: WeasyPrint's libraries are missing."
        hint = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        return [CheckWarning(message, hint=hint, id="ui.W001")]
    return []
