"""Reading what was printed."""

import subprocess


def text_of(pdf):
    """What a reader of the PDF gets, as one line."""
    command = ["/usr/bin/pdftotext", "-raw", "-", "-"]
    found = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return " ".join(found.stdout.decode().split())
