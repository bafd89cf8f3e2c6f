from datetime import date, timedelta
from io import StringIO

from django.core.management import call_command
from django.utils import timezone

from projects.checklist.models import Answer, ChecklistItem
from projects.impact.models import Measure, Reading
from projects.models import Membership, Part, Project, SearchText
from projects.plan.models import Action
from stages.models import Stage
from tests.factories import make_decision, make_member, make_project, make_update, make_user

FIGURES = (
    "service_users",
    "carers",
    "items_needed",
    "items_done",
    "musts_left_out_bare",
    "parts_bare",
    "decisions_bare",
    "decisions_review_on",
    "actions_due_on",
    "last_number_at",
    "numbers_since",
    "last_activity_at",
    "search_text__text",
)


def figures_of(project):
    return Project.objects.values(*FIGURES).get(pk=project.pk)


def rebuilt(**options):
    out = StringIO()
    call_command("rebuild_figures", stdout=out, **options)
    return out.getvalue().strip()


def walk(project, by):
    """Many verbs, and each taken back or done twice as well."""
    done, undone, not_needed, needed_again, out, back, own = project.checklist.all()[:7]
    for item in (done, undone):
        item.answer(Answer.DONE, by=by)
    undone.answer(Answer.NONE, by=by)
    done.answer(Answer.DONE, by=by)
    not_needed.answer(Answer.NOT_NEEDED, by=by, note="Not here.")
    needed_again.answer(Answer.NOT_NEEDED, by=by, note="Not here.")
    needed_again.answer(Answer.PARTLY, by=by)
    out.answer(Answer.DONE, by=by)
    out.leave_out(by=by)
    out.answer(Answer.NOT_NEEDED, by=by, note="Out anyway.")
    for must in project.checklist.filter(weight="must")[3:6]:
        must.leave_out(by=by)
    must.leave_out(by=by, because="Done by someone else.")
    back.leave_out(by=by)
    back.answer(Answer.DONE, by=by)
    back.bring_back(by=by)
    own.reword("In our words", by=by)
    ChecklistItem.add(project, Stage.GATHER_IDEAS, "Ask the night staff", by=by)
    people = [make_member(project, perspective=one) for one in ("service_user", "carer", "staff")]
    people[2].change(by=by, perspective="carer")
    people[0].leave(by=by)
    Membership.join(project, people[1].user, "participant", "carer", by=by)
    make_member(project, perspective="service_user", user=people[0].user)
    make_decision(project, by=by, reason="", review_on=date(2026, 3, 1))
    make_decision(project, by=by, status="proposed", reason="", review_on=date(2025, 1, 1))
    replaced = make_decision(project, by=by, reason="", review_on=date(2026, 1, 1))
    replaced.replace(by=by, question="Again?", decision="Yes.", reason="", review_on=None)
    proposal = make_decision(project, by=by, status="proposed", reason="")
    proposal.agree(by=by)
    for due in ("2027-01-02", "2026-05", ""):
        Action.add(project, by=by, what=f"By {due}", due=due)
    Action.add(project, by=by, what="Done", due="2025").finish(by=by)
    counted, felt, old = (Measure.add(project, by=by, name=f"Measure {n}") for n in range(3))
    reading = Reading.write_down(counted, by=by, on="2026-05", value=3)
    Reading.write_down_many(
        old, [{"on": "2025", "value": 9, "note": "", "is_baseline": True}], by=by
    )
    reading.correct(by=by, because="Counted again.", on="2026-05", value=4)
    Reading.write_down(felt, by=by, on="2026-05", words="Good")
    for measure in (felt, old):
        measure.retire(by=by, because="Nobody counts it.")
    felt.bring_back(by=by)
    for name in ("The building", "The money", "The date"):
        part = Part.add(project, by=by, name=name, state="fixed")
    part.take_away(by=by)
    mended = Part.add(project, by=by, name="The law", state="fixed")
    mended.change(by=by, because="A law says so.")
    Part.add(project, by=by, name="The colours", state="open")
    opened_at = project.idea_as_opened()
    project.reword(by=by, opened_at=opened_at, title="Café Été", service="Memory Clinic")
    project.move_to(Stage.GATHER_IDEAS, by=by, because="We are ready.")
    make_update(project, by=by)
    project.turn("paused", by=by, because="Summer.")


def test_the_verbs_keep_every_figure_right(project, lead):
    walk(project, lead)
    before = figures_of(project)

    assert rebuilt() == "Projects: 1. With a wrong figure, now mended: 0."
    assert figures_of(project) == before
    assert before == {
        "service_users": 1,
        "carers": 2,
        "items_needed": 27 + 1 - 1 - 1 - 3,
        "items_done": 2,
        "musts_left_out_bare": 2,
        "parts_bare": 2,
        "decisions_bare": 3,
        "decisions_review_on": date(2026, 3, 1),
        "actions_due_on": date(2026, 5, 31),
        "last_number_at": Reading.objects.latest("at").at,
        "numbers_since": Reading.objects.filter(measure__name="Measure 0").latest("at").at,
        "last_activity_at": project.activity.first().at,
        "search_text__text": "cafe ete open on saturdays. memory clinic",
    }


def test_wrong_figures_are_mended(project, lead):
    walk(project, lead)
    right = figures_of(project)
    untouched = make_project(project.organisation, by=make_user())
    Project.objects.filter(pk=project.pk).update(
        service_users=9,
        carers=9,
        items_needed=9,
        items_done=9,
        musts_left_out_bare=9,
        parts_bare=9,
        decisions_bare=9,
        decisions_review_on=None,
        actions_due_on=None,
        last_number_at=None,
        numbers_since=timezone.now(),
        last_activity_at=timezone.now() - timedelta(days=90),
    )
    untouched_before = figures_of(untouched)

    assert rebuilt() == "Projects: 2. With a wrong figure, now mended: 1."
    assert figures_of(project) == right
    assert figures_of(untouched) == untouched_before
    assert rebuilt() == "Projects: 2. With a wrong figure, now mended: 0."


def test_wrong_and_lost_words_are_mended(project, lead):
    other = make_project(project.organisation, "Other", by=lead)
    SearchText.objects.filter(project=project).update(text="something else")
    SearchText.objects.filter(project=other).delete()

    assert rebuilt() == "Projects: 2. With a wrong figure, now mended: 2."
    texts = SearchText.objects.order_by("project").values_list("text", flat=True)
    assert list(texts) == ["a calmer waiting room open on saturdays.", "other open on saturdays."]


def test_a_project_with_nothing_to_count_has_zeros(organisation, edition, lead):
    bare = Project.objects.create(
        organisation=organisation, edition=edition, title="Bare", origin="team", started_by=lead
    )
    Project.objects.filter(pk=bare.pk).update(carers=3, decisions_review_on=date(2026, 1, 1))

    assert rebuilt() == "Projects: 1. With a wrong figure, now mended: 1."
    figures = figures_of(bare)
    assert (figures["carers"], figures["decisions_review_on"]) == (0, None)
    assert figures["last_activity_at"] == bare.last_activity_at


def test_more_projects_than_a_batch_are_all_mended(organisation, edition, lead):
    for _number in range(5):
        make_project(organisation, by=lead, edition=edition)
    Project.objects.update(items_needed=1)

    assert rebuilt(batch=2) == "Projects: 5. With a wrong figure, now mended: 5."
    assert set(Project.objects.values_list("items_needed", flat=True)) == {27}
