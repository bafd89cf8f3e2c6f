"""A word planted in a need, and one in a request, stand on no page of anyone who may not see them.

Every page, fragment, file and feed is asked for as each of the cast; what is written to the
outbox, the activity and the log is looked through as well.
"""

import logging
import subprocess

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


def addresses(world, *, documents):
    """Every address there is; documents are drawn only where they are asked for."""
    need, asked = world.marked
    values = world.values(world.full, need_id=need.pk, task_id=asked.pk)
    return [
        route.address(**values)
        for route in routes()
        if set(route.names) <= set(values) and route.name.endswith("_pdf") == documents
    ]


def body_of(response):
    if response.streaming:
        return b"".join(response.streaming_content)
    return response.content


def marks_in(text):
    return {mark for mark in MARKS if mark in text}


def seen_by(client, world):
    """`{address: marks}` of every page, fragment, file and feed that shows one."""
    pages = [*addresses(world, documents=False), "/nowhere/"]
    found = {address: marks_in(body_of(client.get(address)).decode()) for address in pages}
    return {address: marks for address, marks in found.items() if marks}


def words_of(pdf):
    command = ["/usr/bin/pdftotext", "-raw", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


OTHERS = ("observer", "carer", "gone", "involvement", "other_lead")
"""One of each standing: in the team, another lead, left, overseeing, elsewhere."""


def test_nobody_else_sees_a_word_of_it(world, client):
    seen = {who: seen_by(hands_of(world.cast[who]), world) for who in OTHERS}

    assert seen | {"nobody": seen_by(client, world)} == dict.fromkeys([*OTHERS, "nobody"], {})


def test_an_administrator_sees_the_list_they_keep_and_nothing_else(world):
    seen = seen_by(hands_of(world.cast["administrator"]), world)

    assert set().union(*seen.values()) <= {KIND}
    assert all(address.startswith("/needs/kinds/") for address in seen)


def test_the_person_and_those_named_see_it(world):
    """Or the search above finds nothing anywhere."""
    need, asked = world.marked
    theirs = seen_by(hands_of(world.cast["participant"]), world)
    named = seen_by(hands_of(world.cast["lead"]), world)

    assert theirs[need.get_absolute_url()] == {NEED, KIND}
    assert set(theirs) <= {
        "/needs/",
        *(f"/needs/{need.pk}/{last}" for last in ("", "change/", "who/")),
    } | {address for address in theirs if address.startswith("/privacy/")}
    assert named[need.get_absolute_url()] == {NEED, KIND}
    assert named[asked.get_absolute_url()] == {WORDS, LANGUAGE, HOUSE, ASKER}


def test_no_document_holds_a_word_of_it_not_even_for_those_named(world):
    client = hands_of(world.cast["lead"])
    asked = [(one, client.get(one + "?stage=big-idea")) for one in addresses(world, documents=True)]
    words = {one: words_of(body_of(page)) for one, page in asked if page.status_code == 200}

    assert len(words) >= 3
    assert {one: marks_in(text) for one, text in words.items() if marks_in(text)} == {}


def test_a_code_on_paper_shows_nothing_of_it(world):
    project, cast = world.full, world.cast
    person = cast["participant"]
    type(person).objects.filter(pk=person.pk).update(email=None)
    member = project.memberships.get(user=person)

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
