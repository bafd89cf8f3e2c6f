import hashlib

import pytest
from django.core.files.storage import default_storage

from projects.files.keeping import folders
from projects.files.models import File, storing
from tests.projects.files import making


@pytest.fixture(autouse=True)
def own_storage(settings, tmp_path):
    """Each test begins with nothing in the storage."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def kept_names():
    """`kept_names()` is what lies in the storage right now."""

    def names():
        found = {folder: default_storage.listdir(folder)[1] for folder in folders()}
        return {f"{folder}/{name}" for folder, names in found.items() for name in names}

    return names


@pytest.fixture
def keep():
    """`keep(project, by)` is a file of that project, by the verb."""

    def kept(project, by, *, name="notes.pdf", kind="pdf", content=None, **more):
        content = making.pdf() if content is None else content
        upload = {"name": name, "kind": kind, "content": content, **more}
        with storing(upload) as stored, project.changing():
            return File.keep(project, by=by, stored=stored, **upload)

    return kept


@pytest.fixture
def file(project, lead, keep):
    return keep(project, lead)


@pytest.fixture
def digest_of():
    return lambda content: hashlib.sha256(content).hexdigest()
