"""What has come to its time, and what goes with it."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone

from accounts.models import PrivateRead, User
from needs.models import AskedAnotherWay
from outbox.models import Envelope, Message
from privacy.models import Destroyed, LegalHold, RetentionClass
from privacy.retention.due import destroy, destroy_by_itself, destroy_project, rows_due
from privacy.retention.rules import rule_of
from projects.models import Membership, PersonalCode, Project, Support
from projects.team.models import Invitation, JoinRequest
from proposals.models import Proposal
from tests import factories
from tests.hands import hands_of
from tests.world import make_world


@pytest.fixture
def due(organisation):
    return lambda kind: list(rows_due(organisation, rule_of(organisation, kind)))


def test_a_closed_project_comes_to_its_time_and_an_open_one_never(make_closed, due, ago, project):
    old, _new = make_closed("Old", years=7), make_closed("New", years=5)
    Project.objects.filter(pk=project.pk).update(last_activity_at=ago(9))

    assert due("closed_projects") == [old]


def test_those_of_another_organisation_are_not_theirs(make_closed, administrator):
    make_closed("Old", years=7)
    elsewhere = factories.make_organisation()

    assert list(rows_due(elsewhere, rule_of(elsewhere, "closed_projects"))) == []


def test_destroying_a_project_leaves_no_row_of_it(make_closed, organisation, administrator):
    before = {model: model.objects.count() for model in apps.get_models() if has_project(model)}
    old = make_closed("Old", years=7)
    rule = rule_of(organisation, "closed_projects")
    number = destroy(organisation, rule, [old.pk], by=administrator)
    after = {model: model.objects.count() for model in apps.get_models() if has_project(model)}

    assert number == 1
    assert after == before
    row = Destroyed.objects.get()
    assert (row.kind, row.how, row.how_many, row.by) == (
        "closed_projects",
        "pressed",
        1,
        administrator,
    )
    assert (row.rows["decision"], row.rows["message"], row.rows["project"]) == (4, 2, 1)
    assert Message.objects.count() == 0


def test_a_project_full_of_everything_goes_with_all_of_it(administrator):
    world = make_world()
    Project.objects.filter(pk=world.full.pk).update(status=Project.Status.COMPLETE)

    assert destroy_project(world.full, administrator)
    assert not Project.objects.filter(pk=world.full.pk).exists()
    for model in apps.get_models():
        if model is not Project and has_project(model):
            assert not model.objects.filter(project=world.full.pk).exists(), model


def has_project(model):
    return model is Project or any(field.name == "project" for field in model._meta.fields)


def test_destroying_a_project_removes_the_contents_of_its_files(
    make_closed, organisation, administrator, django_capture_on_commit_callbacks
):
    closed, other = make_closed("Old", years=7), make_closed("Other", years=1)
    gone, stays = closed.files.get().stored, other.files.get().stored
    rule = rule_of(organisation, "closed_projects")
    with django_capture_on_commit_callbacks(execute=True):
        assert destroy(organisation, rule, [closed.pk, other.pk], by=administrator) == 1

    assert not default_storage.exists(gone)
    assert default_storage.exists(stays)


@pytest.mark.parametrize("held", ["project", "person"])
def test_a_held_project_is_shown_and_not_destroyed(
    make_closed, organisation, administrator, due, held
):
    old = make_closed("Old", years=7)
    thing = old if held == "project" else old.started_by
    LegalHold.begin(organisation, thing, by=administrator, why="A court asks.")
    rule = rule_of(organisation, "closed_projects")

    assert [row.held for row in due("closed_projects")] == [True]
    assert destroy(organisation, rule, [old.pk], by=administrator) == 0
    assert Project.objects.filter(pk=old.pk).exists()


def test_what_is_not_due_is_not_destroyed_whatever_is_sent(
    make_closed, organisation, administrator, project
):
    new = make_closed("New", years=5)
    rule = rule_of(organisation, "closed_projects")

    assert destroy(organisation, rule, [new.pk, project.pk], by=administrator) == 0
    assert Project.objects.count() == 2


def test_people_who_left_long_ago_come_to_their_time(project, due, ago, involvement, outsider):
    gone, here, lately = (factories.make_member(project) for _number in range(3))
    for place in (gone, lately):
        place.leave(by=place.user)
    Membership.objects.filter(pk=gone.pk).update(left_on=ago(3).date())
    User.objects.update(date_joined=ago(4))

    assert {person.pk for person in due("people")} == {gone.user_id, outsider.pk}
    User.objects.filter(pk=gone.user_id).update(last_login=timezone.now())
    assert due("people") == [outsider]
    assert here.user not in due("people")


def test_a_person_is_erased_by_the_press(project, organisation, administrator, ago):
    place = factories.make_member(project)
    place.leave(by=place.user)
    Membership.objects.filter(pk=place.pk).update(left_on=ago(3).date())
    User.objects.filter(pk=place.user_id).update(date_joined=ago(4))
    rule = rule_of(organisation, "people")

    assert destroy(organisation, rule, [place.user_id], by=administrator) == 1
    assert User.objects.get(pk=place.user_id).name == "a service user"
    assert Destroyed.objects.get().by == administrator


def test_requests_invitations_reads_and_the_list_itself(
    project, organisation, lead, administrator, participant, due, ago
):
    chief = factories.make_user(is_staff=True, is_superuser=True)
    asked = AskedAnotherWay.ask(organisation, way="phone", reach="come_in")
    asked.done("Rang.", timezone.localdate(), by=lead)
    for name in ("Ida", "Ira"):
        Invitation.make(
            project, by=lead, name=name, way="post", role="observer", perspective="partner",
            what_for="Why",
        )  # fmt: skip
    invited = Invitation.objects.first()
    PrivateRead.note(lead, [participant], "postal address")
    Destroyed.objects.create(organisation=organisation, kind="people", how="self", how_many=1)
    JoinRequest.objects.create(project=project, name="Jo", digest="d", mark="m")
    old, _waits = (factories.make_claim(project, person=participant) for _claim in range(2))
    old.turn("paid", by=lead)
    kinds = ["another_way", "claims", "invitations", "join_requests", "private_reads", "destroyed"]
    for kind in kinds:
        assert due(kind) == [], kind

    AskedAnotherWay.objects.update(answered_at=ago(2))
    old.project.claims.filter(pk=old.pk).update(changed_at=ago(2))
    old.project.claims.update(asked_at=ago(3))
    Invitation.objects.filter(pk=invited.pk).update(answer_by=ago(1).date())
    JoinRequest.objects.update(made_at=ago(1))
    PrivateRead.objects.update(at=ago(3))
    Destroyed.objects.update(at=ago(7))
    assert due("another_way") == [asked]
    assert due("claims") == [old]
    assert due("invitations") == [invited]
    for kind in ("another_way", "claims", "invitations", "join_requests", "private_reads",
                 "destroyed"):  # fmt: skip
        [row] = due(kind)
        by = chief if kind == "private_reads" else administrator
        assert destroy(organisation, rule_of(organisation, kind), [row.pk], by=by) == 1
        assert due(kind) == [], kind
    assert [one.name for one in project.invitations.all()] == ["Ira"]


def test_small_things_go_by_themselves(project, organisation, lead, participant, ago):
    hands_of(participant)
    Session.objects.update(expire_date=ago(days=1))
    place = factories.make_member(project, user=factories.make_user(email=None))
    PersonalCode.make(place, by=lead)
    Membership.objects.filter(pk=place.pk).update(left_on=ago(days=3).date())
    old, new = (Message.write(to=participant, subject="S", text=text) for text in ("old", "new"))
    Envelope.tell(Message.objects.filter(pk=old.pk), to=participant, way="post", by=lead)
    Envelope.objects.update(done_at=ago(1))

    assert destroy_by_itself(organisation) == {"messages": 1, "sessions": 1, "codes": 1}
    assert (Session.objects.count(), PersonalCode.objects.count()) == (0, 0)
    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.text, new.text) == ("", "new")
    assert set(Destroyed.objects.values_list("how", "by")) == {("by_itself", None)}
    assert destroy_by_itself(organisation) == {}


def test_a_session_that_goes_on_stays(organisation, participant):
    client = hands_of(participant)
    Session.objects.update(expire_date=timezone.now() + timedelta(minutes=1))
    destroy_by_itself(organisation)

    assert client.get("/projects/").status_code == 200


def test_only_the_first_organisation_has_a_say_over_the_installation(
    organisation, participant, ago
):
    hands_of(participant)
    Session.objects.update(expire_date=ago(days=1))

    assert destroy_by_itself(factories.make_organisation()) == {}
    assert Session.objects.count() == 1


@pytest.fixture
def gone(project, ago):
    """Someone who left the team long ago."""
    place = factories.make_member(project)
    place.leave(by=place.user)
    Membership.objects.filter(pk=place.pk).update(left_on=ago(3).date())
    User.objects.filter(pk=place.user_id).update(date_joined=ago(4))
    return place.user


def test_who_helps_someone_still_does_not_come_to_their_time(due, project, gone, participant):
    assert due("people") == [gone]
    Support.ask(project.memberships.get(user=participant), by=participant, helper=gone)

    assert due("people") == []


def test_who_is_known_elsewhere_only_superusers_destroy(
    due, organisation, administrator, gone, ago
):
    place = factories.make_member(factories.make_project(factories.make_organisation()), user=gone)
    place.leave(by=gone)
    Membership.objects.filter(pk=place.pk).update(left_on=ago(3).date())
    chief = factories.make_user(is_staff=True, is_superuser=True)
    rule = rule_of(organisation, "people")

    assert due("people") == []
    assert destroy(organisation, rule, [gone.pk], by=administrator) == 0
    assert destroy(organisation, rule, [gone.pk], by=chief) == 1


def test_nobody_destroys_that_they_looked(organisation, administrator, lead, participant, ago):
    chief, other = (factories.make_user(is_staff=True, is_superuser=True) for _n in range(2))
    PrivateRead.note(chief, [participant], "postal address")
    PrivateRead.objects.update(at=ago(3))
    read = PrivateRead.objects.get()
    rule = rule_of(organisation, "private_reads")

    assert destroy(organisation, rule, [read.pk], by=administrator) == 0
    assert destroy(organisation, rule, [read.pk], by=chief) == 0
    assert destroy(organisation, rule, [read.pk], by=other) == 1


def test_a_time_that_is_too_short_counts_as_the_least(organisation, administrator):
    RetentionClass.objects.create(
        organisation=organisation, kind="private_reads", months=0, basis="x", by=administrator
    )

    assert rule_of(organisation, "private_reads").months == 24


def test_a_hold_keeps_what_the_person_looked_at(
    organisation, administrator, lead, participant, due, ago
):
    PrivateRead.note(lead, [participant], "postal address")
    PrivateRead.objects.update(at=ago(3))
    assert [row.held for row in due("private_reads")] == [False]
    LegalHold.begin(organisation, lead, by=administrator, why="A court asks.")

    assert [row.held for row in due("private_reads")] == [True]


def test_a_hold_on_a_project_keeps_its_messages(
    organisation, administrator, project, participant, due, ago
):
    for state in ("given_up", "unsure"):
        message = Message.write(to=participant, subject="S", text=state, about=project)
        envelope = Envelope.new(to=participant, state=state)
        envelope.save()
        Message.objects.filter(pk=message.pk).update(envelope=envelope, state="packed")
    assert due("messages") == []
    Message.objects.update(written_at=ago(1))
    assert {row.text for row in due("messages")} == {"given_up", "unsure"}
    LegalHold.begin(organisation, project, by=administrator, why="A court asks.")

    assert due("messages") == []


def test_where_a_message_went_without_an_account_goes_with_its_words(organisation, ago):
    stuck, sent = (
        Message.write(to=None, address=f"{name}@collab.example", subject="S", text="T")
        for name in ("stuck", "sent")
    )
    for message, state in ((stuck, "given_up"), (sent, "sent")):
        envelope = Envelope.new(address=message.address, state=state)
        envelope.save()
        Message.objects.filter(pk=message.pk).update(envelope=envelope, state="packed")
    Message.objects.update(written_at=ago(1))
    Envelope.objects.filter(state="sent").update(done_at=ago(1))

    assert destroy_by_itself(organisation) == {"messages": 2}
    assert set(Message.objects.values_list("address", flat=True)) == {""}
    assert set(Envelope.objects.values_list("address", "state")) == {("", "expired"), ("", "sent")}


@pytest.fixture
def said_no(project, lead):
    invitation, _code = factories.make_invitation(project, name="Joan")
    invitation.decline("I have no time.")
    return invitation


def test_who_said_no_is_forgotten_after_a_month_even_if_no_lead_looks(
    organisation, said_no, project, ago
):
    assert destroy_by_itself(organisation) == {}
    project.invitations.update(declined_at=ago(days=32))

    assert destroy_by_itself(organisation) == {"refusals": 1}
    said_no.refresh_from_db()
    assert (said_no.name, said_no.declined_because) == ("", "")
    assert destroy_by_itself(organisation) == {}


def test_no_organisation_keeps_them_longer(organisation, administrator):
    RetentionClass.objects.create(
        organisation=organisation, kind="refusals", months=12, basis="x", by=administrator
    )

    assert rule_of(organisation, "refusals").months == 1


def test_a_hold_keeps_a_refusal_too(organisation, administrator, said_no, project, ago):
    project.invitations.update(declined_at=ago(1))
    LegalHold.begin(organisation, project, by=administrator, why="A court asks.")

    assert destroy_by_itself(organisation) == {}


def test_a_helper_who_did_not_answer_is_forgotten(organisation, project, participant, ago):
    member = project.memberships.get(user=participant)
    support = Support.ask(member, by=participant, email="nia@collab.example")
    call_command("send_due")
    assert destroy_by_itself(organisation) == {}
    Support.objects.update(named_at=ago(1))

    assert destroy_by_itself(organisation) == {"helpers": 1}
    support.refresh_from_db()
    assert (support.email, support.ended_at is None) == ("", False)
    assert not Message.objects.filter(address="nia@collab.example").exists()


def test_who_proposed_a_big_idea_is_forgotten_once_it_is_answered(
    organisation, involvement, edition, ago
):
    left = {"name": "Nia", "email": "nia@collab.example", "reach": "1 High Street"}
    answered, _code = factories.make_proposal(organisation, **left)
    waits, _code = factories.make_proposal(organisation, **left)
    answered.refuse(by=involvement, because="So.")
    assert destroy_by_itself(organisation) == {}
    Proposal.objects.filter(pk=answered.pk).update(answered_at=ago(1))

    assert destroy_by_itself(organisation) == {"proposals": 1}
    answered.refresh_from_db()
    waits.refresh_from_db()
    assert (answered.name, answered.email, answered.reach) == ("", "", "")
    assert (answered.reply, waits.name) == ("So.", "Nia")
