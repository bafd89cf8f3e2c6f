"""A project comes in from its file: whole or not at all, beside what is here, and in silence."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from projects.files import keeping
from projects.files.kinds import Refused as NotTaken
from projects.files.looking import look_into
from projects.models import ImportedCase, Membership, SearchText
from projects.telling import telling_nobody
from projects.transfer.guide import guide_for
from projects.transfer.laying import Laying
from projects.transfer.models import ImportedProject
from projects.transfer.people import name_of
from projects.transfer.reading import Refused, check_shape
from projects.transfer.rules import FILE, PROJECT


class InAlready(Exception):
    """This file came in before. `.project` is what it became, and nothing was changed."""

    def __init__(self, project):
        super().__init__(project.title)
        self.project = project


def import_project(archive, *, organisation, lead):
    """The project that is in the archive, in this organisation. Raises Refused or InAlready.

    `lead` takes the place of its first lead; everyone else becomes a part without an account.
    """
    document, digest = archive.document()
    check_shape(document)
    stored = {}
    try:
        with telling_nobody(), transaction.atomic():
            refuse_what_is_here(digest, document)
            store(archive, document, stored)
            project = lay_down(document, stored, organisation, lead)
            ImportedProject.objects.create(project=project, digest=digest)
    except BaseException as error:
        for name in stored.values():
            keeping.remove(name)
        if isinstance(error, IntegrityError):
            raise Refused([_("The rows in it do not fit together: %s") % one_line(error)]) from None
        raise
    return project


def one_line(error):
    return " ".join(str(error).split())[:200]


def refuse_what_is_here(digest, document):
    if already := ImportedProject.objects.filter(digest=digest).first():
        raise InAlready(already.project)
    for row in document["rows"]["projects.ImportedCase"]:
        if ImportedCase.objects.filter(case=str(row["case"])).exists():
            why = _("The case “%(case)s” is here already, as a project of its own.")
            raise Refused([why % {"case": " ".join(str(row["case"])[:80].split())}])


def store(archive, document, stored):
    """Put each content into the storage, once for each row that has it: by the row's number."""
    named = [row["digest"] for row in document["rows"][FILE] if row["content"] == "here"]
    if not all(isinstance(one, str) for one in named) or set(named) != archive.contents():
        raise Refused([_("The files in it are not those that the project has.")])
    for row in document["rows"][FILE]:
        if row["content"] == "here":
            content = archive.content(row["digest"])
            refuse_another_kind(row, content)
            stored[row["id"]] = keeping.put(content)


def refuse_another_kind(row, content):
    """What is in a file is looked into here as if someone had just added it."""
    try:
        is_same = look_into(row["name"], content) == row["kind"] and len(content) == row["size"]
    except (NotTaken, AttributeError, TypeError):
        is_same = False
    if not is_same:
        raise Refused([_("A file in it (number %d) is not what it says it is.") % row["id"]])


def lay_down(document, stored, organisation, lead):
    guide, people = guide_for(document["guide"]), make_people(document, lead)
    project = Laying(document, guide=guide, people=people, stored=stored).lay(organisation)
    SearchText.keep([project])
    return project


def make_people(document, lead):
    """Who each number of the file is here."""
    first = first_lead(document)
    return {
        row["id"]: lead if row["id"] == first else User.objects.create_user(name=name_of(row))
        for row in document["people"]
    }


def first_lead(document):
    """The first who leads and has not left; else the first who led, else who started it."""
    places = document["rows"]["projects.Membership"]
    led = [row for row in places if row["role"] == Membership.Role.LEAD]
    here = [row for row in led if row["left_on"] is None]
    if found := (here or led):
        return found[0]["user"]
    return document["rows"][PROJECT][0]["started_by"] if document["rows"][PROJECT] else None
