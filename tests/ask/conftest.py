import re

import pytest
from django.test import Client

from projects.ideas.models import Giver
from tests.factories import make_question

TYPED = {"text": "A seat by the door.", "mark": "a mark"}
CODE = re.compile(r"\b[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}\b")


@pytest.fixture
def question(project):
    return make_question(
        project,
        question="What would make waiting easier?",
        easy="What helps you wait?",
        about="We have the money for two rooms.",
    )


@pytest.fixture
def url(question):
    return f"/ask/{question.word}/"


@pytest.fixture
def anyone():
    """Another phone each time, that holds no cookie."""
    return Client


@pytest.fixture
def given(question):
    """`given(email=…)` is (idea, code) of someone who left that."""

    def give(text="A seat by the door.", **contact):
        return Giver.give(question, mark=f"mark {Giver.objects.count()}", text=text, **contact)

    return give


def code_in(response):
    found = CODE.search(response.text)
    return found and found.group().replace(" ", "")
