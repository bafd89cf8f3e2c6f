"""What every template keeps to, read as text."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template import engines

TEMPLATES = Path(__file__).parent.parent.parent / "templates"
PAGES = sorted(TEMPLATES.rglob("*.html"))
ALL = sorted(path for path in TEMPLATES.rglob("*") if path.is_file())

SEVERAL_ELEMENTS = {
    "projects/checklist/_answered.html": "an item, and the stage's progress out of band",
    "projects/checklist/_changes.html": "the rows that others changed, each out of band",
}
"""Fragments that answer htmx with more than one element, and why."""

SWAPPED = {
    "projects/checklist/_item.html",
    "projects/checklist/_progress.html",
    "projects/checklist/_poll.html",
    "portfolio/_table.html",
    "projects/ideas/_found.html",
    "projects/ideas/_me_too.html",
    "projects/plan/actions/_action.html",
    "projects/plan/actions/_found.html",
    "projects/impact/lessons/_offered.html",
}
"""Fragments that htmx swaps: one element with an id each."""


def named(path):
    return str(path.relative_to(TEMPLATES))


@pytest.mark.parametrize("path", ALL, ids=named)
def test_every_template_compiles(path):
    assert engines["jinja2"].get_template(named(path)).template.name == named(path)


# No sentence outside _()

SHOWN = ("aria-label", "title", "placeholder", "alt", "content", "value")
"""Attributes whose words people see or hear."""

NOT_WORDS = {"Collab", "nbsp", "amp", "ndash", "mdash", "middot", "bull", "times", "hellip"}
"""The product's name, and signs."""


class Words(HTMLParser):
    """The letters of a template that stand in it as they are, with their lines."""

    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.found, self.inside = [], []

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "style"):
            self.inside.append(tag)
        for name, value in attrs:
            is_machine = name == "content" and tag == "meta"
            if name in SHOWN and value and not is_machine and not is_key(tag, attrs, name):
                self.note(value)

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data):
        if not self.inside:
            self.note(data)

    def note(self, text):
        letters = set(re.findall(r"[^\W\d_]{2,}", text)) - NOT_WORDS
        if letters:
            self.found.append((self.getpos()[0], text.strip()))


def is_key(tag, attrs, name):
    """The `value` of a hidden field or a choice is for the machine."""
    return name == "value" and (
        tag != "input" or dict(attrs).get("type") not in ("submit", "button")
    )


def without_code(text):
    """The template without comments, tags and expressions, each word still on its line."""
    kept = ""
    for line, kind, words in engines["jinja2"].env.lex(text):
        if kind == "data":
            kept += "\n" * (line - 1 - kept.count("\n")) + words
        elif kind == "variable_begin" and kept.endswith(("<", "</")):
            kept += "x"  # the name of an element
    return kept


def sentences_of(path):
    text = without_code(path.read_text())
    if path.suffix != ".html":
        lines = enumerate(text.splitlines(), start=1)
        return [
            (n, line) for n, line in lines if set(re.findall(r"[^\W\d_]{2,}", line)) - NOT_WORDS
        ]
    words = Words()
    words.feed(text)
    words.close()
    return words.found


def test_no_sentence_stands_outside_the_translators_reach():
    bare = [f"{named(path)}:{line}: {text}" for path in ALL for line, text in sentences_of(path)]

    assert bare == []


def test_the_search_for_sentences_finds_them(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        '{# no #}\n<p title="Three">{{ _("no") }} Four</p>\n<b>{% if x %}Five{% endif %}</b>'
    )

    assert sentences_of(page) == [(2, "Three"), (2, "Four"), (3, "Five")]


SENTENCE_AS_TEXT = re.compile(r"""\{\{\s*(["'])[A-Z][^"']*\1\s*\}\}""")


def test_no_sentence_is_printed_as_a_bare_string():
    bare = [
        f"{named(path)}: {match.group()}"
        for path in ALL
        for match in SENTENCE_AS_TEXT.finditer(path.read_text())
    ]

    assert bare == []


# Nothing that the policy forbids, or that would let harm in

FORBIDDEN = {
    "an inline style": re.compile(r"<[^>]*\sstyle=", re.I),
    "an inline handler": re.compile(r"<[^>]*\son[a-z]+=", re.I),
    "htmx's own inline handler": re.compile(r"\shx-on[:\s=-]", re.I),
    "words marked safe": re.compile(r"\|\s*safe\b|Markup\("),
    "escaping switched off": re.compile(r"autoescape\s+false", re.I),
    "an address elsewhere": re.compile(r"""(?:src|href|action)=["'](?:https?:)?//""", re.I),
    "a javascript address": re.compile(r"javascript:", re.I),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_holds(what):
    found = []
    for path in PAGES:
        for number, line in enumerate(path.read_text().splitlines(), start=1):
            if FORBIDDEN[what].search(re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", "", line)):
                found.append(f"{named(path)}:{number}: {line.strip()}")

    assert found == []


def test_words_marked_safe_are_found_in_expressions_too():
    found = [
        named(path) for path in PAGES if FORBIDDEN["words marked safe"].search(path.read_text())
    ]

    assert found == []


# Fragments


class Outermost(HTMLParser):
    """The outermost elements, as (tag, has an id)."""

    VOID = {"input", "br", "img", "hr", "meta", "link"}

    def __init__(self):
        super().__init__()
        self.depth, self.found = 0, []

    def handle_starttag(self, tag, attrs):
        if self.depth == 0:
            self.found.append((tag, "id" in dict(attrs)))
        self.depth += tag not in self.VOID

    def handle_endtag(self, tag):
        self.depth -= tag not in self.VOID


def outermost(path):
    parser = Outermost()
    parser.feed(without_code(path.read_text()))
    return parser.found


def test_every_fragment_that_htmx_swaps_is_one_element_with_an_id():
    wrong = {name: outermost(TEMPLATES / name) for name in sorted(SWAPPED)}

    assert {
        name: found for name, found in wrong.items() if [has for _, has in found] != [True]
    } == {}


ANSWERS = re.compile(r'"([\w/]+/_\w+\.html)"')


def test_every_fragment_that_a_view_answers_with_is_swapped_or_says_why_it_is_several():
    top = TEMPLATES.parent
    views = [path for path in top.glob("**/views.py") if ".venv" not in path.parts]
    answered = {name for path in views for name in ANSWERS.findall(path.read_text())}

    assert answered - SWAPPED - set(SEVERAL_ELEMENTS) == set()
    assert set(SEVERAL_ELEMENTS) - answered == set()
