"""The cast, which never changes role, and a browser in someone's hands."""

import fcntl
import gc
import subprocess
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.hands import hands_of


def pytest_collection_finish():
    """What is loaded by now stays: Python need not look through it again and again."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def django_db_use_migrations():
    """The tables of SQLite come straight from the models, in a fraction of the time.

    PostgreSQL runs the migrations. On SQLite whoever starts another installation does: see
    `projects/transfer/test_between_installations.py`, `accounts/test_single_sign_on.py`.
    """
    return connection.vendor == "postgresql"


@pytest.fixture(autouse=True)
def empty_caches():
    for cache in caches.all(initialized_only=True):
        cache.clear()


@pytest.fixture(scope="module")
def made_once(django_db_setup, django_db_blocker):
    """`made_once(make)` is what `make()` gives, for all tests of a module: each undoes its own."""
    around = transaction.atomic()

    def made(make):
        with django_db_blocker.unblock():
            return make()

    with django_db_blocker.unblock():
        around.__enter__()
    yield made
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@pytest.fixture
def organisation(db):
    return factories.make_organisation(name="Riverside Health")


@pytest.fixture
def edition(db):
    return factories.make_edition()


@pytest.fixture
def lead(organisation):
    """Leads `project`; a member of staff."""
    person = factories.make_user("Asha Lead")
    organisation.staff.add(person)
    return person


@pytest.fixture
def project(organisation, edition, lead):
    return factories.make_project(organisation, "A calmer waiting room", by=lead, edition=edition)


@pytest.fixture
def participant(project):
    """A service user in the team of `project`."""
    person = factories.make_user("Ben Participant")
    factories.make_member(project, "participant", "service_user", user=person)
    return person


@pytest.fixture
def observer(project):
    """A partner who may look."""
    person = factories.make_user("Olu Observer")
    factories.make_member(project, "observer", "partner", user=person)
    return person


@pytest.fixture
def involvement(organisation):
    """In the involvement team of the project's organisation; in no team."""
    person = factories.make_user("Iris Involvement")
    organisation.involvement_team.add(person)
    return person


@pytest.fixture
def administrator(organisation):
    """Looks after the organisation's accounts; in no team and not in the involvement team."""
    person = factories.make_user("Ade Administrator", is_staff=True)
    organisation.administrators.add(person)
    return person


@pytest.fixture
def outsider(db):
    """Has an account and belongs nowhere."""
    return factories.make_user("Sam Stranger")


@pytest.fixture
def other_lead(organisation, edition):
    """Leads another project of the same organisation."""
    person = factories.make_user("Omar Other")
    factories.make_project(organisation, "Another project", by=person, edition=edition)
    return person


@pytest.fixture
def other_involvement(db):
    """In the involvement team of another organisation."""
    person = factories.make_user("Ivo Elsewhere")
    factories.make_organisation(name="Hilltop Health").involvement_team.add(person)
    return person


@pytest.fixture
def item(project):
    """The first item of the first stage."""
    return project.checklist.first()


@pytest.fixture
def signed_in():
    """`signed_in(person)` is a test client in that person's hands."""
    return hands_of


@pytest.fixture
def queries():
    """`queries(client, address)` is how many queries that page asks: compare one row with three."""

    def of(client, address, data=None):
        caches["moment"].clear()
        with CaptureQueriesContext(connection) as asked:
            client.post(address, data) if data is not None else client.get(address)
        return len(asked)

    return of


@pytest.fixture
def fill_places():
    """A context manager in which other documents take all places for drawing, for real."""

    @contextmanager
    def filled():
        folder = Path(settings.VAR_DIR)
        folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as held:
            for number in range(settings.PDF_AT_ONCE):
                lock = held.enter_context((folder / f"drawing-{number}.lock").open("w"))
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield

    return filled


@pytest.fixture
def text_of():
    """What a reader of the PDF gets, as one line."""

    def read(data):
        command = ["/usr/bin/pdftotext", "-raw", "-", "-"]
        found = subprocess.run(command, input=data, capture_output=True, check=True)
        return " ".join(found.stdout.decode().split())

    return read
