"""What an involvement record says, gathered once; it is then drawn, and kept as it is.

Nobody is named in it, ever: so it need not change when someone leaves, changes their mind about
their name, or is erased. Words of members stand in it only when they agreed, knowing that it is
kept. Stories do not: whoever told one can take it back.
"""

import json
from hashlib import sha256

from projects.exports.data import plain
from projects.exports.not_done import not_done_of
from projects.exports.sections import RECORD, sections_of
from projects.exports.some import WHOLE
from projects.exports.summary import gathered
from projects.exports.told import told_of
from projects.exports.voices import Voices
from ui.display import Display

SCHEMA = "collab-involvement-record-1"


def record_of(project):
    """All that a record draws, in a fixed number of queries. It is in plain wording."""
    reader = Display()
    found = gathered(project, reader, Voices(project, reader, for_ever=True), WHOLE)
    found |= {"names": [], "is_record": True, "told": told_of(project)}
    found["sections"] = sections_of(RECORD, found)
    del found["impact"]["stories"]
    found["idea"] = idea_of(project)
    return found | {"not_done": not_done_of(found)}


def idea_of(project):
    names = ("service", "origin", "origin_note", "idea", "problem", "affected")
    names += ("already_decided", "already_said")
    return {name: getattr(project, name) for name in names}


def data_of(found):
    """The sections as plain data, in their order by the names of the page."""
    sections = found["sections"]
    return {section.id: {name: plain(found[name]) for name in section.says} for section in sections}


def mark_of(sections):
    """What two records have in common that say the same."""
    return sha256(canonical(sections)).hexdigest()


def canonical(data):
    """The one way in which these data are written: names in order, UTF-8, a line at the end."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, indent=1)
    return (text + "\n").encode()
