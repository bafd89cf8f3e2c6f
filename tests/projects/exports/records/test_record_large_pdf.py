from django.urls import reverse
from django.utils import timezone

from projects.exports.models import Record, RecordFile


def test_it_is_given_to_keep_as_it_was_to_who_may_see_the_project(
    signed_in, client, lead, observer, involvement, outsider, record
):
    url = reverse("exports:records:record_large_pdf", args=[record.project_id, record.pk])

    for person in (lead, observer, involvement):
        response = signed_in(person).get(url)
        assert response.content == bytes(record.files.get(kind="large").content)
    assert response["Content-Type"] == "application/pdf"
    name = f"involvement-record-{record.project_id}-1.large.pdf"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Cache-Control"] == "private, no-store"
    assert signed_in(outsider).get(url).status_code == 404
    assert client.get(url).status_code == 302
    assert signed_in(lead).post(url).status_code == 405


def test_a_record_that_was_made_without_it_is_sound_and_offers_none(signed_in, lead, project):
    kinds = RecordFile.Kind
    contents = {kind: b"Some words." for kind in kinds if kind != kinds.LARGE}
    about = {"number": 1, "mark": "1", "version": project.version, "made_at": timezone.now()}
    record = Record.keep(project, by=lead, contents=contents, **about)
    client = signed_in(lead)

    assert "all of its files are as they were" in client.get(record.get_absolute_url()).text
    assert client.get(f"{record.get_absolute_url()}record.large.pdf").status_code == 404
