"""A word planted in a need, and one in a request, stand nowhere for a code on paper, and in no row.

`tests/test_markers.py` looks everywhere as each of the cast. Here someone with a code on paper
looks, and what is written to the outbox, the activity and the log is looked through.
"""

import logging

import pytest

from accounts.models import PrivateRead
from needs.models import AskedAnotherWay, Need
from outbox.models import Envelope, Message
from projects.models import Activity
from tests.hands import hands_of, paper_hands_of
from tests.routes import routes
from tests.world import make_world

NEED, KIND = "Zwieselmark", "Quendelmark"
WORDS, LANGUAGE, HOUSE, ASKER = "Rutenmark", "Birkenmark", "Holdermark", "Ulmenmark"
MARKS = (NEED, KIND, WORDS, LANGUAGE, HOUSE, ASKER)


@pytest.fixture
def world(db):
    world = make_world()
    cast, project = world.cast, world.full
    person = cast["participant"]
    kind = project.organisation.need_kinds.order_by("pk").last()
    kind.change(name=KIND, left_out=True)  # so that nobody is offered the word to choose
    need = Need.tell(person, by=person, kind=kind, words=NEED, named=[cast["lead"]])
    asked = AskedAnotherWay.ask(
        project.organisation,
        project=project,
        way="language",
        language=LANGUAGE,
        words=WORDS,
        name=ASKER,
        reach="post",
        post_to=HOUSE,
    )
    world.marked = (need, asked)
    return world


def addresses(world):
    """Every address there is but those of documents, which take long to draw."""
    need, asked = world.marked
    values = world.values(world.full, need_id=need.pk, task_id=asked.pk)
    return [
        route.address(**values)
        for route in routes()
        if set(route.names) <= set(values) and not route.name.endswith("_pdf")
    ]


def body_of(response):
    if response.streaming:
        return b"".join(response.streaming_content)
    return response.content


def marks_in(text):
    return {mark for mark in MARKS if mark in text}


def seen_by(client, world):
    """`{address: marks}` of every page, fragment, file and feed that shows one."""
    pages = [*addresses(world), "/nowhere/"]
    found = {address: marks_in(body_of(client.get(address)).decode()) for address in pages}
    return {address: marks for address, marks in found.items() if marks}


def test_a_code_on_paper_shows_nothing_of_it(world):
    project, cast = world.full, world.cast
    person = cast["participant"]
    type(person).objects.filter(pk=person.pk).update(email=None)
    member = project.memberships.get(user=person)
    need, _asked = world.marked

    assert marks_in(hands_of(person).get(need.get_absolute_url()).text) == {NEED, KIND}
    assert seen_by(paper_hands_of(member, by=cast["lead"]), world) == {}


def test_it_stands_in_no_message_activity_or_log(world, caplog):
    need, asked = world.marked
    lead = world.cast["lead"]
    with caplog.at_level(logging.DEBUG):
        client = hands_of(lead)
        client.get(need.get_absolute_url())
        client.get(asked.get_absolute_url())
        need.change(words=f"{NEED} again")
        asked.hand_over(world.cast["carer"], by=lead, note="Please")
    kept = [
        *Message.objects.values_list("subject", "text", "url", "group"),
        *Envelope.objects.values_list("address", "problem"),
        *Activity.objects.values_list("what", "subject", "note", "url"),
        *PrivateRead.objects.values_list("what", "why"),
        (caplog.text,),
    ]

    assert len(kept) > 20
    assert [mark for mark in MARKS for row in kept for text in row if mark in text] == []
