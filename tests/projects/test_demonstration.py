from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone

from accounts.models import Organisation, User
from needs.models import AskedAnotherWay, Need
from outbox.models import Message
from projects.cases.demonstration import NAME
from projects.checklist.models import ChecklistItem, OtherView
from projects.decisions.models import Decision
from projects.models import Activity, Membership, Project
from projects.reasons import REASONS
from stages.importing import import_edition
from stages.models import STEPS, Edition

GUIDE = Path("stages") / "data" / "first-edition.yaml"


@pytest.fixture(scope="module")
def demonstration(django_db_setup, django_db_blocker):
    """Made once for all tests here, and taken back after the last of them."""
    with django_db_blocker.unblock(), transaction.atomic():
        import_edition(GUIDE.read_bytes(), publish=True)
        call_command("demonstration")
        yield
        transaction.set_rollback(True)


@pytest.fixture
def shown(demonstration, db):
    """The demonstration, in a transaction of the test's own."""


def person(name):
    return User.objects.get(email=f"{name}@collab.example")


def projects_of(name):
    return Project.objects.of_member(person(name))


def everything():
    models = (Organisation, User, Project, Membership, ChecklistItem, Decision, Activity)
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_there_is_a_project_at_every_step_and_one_for_every_ending(shown):
    active = Project.objects.filter(organisation__name=NAME, status="active")
    assert set(active.values_list("stage", flat=True)) == set(STEPS)
    statuses = Project.objects.order_by().values_list("status", flat=True).distinct()
    assert set(statuses) == set(Project.Status.values)


def test_every_project_is_an_example_and_says_so(shown):
    assert not Project.objects.filter(is_example=False).exists()
    made_up = Project.objects.filter(organisation__name=NAME)
    assert made_up.count() == 13
    assert all(project.title.startswith("Example: ") for project in made_up)


def test_the_three_cases_are_in_the_organisations_they_name(shown):
    assert set(
        Project.objects.exclude(organisation__name=NAME).values_list(
            "imported_case__case", "organisation__name"
        )
    ) == {
        ("leicestershire-step-up", "Leicestershire Partnership NHS Trust"),
        ("nottinghamshire-sherwood-oaks", "Nottinghamshire Healthcare NHS Foundation Trust"),
        ("oxleas-betts-ward", "Oxleas NHS Foundation Trust"),
    }


def test_each_of_the_cast_has_their_place(shown):
    leads = Membership.objects.filter(user=person("lead"), role="lead")
    assert leads.count() == 8
    assert leads.filter(project__imported_case__case="leicestershire-step-up").exists()
    assert set(
        Membership.objects.filter(user=person("carer")).values_list("perspective", flat=True)
    ) == {"carer"}
    assert set(Membership.objects.filter(user=person("staff")).values_list("role", flat=True)) == {
        "participant",
        "observer",
    }
    assert projects_of("involvement").count() == 0
    assert Project.objects.visible_to(person("involvement")).count() == 16
    assert Project.objects.visible_to(person("stranger")).count() == 0
    assert (person("admin").is_staff, person("admin").is_superuser) == (True, True)
    assert person("admin").administers.count() == 4
    assert [one.name for one in person("lead").works_for.all()] == [NAME]


def test_every_page_has_someone_to_ask_and_help_in_a_crisis(shown):
    organisation = Organisation.objects.get(name=NAME)
    assert organisation == Organisation.objects.order_by("pk").first()
    assert "" not in (
        organisation.contact_name,
        organisation.contact_email,
        organisation.contact_phone,
        organisation.contact_address,
    )
    assert not Organisation.objects.filter(crisis_help="").exists()


def test_someone_with_lived_experience_and_someone_from_staff_see_one_item_differently(shown):
    views = OtherView.objects.filter(item__key="GI-5")
    assert {view.by for view in views} == {person("carer"), person("staff")}
    assert views.values("item").distinct().count() == 1


def test_the_carer_has_an_item_to_look_at_by_a_day_that_comes(shown):
    items = ChecklistItem.objects.given_to(person("carer"))
    assert [item.key for item in items] == ["GI-9", "DT-8"]
    assert all(item.due_on > timezone.localdate() for item in items)


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.key)
def test_each_reason_to_offer_help_holds_for_a_project_and_not_for_all(shown, reason):
    active = Project.objects.filter(status="active")
    assert 0 < active.filter(reason.holds()).count() < active.count()


def test_a_left_out_must_is_there_with_a_reason_and_without(shown):
    left_out = ChecklistItem.objects.filter(left_out=True, weight="must")
    assert left_out.filter(left_out_because="").count() == 1
    assert left_out.exclude(left_out_because="").count() == 1


def test_one_project_has_been_silent_for_41_days(shown):
    silent = Project.objects.get(title="Example: A falls clinic nearer home")
    assert timezone.localdate() - timezone.localdate(silent.last_activity_at) == timedelta(days=41)


def test_the_times_are_in_the_past_and_in_the_order_of_the_lines(shown):
    for project in Project.objects.all():
        times = list(project.activity.order_by("version").values_list("at", flat=True))
        assert times == sorted(times)
        assert times[0] == project.started_at
        assert times[-1] == project.last_activity_at
        assert times[-1] < timezone.now() - timedelta(days=1)


def test_what_was_done_has_the_time_of_its_line(shown):
    for decision in Decision.objects.all():
        told = decision.project.activity.filter(url=decision.get_absolute_url())
        assert decision.recorded_at == told.earliest("version").at
    for item in ChecklistItem.objects.exclude(value=""):
        assert item.answered_at == item.answers.first().at
    ends = Activity.objects.aggregate(first=Min("at"), last=Max("at"))
    for item in ChecklistItem.objects.filter(answered_at__isnull=False):
        assert ends["first"] <= item.answered_at <= ends["last"]


def test_the_figures_on_the_rows_are_right(shown, capsys):
    call_command("rebuild_figures")
    assert capsys.readouterr().out == "Projects: 16. With a wrong figure, now mended: 0.\n"


def test_it_tells_nobody_what_happened_in_its_projects(shown):
    assert list(Message.objects.exclude(about_type__app_label="needs").values_list("subject")) == []


def test_a_second_time_nothing_changes_and_it_says_how_to_sign_in(shown, capsys):
    before = everything()
    call_command("demonstration")
    assert everything() == before
    said = capsys.readouterr().out
    assert said.startswith("The demonstration is here already; nothing was changed.\n")
    for name in ("lead", "carer", "staff", "involvement", "stranger", "admin"):
        assert f"  {name}@collab.example " in said


def test_in_production_it_is_refused(shown, settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="not for an installation in use"):
        call_command("demonstration")


def test_before_the_first_guide_it_says_what_to_do(shown):
    Edition.objects.update(published_at=None)
    with pytest.raises(CommandError, match="manage.py import_guide FILE --publish"):
        call_command("demonstration")


def test_there_are_needs_and_requests_to_look_at(shown):
    asha, iris, moira = person("lead"), person("involvement"), person("carer")
    [need] = Need.objects.all()
    open_ones = AskedAnotherWay.objects.open()
    [met] = AskedAnotherWay.objects.answered()

    assert (need.person, [one.person for one in need.named.all()]) == (moira, [asha])
    assert sorted(one.named.name for one in open_ones) == sorted([asha.name, iris.name])
    assert met.done_on < timezone.localdate().replace(day=1)
