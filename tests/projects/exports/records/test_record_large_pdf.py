from django.utils import timezone

from projects.exports.models import Record, RecordFile


def test_it_is_given_to_keep_as_it_was_to_who_may_see_the_project(is_given_as_it_was):
    is_given_as_it_was("large", "application/pdf", "large.pdf")


def test_a_record_that_was_made_without_it_is_sound_and_offers_none(signed_in, lead, project):
    kinds = RecordFile.Kind
    contents = {kind: b"Some words." for kind in kinds if kind != kinds.LARGE}
    about = {"number": 1, "mark": "1", "version": project.version, "made_at": timezone.now()}
    record = Record.keep(project, by=lead, contents=contents, **about)
    client = signed_in(lead)

    assert "all of its files are as they were" in client.get(record.get_absolute_url()).text
    assert client.get(f"{record.get_absolute_url()}record.large.pdf").status_code == 404
