from django.urls import reverse


def test_it_is_given_to_keep_as_it_was_to_who_may_see_the_project(
    signed_in, client, lead, observer, involvement, outsider, record
):
    url = reverse("exports:records:record_json", args=[record.project_id, record.pk])

    for person in (lead, observer, involvement):
        response = signed_in(person).get(url)
        assert response.content == bytes(record.files.get(kind="json").content)
    assert response["Content-Type"] == "application/json"
    name = f"involvement-record-{record.project_id}-1.json"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Cache-Control"] == "private, no-store"
    assert signed_in(outsider).get(url).status_code == 404
    assert client.get(url).status_code == 302
    assert signed_in(lead).post(url).status_code == 405
