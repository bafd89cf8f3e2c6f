"""A content and its line come and go together."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils import timezone

from projects.files.models import File, storing, sweep
from projects.models import ProjectClosed
from tests.projects.files import making

UPLOAD = {"name": "notes.pdf", "kind": "pdf", "content": making.pdf()}


def test_it_lies_under_a_random_name_outside_of_what_is_served(file, digest_of):
    path = settings.MEDIA_ROOT / file.stored

    assert path.read_bytes() == making.pdf()
    assert "notes" not in file.stored
    assert path.suffix == ""
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
    assert not path.is_relative_to(settings.STATIC_ROOT)
    assert not any(path.is_relative_to(folder) for folder in settings.STATICFILES_DIRS)
    assert (file.size, file.digest) == (len(making.pdf()), digest_of(making.pdf()))


def test_the_same_content_twice_lies_there_twice(project, lead, keep, kept_names):
    """Taking one away must not take the other."""
    first, second = keep(project, lead), keep(project, lead)

    assert first.stored != second.stored
    assert {first.stored, second.stored} <= kept_names()


def test_a_closed_project_leaves_nothing_on_the_disk(project, lead, keep, kept_names):
    project.turn("complete", by=lead, because="Done.")
    before = kept_names()
    with pytest.raises(ProjectClosed):
        keep(project, lead)

    assert kept_names() == before


def test_a_line_that_is_not_kept_leaves_nothing_on_the_disk(project, lead, kept_names):
    before = kept_names()
    with pytest.raises(IntegrityError), storing(UPLOAD) as stored, transaction.atomic():
        File.objects.create(project=project, stored=stored, added_by=lead, size=1, digest=None)

    assert kept_names() == before


def test_an_upload_that_nobody_keeps_leaves_nothing_on_the_disk(db, kept_names):
    before = kept_names()
    with storing(UPLOAD) as stored:
        assert stored in kept_names()

    assert kept_names() == before


def test_without_an_upload_there_is_nothing_to_keep(db):
    with storing(None) as stored:
        assert stored == ""


def test_taking_it_away_keeps_the_line(
    project, lead, file, kept_names, django_capture_on_commit_callbacks
):
    stored = file.stored
    with django_capture_on_commit_callbacks(execute=True), project.changing():
        assert file.take_away(by=lead)
    file.refresh_from_db()

    assert stored not in kept_names()
    assert (file.name, file.stored, file.taken_away_by) == ("notes.pdf", "", lead)
    with project.changing():
        assert not file.take_away(by=lead)


@pytest.mark.django_db(transaction=True)
def test_taking_it_away_in_vain_keeps_the_content(project, lead, file, kept_names):
    stored = file.stored
    with pytest.raises(RuntimeError), project.changing():
        file.take_away(by=lead)
        raise RuntimeError("the computer stops here")

    assert stored in kept_names()
    assert File.objects.get(pk=file.pk).is_here


def test_a_line_says_where_its_content_is_or_when_it_went(file):
    with pytest.raises(IntegrityError), transaction.atomic():
        File.objects.filter(pk=file.pk).update(stored="")


def test_what_a_process_that_died_left_is_swept_a_day_later(project, lead, file, kept_names):
    with storing(UPLOAD), pytest.raises(RuntimeError):
        raise RuntimeError
    left = default_storage.save("files/00/left over", ContentFile(b"x"))
    assert sweep() == 0
    assert left in kept_names()

    assert sweep(now=timezone.now() + timedelta(days=2)) == 1
    assert left not in kept_names()
    assert file.stored in kept_names()


def test_pictures_and_sounds_need_words(project, lead, keep):
    assert keep(project, lead, name="a.png", kind="png", content=making.png()).needs_words
    assert keep(project, lead, name="a.mp3", kind="mp3", content=making.mp3()).needs_words
    assert not keep(project, lead).needs_words
