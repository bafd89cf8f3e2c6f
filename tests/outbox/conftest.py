"""A real mail server in a process of its own, and real processes that send."""

import os
import signal
import subprocess
import sys
import time
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from django.db import connection

TOP = Path(__file__).parent.parent.parent


class MailServer:
    def __init__(self, folder):
        self.folder = folder
        self.behave("works")
        program = Path(__file__).with_name("smtp_server.py")
        self.process = subprocess.Popen(
            [sys.executable, str(program), str(folder)], stdout=subprocess.PIPE, text=True
        )
        self.port = int(self.process.stdout.readline())

    def behave(self, mode):
        new = self.folder / "mode.new"
        new.write_text(mode)
        new.replace(self.folder / "mode")

    @property
    def taken(self):
        """`[(recipient, message id)]` of every mail it took, in order."""
        file = self.folder / "taken"
        return (
            [tuple(line.split()) for line in file.read_text().splitlines()] if file.exists() else []
        )

    @property
    def recipients(self):
        return [recipient for recipient, _message_id in self.taken]

    def mails(self):
        found = sorted(self.folder.glob("*.eml"))
        return [message_from_bytes(one.read_bytes(), policy=policy.default) for one in found]

    def end(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


@pytest.fixture
def smtp(tmp_path, settings):
    """A mail server, which our settings name; impatient, so that tests of stalling are short."""
    server = MailServer(tmp_path)
    settings.EMAIL_BACKEND = "outbox.line.PatientBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    settings.EMAIL_TIMEOUT = settings.EMAIL_ANSWER_TIMEOUT = 1
    yield server
    server.end()


@pytest.fixture
def sender(smtp):
    """`sender()` starts a `send_due --loop` of its own, on the database of the test."""
    started = []

    def start():
        program = [sys.executable, str(TOP / "manage.py"), "send_due", "--loop"]
        process = subprocess.Popen(program, env=surroundings(smtp))
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()


def surroundings(smtp):
    database = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        url = f"sqlite:///{database}"
    else:
        url = f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{database}"
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "collab.settings",
        "DATABASE_URL": url,
        "EMAIL_URL": f"smtp://127.0.0.1:{smtp.port}",
        "OUTBOX_UNSURE_AFTER": "2",
    }


@pytest.fixture
def until():
    """`until(is_so)` waits for something to be so, for at most a minute."""

    def wait(is_so, seconds=60):
        end = time.monotonic() + seconds
        while not is_so():
            assert time.monotonic() < end, "it did not come to that"
            time.sleep(0.02)

    return wait


@pytest.fixture
def kill():
    """As if the machine lost its power."""

    def at_once(process):
        process.send_signal(signal.SIGKILL)
        process.wait()

    return at_once
