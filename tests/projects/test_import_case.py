import pytest
from django.core.management import CommandError, call_command

from projects.models import Project
from tests import factories
from tests.projects.cases.conftest import OXLEAS, make_guide


@pytest.fixture
def guide(db):
    return make_guide()


def test_a_case_file_is_imported(guide, capsys):
    lead = factories.make_user("Asha", email="lead@collab.example")
    call_command("import_case", OXLEAS, organisation="Riverside Health", lead="Lead@collab.example")

    project = Project.objects.get()
    assert (project.organisation.name, project.started_by) == ("Riverside Health", lead)
    assert capsys.readouterr().out == f"Imported “{project.title}”.\n"


def test_without_a_lead_the_project_gets_one_without_email(guide):
    call_command("import_case", OXLEAS)
    lead = Project.objects.get().memberships.get(role="lead").user
    assert (lead.name, lead.email) == ("Example lead", None)


def test_the_same_file_again_says_that_it_is_here(guide, capsys):
    call_command("import_case", OXLEAS)
    capsys.readouterr()
    call_command("import_case", OXLEAS)
    title = Project.objects.get().title
    assert capsys.readouterr().out == f"oxleas-betts-ward is here already, as “{title}”.\n"


def test_a_file_with_mistakes_is_refused_whole_with_all_of_them(guide, tmp_path):
    wrong = tmp_path / "wrong.yaml"
    text = OXLEAS.read_text().replace("speaks_for: Self", "spaeks_for: Self")
    wrong.write_text(text.replace("perspective: carer", "perspective: nurse"))
    with pytest.raises(CommandError) as refused:
        call_command("import_case", wrong)
    assert str(refused.value) == (
        "wrong.yaml was not imported. There is 1 problem:\n"
        '  team[4].perspective: "nurse" is not one of service_user, carer, staff, partner'
    )
    assert not Project.objects.exists()


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"lead": "nobody@collab.example"}, "Nobody here has the address nobody@collab.example."),
        ({"organisation": "x" * 121}, "The organisation's name is longer than 120 characters."),
    ],
)
def test_a_wrong_option_is_refused(guide, options, problem):
    with pytest.raises(CommandError, match=problem):
        call_command("import_case", OXLEAS, **options)
    assert not Project.objects.exists()


def test_a_file_that_is_not_there_is_refused(guide, tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_case", tmp_path / "none.yaml")


def test_before_the_first_guide_it_says_what_to_do(db):
    with pytest.raises(CommandError, match="manage.py import_guide"):
        call_command("import_case", OXLEAS)
