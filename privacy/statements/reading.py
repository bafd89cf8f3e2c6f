"""The little there is to write a statement with: headings, lists, paragraphs, gaps and links.

Everything is words to the template, which escapes them: nothing in here makes HTML.
"""

import re
from dataclasses import dataclass, field

PIECE = re.compile(
    r"(?P<gap>\[[^\[\]\n]+\])"
    r"|(?P<link>https?://[^\s<>\"]+[^\s<>\".,;:!?)\]])"
    r"|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)


@dataclass
class Block:
    """A heading, a list or a paragraph: its lines, each a list of pieces `(kind, words)`."""

    kind: str
    lines: list = field(default_factory=list)


def blocks_of(text):
    """The text in order. “# ” begins a heading, “- ” a line of a list; an empty line parts."""
    blocks, is_new = [], True
    for line in text.splitlines():
        line = line.strip()
        if not line:
            is_new = True
            continue
        kind, words = kind_of(line)
        if is_new or kind == "heading" or blocks[-1].kind != kind:
            blocks.append(Block(kind))
        blocks[-1].lines.append(list(pieces_of(words)))
        is_new = False
    return joined(blocks)


def joined(blocks):
    """Lists that only an empty line parts are one list."""
    kept = []
    for block in blocks:
        if kept and block.kind == kept[-1].kind == "list":
            kept[-1].lines += block.lines
        else:
            kept.append(block)
    return kept


def kind_of(line):
    if line.startswith("# "):
        return "heading", line[2:].strip()
    if line.startswith("- "):
        return "list", line[2:].strip()
    return "paragraph", line


def pieces_of(words):
    """`(kind, words)`: “words”, “gap” (what is still to be written), “link” or “mail”."""
    at = 0
    for found in PIECE.finditer(words):
        if found.start() > at:
            yield "words", words[at : found.start()]
        kind = found.lastgroup
        yield kind, found[0][1:-1] if kind == "gap" else found[0]
        at = found.end()
    if at < len(words):
        yield "words", words[at:]


def gaps_in(text):
    """What is still to be written: the words between square brackets."""
    return [found["gap"][1:-1] for found in PIECE.finditer(text) if found["gap"]]


def without_gaps(blocks):
    """For everyone: no line that is still to be written, and no heading with nothing left."""
    kept, has_lost = [], False
    for block in blocks:
        if block.kind == "heading":
            drop_empty_heading(kept, has_lost)
            has_lost = False
        lines = [line for line in block.lines if not any(kind == "gap" for kind, _words in line)]
        has_lost |= len(lines) < len(block.lines)
        if lines:
            kept.append(Block(block.kind, lines))
    drop_empty_heading(kept, has_lost)
    return kept


def drop_empty_heading(kept, has_lost):
    if has_lost and kept and kept[-1].kind == "heading":
        kept.pop()
