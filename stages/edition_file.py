"""What a file of the guide may say. It is read safely, checked whole, and every problem has a line.

Nothing in a file is ever built into an object: its texts are taken as they are written, so that
`No` is a word and `0.1` a name. The shape of the file is the table at the end of this module.
"""

from django.utils.translation import gettext as _

from stages.file_kinds import (
    EachOnce,
    Id,
    ListOf,
    OneOf,
    Reading,
    Record,
    SourceId,
    SourceKey,
    Text,
    Where,
)
from stages.file_tree import BadFile, tree_of
from stages.models import (
    Audience,
    CheckInQuestion,
    Edition,
    Item,
    Level,
    Output,
    Principle,
    ScaleValue,
    Sharing,
    Source,
    Stage,
    Weight,
    Word,
)

EASY_WORDS = 12
"""Words in the longest easy read line."""

ANSWERS = ("done", "partly", "not_yet", "not_needed")
SCALE = ("1", "2", "3", "4", "5", "skip")
MODES = ("step", "throughout")


def read_edition(data):
    """What the file (bytes) says, as plain dicts, lists and texts. Raises BadFile."""
    reading = Reading()
    content = GUIDE.read(tree_of(data), _("the file"), reading)
    reading.look_up_what_was_cited()
    if reading.problems:
        raise BadFile(sorted(reading.problems))
    return content


# The shape of the file


def fits(model, field):
    """A text no longer than the column it will stand in."""
    return Text(model._meta.get_field(field).max_length)


def labels(choices):
    return {str(choice.value): str(choice.label) for choice in choices}


TEXT = Text()
EASY = Text(words=EASY_WORDS)
SOURCES = ListOf(SourceKey())
ITEM_ID = Id(Item._meta.get_field("key").max_length)

STAGES = EachOnce(
    Stage.values,
    as_model={
        "order": {stage.value: str(stage.number) for stage in Stage},
        "mode": {stage.value: MODES[stage.is_throughout] for stage in Stage},
        "title": labels(Stage),
    },
    order=TEXT,
    mode=OneOf(MODES),
    title=TEXT,
    purpose=TEXT,
    purpose_easy=EASY,
    note=TEXT,
    why=TEXT,
    checklist=ListOf(
        Record(
            {
                "id": ITEM_ID,
                "item": TEXT,
                "help": TEXT,
                "audience": OneOf(Audience.values),
                "easy": EASY,
                "sources": SOURCES,
                "weight": OneOf(Weight.values),
            },
            optional=("help",),
        )
    ),
    prompts=ListOf(Record({"id": ITEM_ID, "prompt": TEXT})),
    pitfalls=ListOf(Record({"id": ITEM_ID, "pitfall": TEXT, "instead": TEXT})),
    outputs=ListOf(
        Record(
            {
                "id": ITEM_ID,
                "output": fits(Output, "name"),
                "kind": OneOf(Output.Kind.values),
                "says": TEXT,
                "sharing": OneOf(Sharing.values),
            }
        )
    ),
)

LEGEND = Record(
    {
        "modes": EachOnce(MODES, meaning=TEXT),
        "audiences": EachOnce(
            Audience.values, as_model={"label": labels(Audience)}, label=TEXT, meaning=TEXT
        ),
        "weights": EachOnce(Weight.values, meaning=TEXT),
        "answers": EachOnce(ANSWERS, label=TEXT, easy=EASY),
        "kinds": EachOnce(Output.Kind.values, meaning=TEXT),
        "sharing": EachOnce(Sharing.values, meaning=TEXT),
        "link_statuses": EachOnce(Source.LinkStatus.values, meaning=TEXT),
    }
)

CHECK_IN = Record(
    {
        "about": TEXT,
        "how": ListOf(TEXT),
        "scale": EachOnce(
            SCALE, by="value", label=fits(ScaleValue, "label"), easy=fits(ScaleValue, "easy")
        ),
        "questions": ListOf(
            Record(
                {
                    "id": ITEM_ID,
                    "theme": fits(CheckInQuestion, "theme"),
                    "statement": TEXT,
                    "easy": EASY,
                    "if_low": TEXT,
                    "sources": SOURCES,
                }
            )
        ),
        "open_questions": ListOf(Record({"id": ITEM_ID, "question": TEXT, "easy": EASY})),
    }
)

GUIDE = Record(
    {
        "edition": Record(
            {
                "name": fits(Edition, "name"),
                "title": fits(Edition, "title"),
                "language": fits(Edition, "language"),
                "status": fits(Edition, "status"),
                "about": ListOf(TEXT),
            }
        ),
        "introductions": Record(
            {
                "principles": TEXT,
                "levels": TEXT,
                "audiences": TEXT,
                "answers": TEXT,
                "sources": TEXT,
                "check_in_questions": TEXT,
            }
        ),
        "legend": LEGEND,
        "sources": ListOf(
            Record(
                {
                    "id": SourceId(Source._meta.get_field("key").max_length),
                    "name": fits(Source, "short_name"),
                    "what": TEXT,
                    "where": Where(),
                    "link_status": OneOf(Source.LinkStatus.values),
                }
            )
        ),
        "principles": ListOf(
            Record(
                {
                    "id": ITEM_ID,
                    "title": fits(Principle, "title"),
                    "text": TEXT,
                    "easy": EASY,
                    "sources": SOURCES,
                }
            )
        ),
        "levels": EachOnce(
            Level.values,
            by="id",
            as_model={"name": labels(Level)},
            name=TEXT,
            meaning=TEXT,
            who_decides=TEXT,
            easy=EASY,
            sources=SOURCES,
        ),
        "stages": STAGES,
        "check_in": CHECK_IN,
        "words": ListOf(Record({"word": fits(Word, "word"), "meaning": TEXT})),
    }
)
