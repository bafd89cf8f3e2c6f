import puremagic
from django.utils.translation import gettext as _

from projects.files.kinds import ALLOWED, PICTURES, TEXTS, WHICH, Kind, Refused
from projects.files.looking import hidden, office, pictures, sounds, texts
from projects.files.naming import ending_of

HEAD = 4096
"""Bytes from which everything that names itself at its beginning can be told."""


def look_into(name, content):
    """The `Kind` of a file, or Refused with the reason in plain words.

    It is told from the content. The name has to agree, so that nobody opens a thing as another.
    Nothing is opened as the programs of that kind would open it.
    """
    if not content:
        raise Refused(_("This file is empty. Look at it on your computer, then choose it again."))
    hidden.refuse_program(content)
    kind = told_by_content(name, content)
    if kind is None:
        raise Refused(what_it_seems(content))
    if ending_of(name) not in ALLOWED[kind].endings:
        raise Refused(wrong_ending(name, kind))
    if kind not in office.KINDS:
        hidden.refuse_second_nature(content, kind)
    if kind in PICTURES:
        pictures.check(kind, content)
    if kind not in TEXTS:
        ask_another(kind, content)
    return kind


def told_by_content(name, content):
    for module in (office, pictures, sounds, texts):
        if kind := module.told(content):
            return texts.told_by_name(name) if kind in TEXTS else kind
    return Kind.PDF if hidden.is_pdf(content) else None


def ask_another(kind, content):
    """A second opinion, from a list of signatures that is not ours."""
    try:
        found = puremagic.magic_string(content[:HEAD])
    except (puremagic.PureError, ValueError):
        found = []
    known = {match.extension.lower() for match in found}
    if not known & {*ALLOWED[kind].endings, *ALSO_KNOWN_AS.get(kind, ())}:
        raise Refused(_("Two ways of looking into this file do not agree. We cannot take it."))


ZIPPED = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".zip")
ALSO_KNOWN_AS = {
    **dict.fromkeys(office.KINDS, ZIPPED),
    Kind.M4A: (".mp4", ".m4b", ".3gp", ".mov", ".f4a", ".m4p"),
    Kind.OGG: (".oga", ".ogv", ".ogx", ".spx", ".opus"),
    Kind.MP3: (".mpga", ".mp2", ".koz"),
}
"""Endings under which that list knows the same beginning."""


def what_it_seems(content):
    if hidden.is_markup(content):
        return _(
            "This is a web page or a drawing that can hold a program (HTML or SVG). "
            "Save it as a PDF or a PNG."
        )
    if content.startswith(office.OLD):
        return _(
            "This is an old kind of Office file, or it has a password. "
            "Save it as a new kind (such as DOCX), without a password."
        )
    if office.is_zip(content):
        return _("This is a folder of files (ZIP). Add the files in it one by one.")
    return _("We do not take this kind of file.") + " " + str(WHICH)


def wrong_ending(name, kind):
    says = (
        _("The name of this file does not say what it is.")
        if ending_of(name)
        else _("The name of this file has no ending.")
    )
    should = _("Inside it is: %(kind)s. Its name should end with %(ending)s.")
    return f"{says} {should % {'kind': kind.label, 'ending': ALLOWED[kind].endings[0]}}"
