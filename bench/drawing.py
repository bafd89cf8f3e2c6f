"""One process that draws a document: `python -m bench.drawing ours|floor ADDRESS FOLDER`.

`ours` asks the view and leaves the HTML in the folder; `floor` gives that HTML to WeasyPrint.
"""

import json
import resource
import sys
import time
from pathlib import Path

import django

django.setup()

import weasyprint  # noqa: E402
from django.contrib.staticfiles import finders  # noqa: E402
from django.core.cache import caches  # noqa: E402
from django.test import Client  # noqa: E402

import ui.pdf  # noqa: E402
from accounts.models import User  # noqa: E402

TIMES = 3


def ours(address, html):
    browser = Client()
    browser.force_login(User.objects.get(email="person1@collab.example"))
    written = ui.pdf.render_to_string

    def kept(template, context):
        text = written(template, context)
        html.write_text(text, encoding="utf-8")
        return text

    ui.pdf.render_to_string = kept

    def draw():
        caches["documents"].clear()
        answer = browser.get(address)
        assert answer.status_code == 200, answer.status_code
        return answer.content

    return draw


def floor(address, html):
    """The engine alone, with our style sheet."""
    text = html.read_text(encoding="utf-8")
    css = Path(finders.find("ui/print.css")).read_text(encoding="utf-8")

    def draw():
        page = weasyprint.HTML(string=text)
        return page.write_pdf(stylesheets=[weasyprint.CSS(string=css)], pdf_variant="pdf/ua-1")

    return draw


def main(side, address, folder):
    html = Path(folder) / (address.strip("/").replace("/", "-") + ".html")
    draw = {"ours": ours, "floor": floor}[side](address, html)
    seconds, cpu = [], []
    for _ in range(TIMES):
        began, used = time.perf_counter(), time.process_time()
        assert draw().startswith(b"%PDF")
        seconds.append(time.perf_counter() - began)
        cpu.append(time.process_time() - used)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds[1:], "cpu": cpu[1:], "memory": memory}))


if __name__ == "__main__":
    main(*sys.argv[1:])
