import re

import pytest

from projects.conversation.models import Asker

CODE = re.compile(r"\b[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}\b")


@pytest.fixture
def url(project, lead):
    project.publish(by=lead)
    return f"/frontdoor/{project.pk}/questions/"


@pytest.fixture
def given(project):
    """`given(email=…)` is (asked, code) of someone who left that."""

    def ask(question="Is the ward closing?", **contact):
        mark = f"form {Asker.objects.count()}"
        return Asker.ask(project, mark=mark, question=question, **contact)

    return ask
