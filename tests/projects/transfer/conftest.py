import io
import json
import zipfile

import pytest

from projects.models import CaseEntry, ImportedCase
from projects.transfer.archive import Archive
from projects.transfer.importing import import_project
from projects.transfer.taking_out import take_out
from tests import factories
from tests.world import make_world

OF_THE_WORLD = (
    "decisions.OtherView", "evidence.EqualityLook", "projects.Hand",
)  # fmt: skip
"""What the world has rows of and the demonstration has not."""


@pytest.fixture(scope="module")
def shared_world(made_once):
    return made_once(make_world_of_its_own)


def make_world_of_its_own():
    """Of no published case: that may be in one place only once, and here it comes back beside."""
    world = make_world()
    ImportedCase.objects.all().delete()
    CaseEntry.objects.all().delete()
    return world


@pytest.fixture
def world(shared_world, db):
    return shared_world


def taken_out(project):
    target = io.BytesIO()
    take_out(project, target)
    return target


def put_in(file, *, organisation=None, lead=None):
    organisation = organisation or factories.make_organisation()
    lead = lead or factories.make_user("Nadia New")
    return import_project(Archive(file), organisation=organisation, lead=lead)


def data_of(file):
    return json.loads(zipfile.ZipFile(file).read("project.json"))
