import threading

import pytest
from django.db import IntegrityError, connection, transaction

from projects.checklist.models import ChecklistItem
from projects.models import ImportedCase, LastLead, Membership, Part, Project, ProjectClosed
from stages.models import Edition
from tests.factories import make_edition, make_member, make_project, make_update, make_user


def test_a_new_edition_does_not_touch_a_project_that_has_begun(project, edition):
    newer = make_edition(items=5)
    project.refresh_from_db()

    assert project.edition == edition
    assert project.checklist.count() == 27
    assert make_project().edition == newer


def test_without_a_guide_nothing_can_start(organisation):
    with pytest.raises(Edition.DoesNotExist):
        Project.start(organisation, "Too early", by=make_user(), origin="team")
    assert Project.objects.count() == 0


def test_at_least_one_lead_always_remains(project, lead, participant):
    membership = project.memberships.get(user=lead)
    with pytest.raises(LastLead):
        membership.leave(by=lead)
    with pytest.raises(LastLead):
        membership.change(by=lead, role="observer")
    membership.refresh_from_db()
    assert (membership.role, membership.left_on) == ("lead", None)

    project.memberships.get(user=participant).change(by=lead, role="lead")
    membership.leave(by=lead)
    assert project.memberships.here().leads().get().user == participant


def test_someone_joins_once_and_may_come_back(project, participant, lead):
    again = Membership.join(project, participant, "lead", "staff", by=lead)
    assert (again.role, again.perspective) == ("participant", "service_user")

    again.leave(by=participant)
    back = Membership.join(project, participant, "observer", "carer", by=lead)
    assert project.memberships.filter(user=participant).count() == 2
    assert back.role == "observer"


def test_a_closed_project_refuses_every_verb(project, lead, item):
    Part.add(project, by=lead, name="The colour", state="open")
    project.turn("stopped", by=lead, because="No money.")
    version = project.version
    verbs = [
        lambda: item.answer("done", by=lead),
        lambda: item.see_differently(by=lead),
        lambda: project.move_to("decision-time", by=lead, because="x"),
        lambda: make_update(project, by=lead),
        lambda: Part.add(project, by=lead, name="x", state="open"),
        lambda: make_member(project),
        lambda: ChecklistItem.add(project, "big-idea", "x", by=lead),
    ]
    for verb in verbs:
        with pytest.raises(ProjectClosed):
            verb()
    project.refresh_from_db()
    assert project.version == version


def test_not_needed_without_a_reason_is_refused_by_the_database_too(item):
    with pytest.raises(IntegrityError), transaction.atomic():
        ChecklistItem.objects.filter(pk=item.pk).update(value="not_needed", note="")


def test_a_case_is_kept_whole(project):
    document = {"id": "x", "ideas": [{"text": "é"}], "measures": [{"value": None}]}
    ImportedCase.objects.create(project=project, case="x", document=document)
    assert ImportedCase.objects.get().document == document


@pytest.mark.django_db(transaction=True)
def test_two_at_once_are_both_kept_and_versions_follow_each_other(project, lead, participant):
    first, second = project.checklist.all()[:2]

    def tick(pk, person):
        ChecklistItem.objects.select_related("project").get(pk=pk).answer("done", by=person)
        connection.close()

    pairs = [(first.pk, lead), (second.pk, participant)]
    threads = [threading.Thread(target=tick, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    project.refresh_from_db()
    versions = [line.version for line in project.activity.filter(what="ticked")]
    assert project.items_done == 2
    assert sorted(versions) == [project.version - 1, project.version]
