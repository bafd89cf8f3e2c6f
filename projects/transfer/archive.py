"""The one file: a ZIP with the project as data, the files that were uploaded, and what it is."""

import json
import zipfile
from hashlib import sha256
from zlib import error as ZlibError  # noqa: N812

from django.conf import settings
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from projects.transfer.exporting import SCHEMA, digest_of, written
from projects.transfer.reading import Refused, read_json

DOCUMENT, MANIFEST, README = "project.json", "manifest.json", "README.txt"
FILES = "files/"
LARGEST_DOCUMENT = 100_000_000
LARGEST_MANIFEST = 5_000_000
MOST_ENTRIES = 20_000
PACKED_BY_US = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Other ways of packing take far more memory to undo, and fail in ways of their own."""
THE_SAME_DAY = (1980, 1, 1, 0, 0, 0)
"""In a ZIP every entry has a time: always this one, so that the same project is the same file."""


def pack(target, document, contents):
    """Write all of it to `target`, an open file. `contents` says where each content lies."""
    data = written(document)
    digests = {DOCUMENT: digest_of(data)}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(entry(README), readme_of(document))
        archive.writestr(entry(DOCUMENT), data)
        for digest in sorted(contents):
            name = FILES + digest
            digests[name] = copy(archive, name, contents[digest])
        manifest = {"schema": SCHEMA, "sha256": digests}
        archive.writestr(entry(MANIFEST), json.dumps(manifest, indent=1, sort_keys=True))
    return digests[DOCUMENT]


def entry(name):
    info = zipfile.ZipInfo(name, THE_SAME_DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def copy(archive, name, stored):
    digest = sha256()
    with default_storage.open(stored) as content, archive.open(entry(name), "w") as inside:
        for chunk in content.chunks():
            digest.update(chunk)
            inside.write(chunk)
    return digest.hexdigest()


def readme_of(document):
    """In one language for all: the same project is the same file, whoever takes it out."""
    with override("en-gb"):
        [project] = document["rows"]["projects.Project"]
        context = {"title": project["title"], "schema": document["schema"]}
        return render_to_string("projects/transfer/readme.txt", context)


class Archive:
    """Such a file, being read: no entry that it should not have, none too large, all unharmed."""

    def __init__(self, file):
        try:
            self.zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, RuntimeError, ValueError):
            raise Refused([_("This is not a file that was taken out of Collab.")]) from None
        self.entries = {}
        for info in self.zip.infolist()[: MOST_ENTRIES + 1]:
            self.look_at(info)
        if len(self.entries) > MOST_ENTRIES:
            raise Refused([_("There are too many files in it.")])
        manifest = read_json(self.read(MANIFEST, LARGEST_MANIFEST))
        digests = manifest.get("sha256") if isinstance(manifest, dict) else None
        if not isinstance(digests, dict) or manifest.get("schema") != SCHEMA:
            raise Refused([_("This file was made by another version of Collab.")])
        if {*digests, MANIFEST, README} != set(self.entries):
            raise Refused([_("The list of what is in the file does not fit what is in it.")])
        self.digests = digests

    def look_at(self, info):
        name = info.filename
        is_content = name.startswith(FILES) and is_digest(name.removeprefix(FILES))
        if name not in (DOCUMENT, MANIFEST, README) and not is_content:
            why = _("There is something in it that does not belong there: %(name)s")
            raise Refused([why % {"name": " ".join(name[:60].split())}])
        if name in self.entries:
            raise Refused([_("%(name)s is in it twice.") % {"name": name}])
        if info.flag_bits & 1:
            raise Refused([_("It has a password. Take that off first.")])
        if info.compress_type not in PACKED_BY_US:
            raise Refused(
                [_("%(name)s in it is packed in a way that we do not use.") % {"name": name}]
            )
        self.entries[name] = info

    def read(self, name, most):
        """The bytes of an entry. It is never unpacked further than that many."""
        if name not in self.entries:
            raise Refused([_("%(name)s is missing in it.") % {"name": name}])
        try:
            with self.zip.open(self.entries[name]) as inside:
                data = inside.read(most + 1)
        except (zipfile.BadZipFile, ZlibError, EOFError, RuntimeError, OSError):
            raise Refused([_("%(name)s in it is damaged.") % {"name": name}]) from None
        if len(data) > most:
            raise Refused([_("%(name)s in it is too large.") % {"name": name}])
        return data

    def checked(self, name, most):
        data = self.read(name, most)
        if sha256(data).hexdigest() != self.digests.get(name):
            raise Refused([_("%(name)s in it is not as it was taken out.") % {"name": name}])
        return data

    def document(self):
        """(the data, the digest by which this file is known)."""
        data = self.checked(DOCUMENT, LARGEST_DOCUMENT)
        return read_json(data), self.digests[DOCUMENT]

    def content(self, digest):
        name = FILES + digest
        data = self.checked(name, settings.UPLOAD_LARGEST)
        if self.digests[name] != digest:
            raise Refused([_("%(name)s in it is not as it was taken out.") % {"name": name}])
        return data

    def contents(self):
        return {name.removeprefix(FILES) for name in self.entries if name.startswith(FILES)}


def is_digest(text):
    return len(text) == 64 and set(text) <= set("0123456789abcdef")
