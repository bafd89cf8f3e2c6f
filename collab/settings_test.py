"""The settings of the test suite: as in development, and quicker."""

import atexit
import os
import shutil
import tempfile

from jinja2 import FileSystemBytecodeCache

if "COLLAB_VAR" not in os.environ:
    os.environ["COLLAB_VAR"] = tempfile.mkdtemp(prefix="collab-test-")
    atexit.register(shutil.rmtree, os.environ["COLLAB_VAR"], ignore_errors=True)
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's loop and the ORM share a thread

from collab.settings import *  # noqa: E402, F403

DEBUG = False
TEMPLATES[0]["OPTIONS"]["auto_reload"] = False  # noqa: F405
# Templates are compiled once for all workers of a run.
COMPILED = VAR_DIR / "compiled-templates"  # noqa: F405
COMPILED.mkdir(parents=True, exist_ok=True)
TEMPLATES[0]["OPTIONS"]["bytecode_cache"] = FileSystemBytecodeCache(str(COMPILED))  # noqa: F405
# Each worker of pytest-xdist has documents, and places for drawing them, of its own.
VAR_DIR = VAR_DIR / os.environ.get("PYTEST_XDIST_WORKER", "alone")  # noqa: F405
CACHES["documents"]["LOCATION"] = VAR_DIR / "documents"  # noqa: F405
if ON_SQLITE:  # noqa: F405
    # A file, as in use: in memory, two writers do not wait for each other but fail.
    VAR_DIR.mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}  # noqa: F405
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
OUTBOX_SENDS_ITSELF = True
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
CACHES["default"]["BACKEND"] = "django.core.cache.backends.locmem.LocMemCache"  # noqa: F405
