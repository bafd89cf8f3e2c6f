import os
import time

import pytest
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command

from privacy.models import Destroyed
from projects.models import Project
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
