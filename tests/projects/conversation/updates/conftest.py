import pytest

WORDS = {
    "kind": "news", "headline": "The clinic opens on Saturday", "text": "From 3 May.",
    "what_next": "We look for staff.", "have_a_say": "Ring us.", "easy": "", "audience": "team",
}  # fmt: skip


@pytest.fixture
def typed():
    return dict(WORDS)


@pytest.fixture
def updates(room):
    return f"{room}updates/"
