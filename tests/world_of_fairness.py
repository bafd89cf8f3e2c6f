"""The equality check and how things are now, full of words, made through the verbs."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from projects.evidence.models import CheckedGroup, EqualityLook, EqualityVersion
from projects.impact.models import Measure, Reading, Story
from tests import factories


def fill_fairness(say, project, lead):
    fill_the_check(say, project, lead)
    fill_what_is_measured(say, project, lead)


def fill_the_check(say, project, lead):
    """A check with two versions, a group that was taken away, and something that is late."""
    group = factories.make_group(project, say("a group it affects")[:200], by=lead)
    CheckedGroup.lay_out(project, by=lead)
    first, second, third = project.checked_groups.all()[:3]
    details = {name: say(f"{name} of a group")[:200] for name in CheckedGroup.TEXTS}
    late = timezone.localdate() - timedelta(days=3)
    first.change(by=lead, due_on=late, **details)
    EqualityVersion.keep(project, by=lead, why="first", note=say("why it is kept"))
    second.change(by=lead, **details)
    second.finish(by=lead)
    third.take_away(by=lead)
    CheckedGroup.add(project, by=lead, name=say("a group of our own")[:200])
    EqualityVersion.keep(project, by=lead, why="deciding", note=say("why it is kept"))
    EqualityLook.nothing_changed(project, by=lead, note=say("what we looked at"))
    assert group.checked.exists()


def fill_what_is_measured(say, project, lead):
    """Measures with numbers, without, and one that is retired; stories of each kind."""
    about = {
        "unit": say("the unit")[:80], "purpose": say("what it is for"),
        "numbers_from": say("where numbers come from"), "note": say("what to know"),
        "collected_by": say("who collects")[:200], "kind": "outcome", "direction": "down",
    }  # fmt: skip
    measure = Measure.add(
        project, by=lead, name=say("what we measure")[:200], target_by="2027",
        target_words=say("what we expect")[:200], **about,
    )  # fmt: skip
    about_number = {"note": say("about the number"), "period": say("which time")[:200]}
    wrong = Reading.write_down(
        measure, by=lead, on="2026-05", value=Decimal("43"), is_baseline=True, **about_number
    )
    wrong.correct(
        by=lead, because=say("why it is corrected"), on="2026-05", value=Decimal("34.5"),
        words="", is_baseline=True, **about_number,
    )  # fmt: skip
    Reading.write_down(measure, by=lead, on="2027", words=say("no number")[:200])
    Measure.add(project, by=lead, name=say("no number yet")[:200], **about)
    retired = Measure.add(project, by=lead, name=say("what is retired")[:200])
    retired.retire(by=lead, because=say("why it is retired"))
    told = {"voice": "own", "perspective": "carer", "told_on": "2026-04"}
    for sharing in ("team", "public"):
        Story.tell(
            project, by=lead, is_mine=False, sharing=sharing, text=say(f"a story, {sharing}"),
            agreed=say("how they agreed")[:200], **told,
        )  # fmt: skip
    Story.tell(project, by=lead, is_mine=True, text=say("my own story"), voice="own")
    gone = Story.tell(project, by=lead, is_mine=True, text=say("what is gone"), voice="own")
    gone.take_back(by=lead)


def ids_of_fairness(project):
    """What addresses of these rooms name; 0 where the project has none."""
    measure = project.measures.first()
    found = {
        "checked_id": project.checked_groups.first(),
        "kept_id": project.equality_versions.first(),
        "measure_id": measure,
        "reading_id": measure and measure.readings.standing().first(),
        "story_id": project.stories.standing().first(),
    }
    return {name: row.pk if row else 0 for name, row in found.items()}
