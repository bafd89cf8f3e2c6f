"""Pages become tagged PDF documents (PDF/UA-1). A document fetches nothing, whatever people typed.

An unchanged document comes from a cache. At most `PDF_AT_ONCE` are drawn at the same time on one
machine, each in a thread that gives way to the pages; whoever comes beyond sees the queue page.
"""

import fcntl
import logging
import os
import threading
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from ctypes.util import find_library
from functools import cache
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
from django.utils.translation import get_language

KINDNESS = 10
"""How far a drawing thread steps back from the pages, as in `nice`."""

LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
"""What WeasyPrint needs of the system, and the Debian package of each."""


class NoPlace(Exception):
    """All places for drawing are taken at the moment."""


class NoEngine(Exception):
    """WeasyPrint or its system libraries are not on this machine."""


def pdf_response(request, template, context_of, filename, *, key, one_page=()):
    """The template as a tagged PDF to download, or a plain page that says why not yet.

    `key` names exactly what the document shows (its version, wording, size, date): two documents
    with one key are one document. Language and look are added here. `context_of()` is called only
    when it has to be drawn; for `one_page` see `draw`. With no key nothing is kept: it is secret.
    """
    documents, name = caches["documents"], name_of(key) if key else ""
    pdf = documents.get(name) if key else None
    if pdf is None:
        try:
            with place():
                pdf = draw(template, context_of(), one_page)
        except NoPlace:
            response = render(request, "ui/queue.html", {}, status=503)
            response.headers["Retry-After"] = "5"
            return response
        except NoEngine:
            return render(request, "ui/no_pdf.html", {}, status=503)
        if key:
            with suppress(OSError):  # a full disk costs the next reader a second, not this one
                documents.set(name, pdf)
    response = HttpResponse(pdf, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def name_of(key):
    """The name under which the cache keeps a document; it tells nothing about it."""
    look = look_now() if settings.DEBUG else look_of_this_release()
    return "pdf-" + sha256("\x1f".join([key, get_language() or "", look]).encode()).hexdigest()


def look_now():
    """A mark that changes when templates, styles or translations do: no old look after upgrade."""
    folders = [Path(folder) for folder in settings.TEMPLATES[0]["DIRS"] + settings.LOCALE_PATHS]
    files = [file for folder in folders for file in folder.rglob("*.*")]
    files.append(Path(finders.find("ui/print.css")))
    return str(sorted((str(file), file.stat().st_mtime_ns) for file in files))


look_of_this_release = cache(look_now)


def draw(template, context, one_page=()):
    """The bytes of the PDF. Raises NoEngine.

    `one_page` is text sizes in points, smallest first: the document gets the largest at which it
    is one page. When it is more even at the smallest, it keeps the middle one and takes its pages.
    """
    engine()
    return drawn(render_to_string(template, context), one_page)


def pdf_of(html):
    """The bytes of the PDF of a whole page. Raises NoPlace or NoEngine."""
    engine()
    with place():
        return drawn(html)


def drawn(html, one_page=()):
    with ThreadPoolExecutor(max_workers=1, initializer=step_back) as drawing:
        return drawing.submit(written, html, one_page).result()


def step_back():
    """From now on this thread gives way to the others."""
    with suppress(OSError):  # only Linux knows threads by number
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), KINDNESS)


def written(html, one_page):
    """The bytes of the PDF. What no font here has is said in words, so nothing is a blank box."""
    html = seen(html)
    with Listening() as heard:
        pdf = laid_out_and_written(html, one_page)
    if heard.missing:
        html = html.translate({code: in_words(chr(code)) for code in heard.missing})
        with Listening():
            pdf = laid_out_and_written(html, one_page)
    return pdf


def seen(html):
    """Without what no reader sees."""
    return html.translate(UNSEEN)


UNSEEN = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xFFFE])
"""Characters that no reader sees, and that no document may hold."""


def in_words(char):
    """A picture by its name, “(party popper)”; a letter that no font here has as “□”."""
    kind = unicodedata.category(char)
    if kind == "So":
        return f"({unicodedata.name(char, '□').lower()})"
    return "" if kind == "Sk" else "□"


class Listening(logging.Filter):
    """Hears which characters no font has, and keeps what people typed out of the log."""

    def __init__(self):
        super().__init__()
        self.missing, self.thread = set(), threading.get_ident()

    def __enter__(self):
        logging.getLogger("weasyprint").addFilter(self)
        return self

    def __exit__(self, *problem):
        logging.getLogger("weasyprint").removeFilter(self)

    def filter(self, record):
        if record.thread != self.thread:
            return True
        if str(record.msg).startswith(".notdef"):
            self.missing.add(record.args[1])
        return False


def laid_out_and_written(html, one_page):
    weasyprint = engine()
    from weasyprint.urls import URLFetcher

    nothing_outside = URLFetcher(allowed_protocols=["data"])
    page = weasyprint.HTML(string=html, url_fetcher=nothing_outside)
    print_css = Path(finders.find("ui/print.css")).read_text(encoding="utf-8")

    def laid_out(size):
        extra = f"html {{ font-size: {size}pt !important }}" if size else ""
        sheet = weasyprint.CSS(string=print_css + extra, url_fetcher=nothing_outside)
        return page.render(stylesheets=[sheet], pdf_variant="pdf/ua-1")

    document = largest_on_one_page(laid_out, one_page) if one_page else laid_out(None)
    return document.write_pdf(pdf_variant="pdf/ua-1")


def largest_on_one_page(laid_out, sizes):
    """The document at the largest of `sizes` (smallest first) that needs one page; see `draw`."""
    first = found = None
    low, high = 0, len(sizes) - 1
    while low <= high:
        middle = (low + high) // 2
        document = laid_out(sizes[middle])
        first = first or document
        if len(document.pages) == 1:
            found, low = document, middle + 1
        else:
            high = middle - 1
    return found or first


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
    except (ImportError, OSError) as problem:
        raise NoEngine from problem
    return weasyprint


def warm():
    """Import the engine when a worker starts, so that nobody waits for it. Never fails."""
    with suppress(NoEngine):
        engine()


@register
def check_engine(app_configs, **kwargs):
    """Looks for the libraries first: the import would slow down every management command."""
    if all(find_library(name) for name in LIBRARIES):
        return []
    try:
        engine()
    except NoEngine:
        message = "PDFs cannot be made: WeasyPrint's libraries are missing."
        hint = "apt-get install " + " ".join(LIBRARIES.values())
        return [CheckWarning(message, hint=hint, id="ui.W001")]
    return []
