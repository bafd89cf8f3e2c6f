"""An edition comes in from a file: as a draft, or published at once."""

import json
from hashlib import sha256

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from stages.edition_file import read_edition
from stages.models import (
    CheckInQuestion,
    Edition,
    Item,
    Output,
    Pitfall,
    Principle,
    Prompt,
    ScaleValue,
    SharingLevel,
    Source,
    StageText,
    Word,
)


class Outcome(models.TextChoices):
    NEW = "new", _("is here now")
    REPLACED = "replaced", _("was a draft, and has been replaced")
    SAME = "same", _("is here already, with the same content")


class EditionPublished(Exception):
    """A published edition never changes: the file has its name and other content."""


@transaction.atomic
def import_edition(data, *, publish=False):
    """The edition that the file (bytes) holds, and its Outcome. Everything comes in or nothing.

    Raises BadFile, or EditionPublished with the edition that stands in the way.
    """
    content = read_edition(data)
    edition, outcome = place_for(content)
    if outcome != Outcome.SAME:
        lay_down(edition, content)
    if publish:
        edition.publish()
    return edition, outcome


def digest_of(content):
    """The same content gives the same digest, however the file is laid out."""
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def place_for(content):
    """The edition to fill, empty, or the one that has this content already; and the Outcome."""
    details = dict(content["edition"], digest=digest_of(content))
    edition = Edition.objects.filter(name=details["name"]).first()
    if edition is None:
        return Edition.objects.create(**details), Outcome.NEW
    if edition.digest == details["digest"]:
        return edition, Outcome.SAME
    if edition.published_at:
        raise EditionPublished(edition)
    edition.delete()
    return Edition.objects.create(**details), Outcome.REPLACED


def lay_down(edition, content):
    """Write every text of the content as a row of the edition."""
    check_in = content["check_in"]
    edition.introductions = content["introductions"]
    edition.legend = content["legend"]
    edition.check_in_how = check_in["how"]
    edition.check_in_about = check_in["about"]
    edition.save()
    for rows in (*whole_guide(content), *stage_by_stage(content), *the_check_in(check_in)):
        for row in rows:
            row.edition = edition
        type(rows[0]).objects.bulk_create(rows)


def whole_guide(content):
    yield [
        Source(
            key=source["id"],
            short_name=source["name"],
            what=source["what"],
            where=source["where"],
            link_status=source["link_status"],
            position=position,
        )
        for position, source in enumerate(content["sources"], 1)
    ]
    yield [
        Principle(**with_key(principle), position=position)
        for position, principle in enumerate(content["principles"], 1)
    ]
    yield [
        SharingLevel(**with_key(level), position=position)
        for position, level in enumerate(content["levels"], 1)
    ]
    yield [Word(**word, position=position) for position, word in enumerate(content["words"], 1)]


def with_key(details):
    """The details under the names of the model: `id` is its `key`."""
    return {("key" if name == "id" else name): value for name, value in details.items()}


def stage_by_stage(content):
    """Positions run through the whole guide, so that a list of all is in order too."""
    texts = ("purpose", "purpose_easy", "note", "why")
    stages = content["stages"]
    yield [
        StageText(stage=stage["key"], **{name: stage.get(name, "") for name in texts})
        for stage in stages
    ]
    yield from (
        rows_of(Item, stages, "checklist", item="wording"),
        rows_of(Prompt, stages, "prompts", prompt="text"),
        rows_of(Pitfall, stages, "pitfalls", pitfall="text"),
        rows_of(Output, stages, "outputs", output="name"),
    )


def rows_of(model, stages, section, **renamed):
    """A row for each entry of a section; `renamed` says which name of the file is which field."""
    entries = [(stage["key"], entry) for stage in stages for entry in stage[section]]
    rows = []
    for position, (stage, entry) in enumerate(entries, 1):
        details = {renamed.get(name, name): value for name, value in with_key(entry).items()}
        rows.append(model(stage=stage, position=position, **details))
    return rows


def the_check_in(check_in):
    yield [
        ScaleValue(key=one["value"], label=one["label"], easy=one["easy"], position=position)
        for position, one in enumerate(check_in["scale"], 1)
    ]
    on_the_scale = [with_key(question) for question in check_in["questions"]]
    open_ones = [
        {"key": question["id"], "statement": question["question"], "easy": question["easy"]}
        for question in check_in["open_questions"]
    ]
    yield [
        CheckInQuestion(**question, position=position)
        for position, question in enumerate(on_the_scale + open_ones, 1)
    ]
