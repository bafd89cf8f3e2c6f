"""A project full of things, and records of it."""

import pytest
from django.db import connection
from django.urls import reverse

from tests import factories
from tests.projects.exports.filling import decide_together, one_of_everything


@pytest.fixture
def url(project):
    return reverse("exports:records:index", args=[project.pk])


@pytest.fixture
def new_url(project):
    return reverse("exports:records:new", args=[project.pk])


@pytest.fixture
def filled(project, lead):
    """`project`, with something in every room."""
    one_of_everything(project, lead)
    decide_together(project, lead)
    return project


@pytest.fixture
def record(project, lead):
    return factories.make_record(project, by=lead)


@pytest.fixture
def tamper():
    """`tamper(table, column, value, pk)`: what someone with the database in their hands does."""

    def changed(model, column, value, pk):
        table = model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE {table} SET {column} = %s WHERE id = %s", [value, pk])

    return changed


@pytest.fixture
def is_given_as_it_was(signed_in, client, lead, observer, involvement, outsider, record):
    """`is_given_as_it_was("pdf", "application/pdf", "pdf")`: a file of `record`, to keep.

    To who may see the project, byte for byte; nobody else, and nothing in it can act.
    """

    def check(kind, content_type, ending):
        view = "record_large_pdf" if kind == "large" else f"record_{kind}"
        url = reverse(f"exports:records:{view}", args=[record.project_id, record.pk])
        for person in (lead, observer, involvement):
            response = signed_in(person).get(url)
            assert response.content == bytes(record.files.get(kind=kind).content)
        assert response["Content-Type"] == content_type
        name = f"involvement-record-{record.project_id}-1.{ending}"
        assert response["Content-Disposition"] == f'attachment; filename="{name}"'
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert response["Cache-Control"] == "private, no-store"
        assert signed_in(outsider).get(url).status_code == 404
        assert client.get(url).status_code == 302
        assert signed_in(lead).post(url).status_code == 405

    return check
