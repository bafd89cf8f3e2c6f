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


def readings(project):
    """How each version reads, as text: its number, name and whether it still stands."""
    return [
        (one.number, one.name, one.is_gone, one.until is None)
        for one in project.part_versions.all()
    ]


def test_each_reading_stays_with_who_wrote_it(project, lead, participant, part):
    part.change(by=participant, name="The house")
    again(part).take_away(by=lead)

    assert readings(project) == [
        (part.pk, "The building", False, False),
        (part.pk, "The house", False, False),
        (part.pk, "The house", True, True),
    ]
    first, second, gone = project.part_versions.all()
    assert [first.by, second.by, gone.by] == [lead, participant, lead]
    assert (first.before, second.before, gone.before) == (None, first, second)
    assert (first.until, second.until) == (second.since, gone.since)
    assert not project.part_versions.standing().exists()


def test_what_changes_nothing_is_no_reading(project, lead, part):
    part.change(by=lead, name="The building")
    Part.add(project, by=lead, name="The building", state="open", because="It is empty.")

    assert len(readings(project)) == 1


def test_a_change_that_comes_too_late_is_no_reading(project, lead, part):
    opened_at = part.version
    again(part).change(by=lead, name="Theirs")
    with pytest.raises(ChangedMeanwhile):
        part.change(by=lead, opened_at=opened_at, name="Mine")

    assert [name for _number, name, _gone, _stands in readings(project)] == [
        "The building",
        "Theirs",
    ]


def test_the_figure_follows_every_verb(project, lead, part):
    def bare():
        project.refresh_from_db()
        return project.parts_bare

    fixed = Part.add(project, by=lead, name="The money", state="fixed")
    assert bare() == 1
    part.change(by=lead, state="fixed", because="")
    assert bare() == 2
    part.change(by=lead, because="It is sold.")
    assert bare() == 1
    fixed.take_away(by=lead)
    assert bare() == 0


def test_the_same_number_is_never_given_to_another(project, lead, part):
    number = part.pk
    part.take_away(by=lead)

    assert Part.add(project, by=lead, name="Another", state="open").pk > number
