import pytest

from projects.models import ChangedMeanwhile, Part, ProjectClosed


def again(part):
    """The same part in someone else's hands."""
    return Part.objects.get(pk=part.pk)


def test_adding_raises_the_version_and_stamps_it(project, part):
    assert part.version == project.version == project.activity.first().version


def test_the_same_part_twice_is_one_part(project, lead, part):
    lines = project.activity.count()
    same = Part.add(project, by=lead, name="The building", state="open", because="It is empty.")

    assert (same, project.activity.count()) == (part, lines)
    assert Part.add(project, by=lead, name="The building", state="fixed") != part


def test_changing_what_changed_meanwhile(lead, part):
    opened_at = part.version
    again(part).change(by=lead, name="Theirs")

    with pytest.raises(ChangedMeanwhile) as problem:
        part.change(by=lead, opened_at=opened_at, name="Mine")
    assert problem.value.thing.name == again(part).name == "Theirs"


def test_changing_to_the_same_records_nothing(project, lead, part):
    lines = project.activity.count()
    part.change(by=lead, opened_at=-1, name="The building")

    assert project.activity.count() == lines


def test_what_is_gone_is_not_changed_and_not_taken_away_again(project, lead, part):
    late = again(part)
    part.take_away(by=lead)
    lines = project.activity.count()

    with pytest.raises(Part.DoesNotExist):
        late.change(by=lead, name="Mine")
    with pytest.raises(Part.DoesNotExist):
        late.take_away(by=lead)
    assert project.activity.count() == lines


def test_a_closed_project_keeps_its_sheet(project, lead, part):
    project.turn("complete", by=lead, because="Done")

    for change in (
        lambda: Part.add(project, by=lead, name="New", state="open"),
        lambda: again(part).change(by=lead, name="New"),
        lambda: again(part).take_away(by=lead),
    ):
        with pytest.raises(ProjectClosed):
            change()
    assert again(part).name == "The building"
