from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from stages.models import Edition


@pytest.fixture
def file(tmp_path, guide_file):
    file = tmp_path / "guide.yaml"
    file.write_bytes(guide_file)
    return file


def run(file, *options):
    out = StringIO()
    call_command("import_guide", str(file), *options, stdout=out)
    return out.getvalue().strip()


def test_it_says_what_became_of_the_edition(db, file):
    assert run(file) == "Edition “0.1 (first draft)” is here now. It is a draft."
    same = "Edition “0.1 (first draft)” is here already, with the same content."
    assert run(file) == f"{same} It is a draft."
    assert run(file, "--publish") == f"{same} It is published."
    assert Edition.objects.current().checklist.count() == 80


def test_a_bad_file_is_refused_with_every_line(db, file):
    text = file.read_text().replace("weight: must", "weight: may").replace("id: BI-2", "id: BI-1")
    file.write_text(text)
    with pytest.raises(CommandError) as refused:
        run(file, "--publish")

    lines = str(refused.value).splitlines()
    assert lines[0] == "guide.yaml has not been brought in."
    assert len(lines) == 1 + 1 + text.count("weight: may")
    assert all(line.startswith("line ") for line in lines[1:])
    assert Edition.objects.count() == 0


def test_a_very_bad_file_does_not_fill_the_screen(db, file):
    file.write_text("".join(f"name{number}: x\n" for number in range(300)))
    with pytest.raises(CommandError) as refused:
        run(file)

    assert str(refused.value).splitlines()[-1] == "And 209 more."


def test_other_words_under_a_published_name_are_refused(db, file):
    run(file, "--publish")
    file.write_text(file.read_text().replace("Say who had the idea.", "Say who said it.", 1))
    with pytest.raises(CommandError) as refused:
        run(file)

    assert str(refused.value) == (
        "A published edition never changes, and “0.1 (first draft)” is published. "
        "Give the file's edition another name."
    )


def test_a_file_that_is_not_there(db, tmp_path):
    with pytest.raises(CommandError) as refused:
        run(tmp_path / "nothing.yaml")

    assert str(refused.value) == "The file cannot be read: No such file or directory."
