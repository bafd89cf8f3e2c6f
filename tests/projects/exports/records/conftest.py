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
