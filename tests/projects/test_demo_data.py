import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from projects.cases.filling import LIGHT, OVERSEER
from projects.models import Part, PartVersion, Project
from tests import factories


@pytest.fixture
def guide(db):
    return factories.make_edition()


def test_it_makes_projects_of_every_kind(guide, capsys):
    call_command("demo_data", projects=60)
    assert Project.objects.count() == 60
    assert Project.objects.order_by().values("stage").distinct().count() == 7
    assert Project.objects.order_by().values("status").distinct().count() == 5
    assert Project.objects.filter(items_done__gt=0).count() > 40
    assert Project.objects.visible_to(User.objects.get(email=OVERSEER)).count() == 60
    assert capsys.readouterr().out.endswith(f"{OVERSEER} sees all of them.\n")


def test_every_figure_is_the_one_that_is_counted(guide, capsys):
    call_command("demo_data", projects=60)
    capsys.readouterr()
    call_command("rebuild_figures")
    assert capsys.readouterr().out == "Projects: 60. With a wrong figure, now mended: 0.\n"


def test_every_line_has_a_version_and_leads_somewhere(guide):
    call_command("demo_data", projects=20)
    for project in Project.objects.all():
        lines = list(project.activity.order_by("version"))
        assert [line.version for line in lines] == list(range(1, project.version + 1))
        assert [line.at for line in lines] == sorted(line.at for line in lines)
        assert all(line.url.startswith(f"/projects/{project.pk}/") for line in lines)
        assert project.memberships.leads().count() == 1


def test_every_part_reads_as_it_did_when_it_came(guide):
    call_command("demo_data", projects=5)
    standing = PartVersion.objects.standing().values_list("project", "number", "name", "state")

    assert sorted(standing) == sorted(Part.objects.values_list("project", "pk", "name", "state"))


def test_a_second_time_it_adds_more(guide, capsys):
    call_command("demo_data", projects=3)
    call_command("demo_data", projects=2)
    assert Project.objects.count() == 5
    capsys.readouterr()
    call_command("rebuild_figures")
    assert capsys.readouterr().out == "Projects: 5. With a wrong figure, now mended: 0.\n"


def test_the_same_seed_makes_the_same_projects(guide):
    call_command("demo_data", projects=5, seed=3)
    first = list(Project.objects.order_by("pk").values_list("title", "stage", "version"))
    Project.objects.all().delete()
    call_command("demo_data", projects=5, seed=3)
    assert list(Project.objects.order_by("pk").values_list("title", "stage", "version")) == first


def test_light_leaves_most_checklists_out(guide):
    call_command("demo_data", projects=LIGHT + 1, light=True)
    with_checklist = Project.objects.filter(checklist__isnull=False).distinct()
    assert with_checklist.count() == 2
    assert Project.objects.filter(items_needed=0).count() == LIGHT - 1


def test_in_production_it_is_refused(guide, settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="not for an installation in use"):
        call_command("demo_data", projects=1)
    assert not Project.objects.exists()


def test_before_the_first_guide_it_says_what_to_do(db):
    with pytest.raises(CommandError, match="manage.py import_guide FILE --publish"):
        call_command("demo_data", projects=1)
