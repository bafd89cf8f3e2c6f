from stages.models import STEPS


def test_a_started_project_has_its_lead_and_its_checklists(project, lead, edition):
    assert project.checklist.count() == edition.checklist.count()
    assert project.memberships.get().user == lead
    assert project.stage == STEPS[0]
    project.refresh_from_db()
    assert project.version == 2
    assert project.items_needed == edition.checklist.count()
    assert [line.what for line in project.activity.all()] == [
        "joined the team",
        "started the project",
    ]
