"""A file that is not as we wrote it is refused whole, in words, and nothing is left behind."""

import io
import json
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.files.storage import default_storage
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from projects.files import keeping
from projects.models import Activity, Project
from projects.transfer.importing import Refused
from projects.transfer.models import ImportedProject
from stages.models import Edition
from tests import factories
from tests.projects.transfer.conftest import data_of, put_in, taken_out


@pytest.fixture
def file(world):
    return taken_out(world.full)


def entries_of(file):
    archive = zipfile.ZipFile(file)
    return {info.filename: archive.read(info) for info in archive.infolist()}


def packed(entries, **options):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return target


def told_otherwise(file, change, *, encoded=None):
    """The file with other data, and with a list of digests that fits it."""
    entries, data = entries_of(file), data_of(file)
    change(data)
    entries["project.json"] = encoded or json.dumps(data).encode()
    manifest = json.loads(entries["manifest.json"])
    manifest["sha256"]["project.json"] = sha256(entries["project.json"]).hexdigest()
    entries["manifest.json"] = json.dumps(manifest).encode()
    return packed(entries)


def contents():
    return {
        f"{folder}/{name}" for folder in keeping.folders()
        for name in default_storage.listdir(folder)[1]
    }  # fmt: skip


def refusal(file):
    """What is said of the file. Nothing is written, and nothing lies in the storage."""
    organisation, lead = factories.make_organisation(), factories.make_user()
    before, stored = counts(), contents()
    with pytest.raises(Refused) as refused:
        put_in(file, organisation=organisation, lead=lead)
    assert counts() == before
    assert contents() == stored
    return "\n".join(refused.value.problems)


def counts():
    models = (Project, User, Activity, Edition, ImportedProject)
    return [model.objects.count() for model in models]


def one(data, label, position=0):
    return data["rows"][label][position]


def set_in(label, name, value, position=0):
    return lambda data: one(data, label, position).update({name: value})


WRONG = {
    "rows.projects.Project[1].title": (set_in("projects.Project", "title", 7), "text"),
    "rows.projects.Project[1].stage": (set_in("projects.Project", "stage", "x"), "words"),
    "rows.projects.Project[1].version": (set_in("projects.Project", "version", -1), "too small"),
    "rows.projects.Project[1].started_at": (
        set_in("projects.Project", "started_at", "yesterday"), "no date"
    ),
    "rows.projects.Project[1].started_by": (
        set_in("projects.Project", "started_by", 99), "no such number"
    ),
    "rows.projects.Project[1].is_example": (
        set_in("projects.Project", "is_example", "yes"), "true or false"
    ),
    "rows.decisions.Decision[1].reason": (set_in("decisions.Decision", "reason", "\0"), "kept"),
    "rows.decisions.Decision[1].question": (
        set_in("decisions.Decision", "question", "x" * 10_000), "longer than"
    ),
    "rows.decisions.Decision[1].ideas": (set_in("decisions.Decision", "ideas", [1, 1]), "list"),
    "rows.evidence.Source[1].link": (
        set_in("evidence.Source", "link", "javascript:harm()"), "https://"
    ),
    "rows.impact.Reading[1].value": (set_in("impact.Reading", "value", "NaN"), "a number"),
    "rows.impact.Reading[1].on": (set_in("impact.Reading", "on", "2026-13"), ""),
    "rows.projects.Activity[1].url": (
        set_in("projects.Activity", "url", {"page": "admin:index"}), "leads nowhere"
    ),
    "rows.projects.Activity[1].subject": (
        set_in("projects.Activity", "subject", {"person": 99}), "no such number"
    ),
    "rows.ideas.Session[1].breakdown": (
        set_in("ideas.Session", "breakdown", {"carer": "many"}), "as we build it"
    ),
    "rows.team.JoinPage[1].perspectives": (
        set_in("team.JoinPage", "perspectives", 7), "as we build it"
    ),
    "rows.team.JoinPage[1].groups": (set_in("team.JoinPage", "groups", [{}]), "as we build it"),
    "rows.partnership.Spread[1].counts": (
        set_in("partnership.Spread", "counts", [1, 2]), "as we build it"
    ),
    "rows.ideas.Session[1].answered_up_to": (
        set_in("ideas.Session", "answered_up_to", 99), "no such number"
    ),
    "rows.evidence.EqualityVersion[1].rows": (
        set_in("evidence.EqualityVersion", "rows", [{"row": 10**12}]), "no such number"
    ),
    "rows.files.File[1].content": (set_in("files.File", "content", "there"), "words"),
    "people": (lambda data: data["people"][0].update(part="king"), "do not know"),
    "rows.projects.Project[0].colour": (
        set_in("projects.Project", "colour", "red"), "no such field"
    ),
    "rows.projects.Project[0].title": (
        lambda data: one(data, "projects.Project").pop("title"), "missing"
    ),
    "rows.accounts.User": (
        lambda data: data["rows"].update({"accounts.User": []}), "no such field"
    ),
    "rows.projects.Part": (
        lambda data: data["rows"]["projects.Part"].reverse(), "go up from 1"
    ),
    "guide.stages.Edition[0]": (
        lambda data: data["guide"]["stages.Edition"][0].update(colour="red"), "fields"
    ),
}  # fmt: skip


@pytest.mark.parametrize("path", WRONG)
def test_what_is_wrong_is_said_where_it_stands(file, path):
    change, words = WRONG[path]
    said = refusal(told_otherwise(file, change))

    assert said.startswith(path)
    assert words in said


@pytest.mark.parametrize("number", ["1e9999999", "-1e-9999999", "sNaN", "Infinity", "1_0", "٣"])
def test_a_number_beyond_all_measure_is_refused_and_costs_nothing(file, number):
    said = refusal(told_otherwise(file, set_in("impact.Reading", "value", number)))

    assert said.startswith("rows.impact.Reading[1].value")


@pytest.mark.parametrize(
    "moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-05-03T10:00:00"]
)
def test_a_moment_that_is_in_no_calendar(file, moment):
    said = refusal(told_otherwise(file, set_in("projects.Project", "started_at", moment)))

    assert said.startswith("rows.projects.Project[1].started_at")


@pytest.mark.parametrize("name", ["subject", "note"])
@pytest.mark.parametrize(
    "value", [{"person": []}, {"move": {}}, {"move": "1"}, {}, {"person": 1, "move": 1}]
)
def test_a_line_that_names_what_is_no_number(file, name, value):
    said = refusal(told_otherwise(file, set_in("projects.Activity", name, value)))

    assert said.startswith(f"rows.projects.Activity[1].{name}")


@pytest.mark.parametrize(
    "link",
    [
        {"page": "decisions:index", "of": {"project_id": 1}},
        {"page": "decisions:detail", "of": {"decision_id": "1"}},
        {"page": "decisions:detail", "of": {"decision_id": [1]}},
        {"page": "decisions:index", "asked": {"next": "https://elsewhere.example"}},
        {"page": "decisions:index", "at": ["x"]},
        {"page": ["decisions:index"]},
        {"page": "feed:calendar_ics", "of": {"feed_code": "x"}},
        ["decisions:index"],
    ],
)
def test_a_link_leads_to_nothing_but_this_project(file, link):
    """Not to another project, whose number someone wrote into the file."""
    said = refusal(told_otherwise(file, set_in("projects.Activity", "url", link)))

    assert said.startswith("rows.projects.Activity[1].url")


@pytest.mark.parametrize("digest", [[], 7, None, {}, "a" * 64])
def test_a_file_whose_digest_is_none(file, digest):
    where = next(
        position for position, row in enumerate(data_of(file)["rows"]["files.File"])
        if row["content"] == "here"
    )  # fmt: skip

    assert "not those that the project has" in refusal(
        told_otherwise(file, set_in("files.File", "digest", digest, position=where))
    )


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_is_packed_in_another_way(file, way):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", way) as archive:
        for name, data in entries_of(file).items():
            archive.writestr(name, data)

    assert "packed in a way that we do not use" in refusal(target)


def test_a_text_where_a_tree_should_be_and_no_project_at_all(file):
    for change in (
        lambda data: data.update(rows=[]),
        lambda data: data.update(guide=None, rows=None, people=None),
        lambda data: data["rows"].update({"projects.Project": "x"}),
        lambda data: data["rows"].update({"projects.Project": []}),
        lambda data: data["rows"]["projects.Part"].append(7),
        lambda data: data["guide"].update({"stages.Edition": []}),
        lambda data: data["guide"]["stages.Item"].append([]),
        lambda data: data["people"].clear(),
        lambda data: data.update(schema="collab-project-9"),
    ):
        assert refusal(told_otherwise(file, change))


def test_what_breaks_a_rule_of_the_database_is_refused_too(file):
    def two_versions_at_once(data):
        for line in data["rows"]["projects.Activity"]:
            line["version"] = 1

    assert "do not fit together" in refusal(told_otherwise(file, two_versions_at_once))


@pytest.mark.parametrize(
    "text",
    [
        "{", "[" * 100_000, '{"schema": NaN}', '{"schema": 1, "schema": 2}', "[]", '"x"',
        '{"schema": ' + "9" * 10_000 + "}", "\ufeff{}",
    ],
)  # fmt: skip
def test_data_that_is_no_data_of_ours(file, text):
    assert refusal(told_otherwise(file, lambda data: None, encoded=text.encode()))


def test_what_is_no_zip_and_an_empty_one(world):
    assert "not a file that was taken out" in refusal(io.BytesIO(b"nothing of the kind"))
    assert "missing" in refusal(packed({}))


@pytest.mark.parametrize(
    "name", ["../evil", "/etc/passwd", "files/../../x", "files/short", "x.exe"]
)
def test_entries_that_do_not_belong_there(file, name):
    said = refusal(packed(entries_of(file) | {name: b"x"}))

    assert "does not belong there" in said


def test_a_list_that_does_not_fit(file):
    more = f"files/{'a' * 64}"
    assert "does not fit" in refusal(packed(entries_of(file) | {more: b"x"}))


def test_what_was_changed_on_the_way(file):
    entries = entries_of(file)
    content = next(name for name in entries if name.startswith("files/"))

    assert "not as it was taken out" in refusal(packed(entries | {content: b"other"}))
    assert "not as it was taken out" in refusal(packed(entries | {"project.json": b"{}"}))


def test_a_bomb_is_never_unpacked(file, monkeypatch):
    monkeypatch.setattr("projects.transfer.archive.LARGEST_DOCUMENT", 1_000_000)
    entries = entries_of(file) | {"project.json": b" " * 50_000_000}

    assert "too large" in refusal(packed(entries))


def test_a_file_that_is_not_what_it_says(file):
    """Someone put a program where a text was, and made every digest fit."""
    entries, data = entries_of(file), data_of(file)
    program = b"MZ" + b"\0" * 200
    digest = sha256(program).hexdigest()
    row = next(row for row in data["rows"]["files.File"] if row["content"] == "here")
    old = row["digest"]
    for each in data["rows"]["files.File"]:
        if each["digest"] == old:
            each.update(digest=digest, size=len(program))
    del entries[f"files/{old}"]
    entries |= {f"files/{digest}": program, "project.json": json.dumps(data).encode()}
    manifest = json.loads(entries["manifest.json"])
    del manifest["sha256"][f"files/{old}"]
    for name in (f"files/{digest}", "project.json"):
        manifest["sha256"][name] = sha256(entries[name]).hexdigest()
    entries["manifest.json"] = json.dumps(manifest).encode()

    assert "not what it says" in refusal(packed(entries))
    assert len(program) < django_settings.UPLOAD_LARGEST


def test_the_guide_it_stands_on_comes_too_and_stays_behind_the_one_here(file, world):
    def another_guide(data):
        data["guide"]["stages.Edition"][0].update(digest="d" * 64, name="A guide from elsewhere")

    current = Edition.objects.current()
    project = put_in(told_otherwise(file, another_guide))

    assert project.edition.name == "A guide from elsewhere"
    assert Edition.objects.current() == current
    items = project.edition.checklist.values_list("key", "wording")
    assert list(items) == list(world.full.edition.checklist.values_list("key", "wording"))
    assert project.checklist.first().guide_item.edition == project.edition


def test_a_guide_of_the_same_name_and_other_words_gets_a_name_of_its_own(file, world):
    def other_words(data):
        data["guide"]["stages.Edition"][0]["digest"] = "d" * 64

    project = put_in(told_otherwise(file, other_words))

    assert project.edition.name == f"{world.full.edition.name} dddddddd"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_stands_in_a_field_it_is_taken_faithfully_or_refused(world, data):
    file = getattr(world, "small", None) or taken_out(world.empty)
    world.small = file
    tree = data_of(file)
    label = data.draw(st.sampled_from([name for name, rows in tree["rows"].items() if rows]))
    name = data.draw(st.sampled_from(sorted(tree["rows"][label][0])))
    leaf = st.none() | st.booleans() | st.integers() | st.text(max_size=30)
    value = data.draw(
        leaf | st.lists(leaf, max_size=2) | st.dictionaries(st.text(), leaf, max_size=2)
    )
    changed = told_otherwise(file, set_in(label, name, value))
    with transaction.atomic():
        try:
            project = put_in(changed)
        except Refused as refused:
            assert refused.problems
        else:
            again = data_of(taken_out(project))
            assert again["rows"][label][0][name] == value
        transaction.set_rollback(True)


def test_nothing_of_this_writes_outside_the_storage(file, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    put_in(file)

    assert list(Path(tmp_path).iterdir()) == []
