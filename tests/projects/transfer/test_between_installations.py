"""Out of this database, into another installation on a database of its own, and back again.

That one is always SQLite. So on PostgreSQL this is the way to SQLite and back.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from projects.cases.importing import import_case
from projects.cases.reading import read_file
from projects.models import Project
from tests import factories
from tests.projects.cases.conftest import OXLEAS, make_guide

TOP = Path(__file__).parents[3]
THERE = """
from django.core.management import call_command
from accounts.models import Organisation, User
from projects.models import Project

call_command("migrate", verbosity=0)
Organisation.objects.create(name="Over There")
User.objects.create_user(email="nadia@there.example", name="Nadia")
for name in {names}:
    call_command("import_project", name, organisation="Over There", lead="nadia@there.example")
    call_command("export_project", Project.objects.latest("pk").pk, "back-" + name)
"""


@pytest.fixture
def there(tmp_path):
    """`there(names)`: another installation takes these files in, and out again."""

    def go(names):
        env = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
        env |= {"COLLAB_VAR": str(tmp_path / "var"), "DJANGO_SETTINGS_MODULE": "collab.settings"}
        command = [
            sys.executable,
            TOP / "manage.py",
            "shell",
            "--command",
            THERE.format(names=names),
        ]
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return go


def test_projects_go_to_another_installation_and_come_back(world, there, tmp_path):
    make_guide()
    case = import_case(read_file(OXLEAS))
    names = ["full.zip", "closed.zip", "case.zip"]
    for name, project in zip(names, (world.full, world.closed, case), strict=True):
        call_command("export_project", project.pk, tmp_path / name, verbosity=0)
    said = there(names)

    assert said.count("Brought in “") == 3
    for name in names:
        assert (tmp_path / f"back-{name}").read_bytes() == (tmp_path / name).read_bytes()
    lead = factories.make_user()
    organisation = factories.make_organisation()
    where = {"organisation": organisation.name, "lead": lead.email}
    call_command("import_project", tmp_path / "back-full.zip", **where)
    again = Project.objects.latest("pk")
    call_command("export_project", again.pk, tmp_path / "again.zip")
    assert again.organisation == organisation
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "full.zip").read_bytes()
