"""The words on screen and in the guide: reading age 9 to 11, and words we do not use.

The grade is Flesch and Kincaid's (US school grade; 6 is about 11 years old), from the number of
words in a sentence and of syllables in a word. It is a rough measure: it catches long sentences
and long words, and knows nothing of sense. Names of stages, levels and laws count like other words.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po

TOP = Path(__file__).parent.parent
EDITION = TOP / "stages/data/first-edition.yaml"

HIGHEST_AVERAGE = 5
HIGHEST_OF_ONE = 13
"""The grade of a single sentence: short ones with one long word are measured badly."""
LONGEST = 28
"""Words in a sentence."""

WE_SAY_OTHERWISE = {
    "toggle": "say what it becomes",
    "submit": "send, save",
    "invalid": "say what is wrong",
    "login": "sign in",
    "log in": "sign in",
    "logout": "sign out",
    "log out": "sign out",
    "username": "name",
    "user": "person, member (service user is a name people chose)",
    "users": "people, members",
    "stakeholder": "people, groups",
    "stakeholders": "people, groups",
    "utilise": "use",
    "leverage": "use",
    "facilitate": "help, run",
    "implement": "do, make",
    "prior to": "before",
    "in order to": "to",
    "commence": "begin",
    "ensure": "make sure",
    "regarding": "about",
    "via": "by, through",
    "robust": "say how",
    "seamless": "say how",
    "empower": "say what people can do",
    "click": "press",
    "oops": "say what happened",
    "modal": "say what it is",
    "dashboard": "say what it shows",
    "email address": "e-mail address",
    "color": "colour",
    "organization": "organisation",
}
MAY = {"service user", "service users"}


def syllables(word):
    """About how many: groups of vowels, without those that are not heard."""
    word = re.sub(r"[^a-z]", "", word.lower())
    heard = re.sub(r"(?<=[^aeiouytd])ed$|(?<=[^aeiouyszxcgl])es$|(?<=[^aeiouyl])e$", "", word)
    heard = re.sub(r"(?<=[aeiouy]l)es?$", "", heard)
    return max(1, len(re.findall(r"[aeiouy]+", heard)))


def words_of(text):
    return re.findall(r"[A-Za-z][A-Za-z'’-]*", text)


def grade(sentences):
    words = [word for sentence in sentences for word in words_of(sentence)]
    in_one = len(words) / len(sentences)
    return 0.39 * in_one + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def sentences_in(texts):
    """Sentences of four words or more: a label or a heading is not one."""
    plain = (re.sub(r"%\(\w+\)[sd]", "Ann", text).replace("%%", "%") for text in texts)
    parts = (part for text in plain for part in re.split(r"(?<=[.!?:;])\s+|\n+", text))
    return sorted({part.strip() for part in parts if len(words_of(part)) >= 4})


@pytest.fixture(scope="module")
def on_screen(tmp_path_factory):
    """Every message that Babel finds in templates and Python."""
    catalogue = tmp_path_factory.mktemp("words") / "messages.pot"
    extract = ["babel.messages.frontend", "-q", "extract", "-F", "babel.cfg", "-k", "gettext_noop"]
    subprocess.run([sys.executable, "-m", *extract, "-o", str(catalogue), "."], cwd=TOP, check=True)
    with catalogue.open("rb") as file:
        found = [message.id for message in read_po(file) if message.id]
    return [one for ids in found for one in (ids if isinstance(ids, tuple) else [ids])]


NOT_TEXT = {"id", "key", "source", "sources", "where", "language", "name", "stage", "link_status"}


def texts_in(node, under=""):
    """All but names, keys and the list of laws and studies, whose titles are what they are."""
    if under in NOT_TEXT:
        return
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for one in node:
            yield from texts_in(one, under)
    elif isinstance(node, dict):
        for name, one in node.items():
            yield from texts_in(one, name)


@pytest.fixture(scope="module")
def in_the_guide():
    return list(texts_in(yaml.safe_load(EDITION.read_text())))


@pytest.fixture(params=["on_screen", "in_the_guide"])
def texts(request):
    return request.getfixturevalue(request.param)


def test_the_text_reads_at_nine_to_eleven_years(texts):
    sentences = sentences_in(texts)

    assert len(sentences) > 200
    worst = sorted(sentences, key=lambda sentence: -grade([sentence]))[:10]
    assert grade(sentences) <= HIGHEST_AVERAGE, "\n".join(worst)


def test_no_sentence_is_far_harder_than_the_rest(texts):
    hard = {
        sentence: round(grade([sentence]), 1)
        for sentence in sentences_in(texts)
        if len(words_of(sentence)) >= 8 and grade([sentence]) > HIGHEST_OF_ONE
    }

    assert hard == {}


def test_no_sentence_is_too_long(texts):
    long = {one: n for one in sentences_in(texts) if (n := len(words_of(one))) > LONGEST}

    assert long == {}


def test_easy_read_lines_have_twelve_words_or_fewer():
    def easy(node):
        if isinstance(node, list):
            for one in node:
                yield from easy(one)
        elif isinstance(node, dict):
            for name, one in node.items():
                if name in ("easy", "purpose_easy"):
                    yield one
                else:
                    yield from easy(one)

    lines = list(easy(yaml.safe_load(EDITION.read_text())))
    sentences = [part for line in lines for part in re.split(r"(?<=[.!?])\s+", line)]

    assert len(lines) > 100
    assert [one for one in sentences if len(one.split()) > 12] == []


def test_words_we_do_not_use(on_screen):
    found = {}
    for text in on_screen:
        plain = text
        for may in MAY:
            plain = re.sub(may, "", plain, flags=re.I)
        for word, instead in WE_SAY_OTHERWISE.items():
            if re.search(rf"\b{word}\b", plain, re.I):
                found[text] = f"not “{word}”: {instead}"

    assert found == {}


def test_the_measure_knows_hard_from_easy():
    easy = grade(["We sit down and talk.", "The dog ran to the red bus."])
    hard = grade(
        ["Stakeholder prioritisation necessitates comprehensive organisational alignment."]
    )

    assert easy < 3
    assert hard > 15
    counted = [syllables(word) for word in ("made", "table", "wanted", "asked", "people")]
    assert counted == [1, 2, 2, 1, 2]
