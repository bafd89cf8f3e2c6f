"""The summary of a meeting as people type it, and as it is drawn.

A line that begins with # is a heading, lines that begin with - are a list, a line that is left
empty begins a new paragraph. Nothing else means anything.
"""

from itertools import groupby


def pieces_of(text):
    """`[("heading" | "paragraph", words) or ("list", [words])]`, to draw."""
    found = []
    for kind, lines in groupby(text.strip().splitlines(), kind_of):
        words = [without_sign(line.strip(), kind) for line in lines]
        if kind == "heading":
            found += [(kind, line) for line in words if line]
        elif kind == "list":
            found.append((kind, [line for line in words if line]))
        elif kind == "paragraph":
            found.append((kind, "\n".join(words)))
    return [(kind, words) for kind, words in found if words]


def without_sign(line, kind):
    if kind == "heading":
        return line.lstrip("#").strip()
    return line[1:].strip() if kind == "list" else line


def kind_of(line):
    line = line.strip()
    if not line:
        return "gap"
    if line.startswith("#"):
        return "heading"
    return "list" if line.startswith(("- ", "– ", "• ")) else "paragraph"


def plain(text):
    """For e-mail and letters: headings without their sign."""
    lines = [line.strip() for line in text.strip().splitlines()]
    return "\n".join(line.lstrip("# ") if line.startswith("#") else line for line in lines)
