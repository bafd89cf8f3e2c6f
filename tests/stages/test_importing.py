from collections import Counter

import pytest
import yaml

from stages.file_tree import BadFile
from stages.importing import EditionPublished, Outcome, import_edition
from stages.models import Edition, Item, Sharing, Stage


@pytest.fixture
def said(guide_file):
    """What the file says, read by YAML itself and by nothing of ours."""
    return yaml.load(guide_file, Loader=yaml.BaseLoader)  # noqa: S506, it builds text only


def reworded(guide_file):
    text = guide_file.decode()
    return text.replace("Say where the idea came from.", "Say who had the idea first.", 1).encode()


def test_every_text_of_the_file_is_in_the_edition(first_edition, said):
    rows = {
        "sources": 40,
        "principles": 9,
        "levels": 5,
        "checklist": 80,
        "prompts": 37,
        "pitfalls": 39,
        "outputs": 41,
        "check_in_questions": 15,
        "check_in_scale": 6,
        "words": 17,
        "stage_texts": 9,
    }
    of_stages = {
        section: sum(len(stage[section]) for stage in said["stages"])
        for section in ("checklist", "prompts", "pitfalls", "outputs")
    }
    check_in = said["check_in"]
    in_the_file = {
        "sources": len(said["sources"]),
        "principles": len(said["principles"]),
        "levels": len(said["levels"]),
        **of_stages,
        "check_in_questions": len(check_in["questions"]) + len(check_in["open_questions"]),
        "check_in_scale": len(check_in["scale"]),
        "words": len(said["words"]),
        "stage_texts": len(said["stages"]),
    }

    assert {name: getattr(first_edition, name).count() for name in rows} == rows
    assert in_the_file == rows


def test_nothing_is_lost_on_the_way(first_edition, said):
    """Each text of the file is in a column of the edition, as often as it is in the file."""
    first_edition.refresh_from_db()
    kept = Counter(texts_in([first_edition.__dict__[name] for name in JSON_AND_TEXT]))
    for rows in ROWS:
        for row in getattr(first_edition, rows).all():
            kept.update(
                texts_in([value for name, value in row.__dict__.items() if name != "_state"])
            )

    model_s_own = {"order", "mode", "title"}
    for stage in said["stages"]:
        for name in model_s_own:
            del stage[name]
    written = Counter(texts_in(said))
    missing = {text: times for text, times in written.items() if kept[text] < times}
    # The key of a stage stands on each of its rows, its own included.
    assert missing == {}


JSON_AND_TEXT = (
    "name",
    "title",
    "language",
    "status",
    "about",
    "introductions",
    "legend",
    "check_in_how",
    "check_in_about",
)
ROWS = (
    "sources",
    "principles",
    "levels",
    "checklist",
    "prompts",
    "pitfalls",
    "outputs",
    "check_in_questions",
    "check_in_scale",
    "words",
    "stage_texts",
)


def texts_in(content):
    if isinstance(content, dict):
        content = list(content.values())
    if isinstance(content, list):
        return [text for one in content for text in texts_in(one)]
    return [content] if isinstance(content, str) else []


def test_an_item_is_read_whole(first_edition):
    item = first_edition.checklist.get(key="BI-6")

    assert (item.stage, item.wording) == (
        Stage.BIG_IDEA,
        "Check that no answer has been chosen yet.",
    )
    assert item.help == (
        "If something is already decided, write down what it is and who decided it."
    )
    assert (item.audience, item.weight) == ("sponsor", "must")
    assert item.easy == "Check that things can still change."
    assert item.sources == ["GUN-1", "LAW-INVOLVE"]


def test_things_are_in_the_order_of_the_file(first_edition, said):
    keys = [item["id"] for stage in said["stages"] for item in stage["checklist"]]

    assert [item.key for item in first_edition.checklist.all()] == keys
    assert first_edition.outputs.get(key="BT-O3").sharing == Sharing.PRIVATE
    questions = first_edition.check_in_questions.all()
    assert [question.key for question in questions if question.is_open] == ["PC-A", "PC-B", "PC-C"]


def test_the_same_again_changes_nothing(first_edition, guide_file):
    before = list(Item.objects.values_list("pk", flat=True))
    edition, outcome = import_edition(guide_file, publish=True)

    assert (edition, outcome) == (first_edition, Outcome.SAME)
    assert edition.published_at == first_edition.published_at
    assert list(Item.objects.values_list("pk", flat=True)) == before


def test_another_layout_of_the_same_content_is_the_same(first_edition, guide_file):
    laid_out = b"# A remark\n" + guide_file.replace(b"easy: 'Yes'", b'easy: "Yes"')

    assert import_edition(laid_out) == (first_edition, Outcome.SAME)


def test_a_published_edition_never_changes(first_edition, guide_file):
    with pytest.raises(EditionPublished):
        import_edition(reworded(guide_file))

    assert first_edition.checklist.get(key="BI-2").wording == "Say where the idea came from."
    assert Edition.objects.count() == 1


def test_a_draft_is_replaced(db, guide_file):
    draft, outcome = import_edition(guide_file)
    assert (outcome, draft.published_at) == (Outcome.NEW, None)
    edition, outcome = import_edition(reworded(guide_file))

    assert outcome == Outcome.REPLACED
    assert edition.checklist.get(key="BI-2").wording == "Say who had the idea first."
    assert (Edition.objects.count(), Item.objects.count()) == (1, 80)


def test_a_draft_can_be_published_later(db, guide_file):
    import_edition(guide_file)
    assert Edition.objects.current() is None
    edition, outcome = import_edition(guide_file, publish=True)

    assert (outcome, Edition.objects.current()) == (Outcome.SAME, edition)


def test_another_name_is_another_edition_beside_it(first_edition, guide_file):
    renamed = reworded(guide_file).replace(b"name: 0.1 (first draft)", b"name: Riverside 1", 1)
    edition, outcome = import_edition(renamed, publish=True)

    assert (outcome, Edition.objects.current()) == (Outcome.NEW, edition)
    assert first_edition.checklist.get(key="BI-2").wording == "Say where the idea came from."


def test_a_bad_file_brings_in_nothing(db, guide_file):
    with pytest.raises(BadFile):
        import_edition(guide_file.replace(b"id: CI-9", b"id: CI-8", 1), publish=True)

    assert (Edition.objects.count(), Item.objects.count()) == (0, 0)
