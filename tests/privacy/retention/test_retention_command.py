import os
import time

import pytest
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command

from privacy.models import Destroyed, LegalHold
from projects.models import Project
from tests.factories import make_meeting, make_project
from tests.hands import hands_of


@pytest.fixture
def closed(make_closed):
    return make_closed("The Marker project", years=7)


def test_it_lists_and_destroys_nothing_that_someone_has_to_look_at(closed, organisation, capsys):
    call_command("retention")

    assert capsys.readouterr().out == "Riverside Health: Closed projects: 1 to look at\n"
    assert Project.objects.filter(pk=closed.pk).exists()


def test_it_destroys_the_small_things(organisation, participant, ago, capsys):
    hands_of(participant)
    Session.objects.update(expire_date=ago(days=1))
    call_command("retention", "--only-look")
    assert (capsys.readouterr().out, Session.objects.count()) == ("", 1)
    call_command("retention")

    assert capsys.readouterr().out == "Riverside Health: Ended sign-ins: 1 destroyed\n"
    assert (Session.objects.count(), Destroyed.objects.count()) == (0, 1)


def test_whom_to_call_on_the_day_of_a_meeting_is_forgotten_a_week_after_it(
    project, organisation, lead, administrator, capsys
):
    call = {"on_the_day": "Asha, 07700 900123"}
    other = make_project(organisation, by=lead)
    LegalHold.begin(organisation, other, by=administrator, why="A court asks.")
    long_ago, lately, to_come, held = [
        make_meeting(of, days=days, **call)
        for of, days in ((project, -9), (project, -6), (project, 3), (other, -9))
    ]
    call_command("retention", "--only-look")
    long_ago.refresh_from_db()
    assert long_ago.on_the_day == "Asha, 07700 900123"
    capsys.readouterr()
    call_command("retention")

    assert "whom to call forgotten of 1" in capsys.readouterr().out
    long_ago.refresh_from_db()
    assert (long_ago.on_the_day, long_ago.is_planned) == ("", True)
    for kept in (lately, to_come, held):
        kept.refresh_from_db()
        assert kept.on_the_day == "Asha, 07700 900123"


def test_it_sweeps_what_a_process_that_died_left_of_a_file(closed, capsys):
    left = default_storage.save("files/00/left over", ContentFile(b"x"))
    call_command("retention")
    assert default_storage.exists(left)
    yesterday = time.time() - 25 * 3600
    os.utime(default_storage.path(left), (yesterday, yesterday))
    capsys.readouterr()
    call_command("retention")

    said = capsys.readouterr().out
    assert "Contents of files that belong to nothing: 1 destroyed" in said
    assert not default_storage.exists(left)
    assert default_storage.exists(closed.files.get().stored)
