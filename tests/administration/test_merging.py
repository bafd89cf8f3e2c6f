"""Two accounts of one person become one, and nothing of either is lost."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import IntegrityError, transaction

from accounts.models import PrivateRead, User
from administration.merging import CannotMerge, merge, side_by_side
from administration.merging.rules import PLACE_RULES, RULES
from administration.models import Act
from needs.models import Need
from outbox.models import Message
from projects.consents.models import Consent
from projects.consents.wording import Use
from projects.models import Hand, Membership, PersonalCode, Support
from tests import factories


@pytest.fixture
def one(project):
    """Here for longer, as a participant; the place of a service user."""
    person = factories.make_user("Ann Twice", email="ann@collab.example")
    factories.make_member(project, user=person, speaks_for="")
    return person


@pytest.fixture
def other(project, one):
    """The same person again: a lead of the same team, and in a team of her own."""
    person = factories.make_user("Ann T.", email="ann@home.example", phone="0115 496 0000")
    factories.make_member(project, "lead", "carer", user=person, speaks_for="Carers")
    return person


def place_of(person, project):
    return project.memberships.here().get(user=person)


def columns_at(model):
    return {
        f"{one._meta.label}.{field.name}"
        for one in apps.get_models(include_auto_created=True)
        for field in one._meta.local_fields
        if field.related_model is model
    }


def test_every_column_that_points_at_a_person_has_its_rule():
    assert columns_at(User) - set(RULES) == set(), "say what a merge does with it"
    assert set(RULES) - columns_at(User) == set(), "there is no such column"


def test_every_column_that_points_at_a_place_in_a_team_has_its_rule():
    assert columns_at(Membership) - set(PLACE_RULES) == set(), "say what a merge does with it"
    assert set(PLACE_RULES) - columns_at(Membership) == set(), "there is no such column"


def test_what_can_point_at_anything_is_known():
    """A message can be about anything; none is about a person or a place in a team."""
    anything = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.private_fields
        if isinstance(field, GenericForeignKey)
    }

    assert anything == {"outbox.Message.about"}


def test_nothing_is_left_with_the_account_that_goes(one, other, project, item, administrator):
    item.answer("done", by=other, note="Done")
    item.see_differently(by=other, note="Not quite")
    factories.make_decision(project, by=other)
    factories.make_update(project, by=other)
    project.organisation.staff.add(other)
    Need.tell(other, by=other, words="A quiet room")
    PrivateRead.note(administrator, [other], "phone")
    Message.write(to=other, subject="Hello", text="Hello")
    EmailAddress.objects.create(user=other, email=other.email)
    factories.make_step(other)

    merge(one, other, by=administrator, email=one.email)

    left = {}
    for label in RULES:
        model, name = label.rsplit(".", 1)
        if number := apps.get_model(model)._base_manager.filter(**{name: other}).count():
            left[label] = number
    assert left == {}
    item.refresh_from_db()
    assert (item.answered_by, item.note_by) == (one, one)
    assert [need.words for need in one.needs.all()] == ["A quiet room"]
    assert set(project.decisions.values_list("recorded_by", flat=True)) == {one.pk}
    assert project.organisation.staff.filter(pk=one.pk).count() == 1
    assert Message.objects.filter(to=one, subject="Hello").count() == 1


def test_the_account_that_goes_is_closed_and_its_address_is_free(one, other, administrator):
    factories.make_step(other)
    merge(one, other, by=administrator, email=one.email)

    other.refresh_from_db()
    assert (other.is_active, other.email, other.merged_into) == (False, None, one)
    assert (other.phone, other.post_to) == ("", "")
    assert not Authenticator.objects.filter(user=other).exists()
    assert factories.make_user("Someone new", email="ann@home.example").pk


def test_what_only_the_other_knew_of_how_to_reach_them_is_kept(one, other, administrator):
    merge(one, other, by=administrator, email=one.email)

    one.refresh_from_db()
    assert (one.email, one.phone) == ("ann@collab.example", "0115 496 0000")


def test_the_other_address_can_be_the_one_that_signs_in(signed_in, one, other, administrator):
    client = signed_in(one)
    merge(one, other, by=administrator, email="ann@home.example")

    one.refresh_from_db()
    assert one.email == "ann@home.example"
    assert client.get("/accounts/").status_code == 302


def test_an_address_that_is_neither_s_is_refused_and_nothing_happens(one, other, administrator):
    with pytest.raises(CannotMerge):
        merge(one, other, by=administrator, email="elsewhere@collab.example")

    other.refresh_from_db()
    assert (other.is_active, other.memberships.count()) == (True, 1)


# Both are in the same team


def test_the_older_place_stays_with_the_higher_role(one, other, project, administrator):
    older = place_of(one, project)
    merge(one, other, by=administrator, email=one.email)

    place = place_of(one, project)
    assert place.pk == older.pk
    assert (place.role, place.perspective, place.speaks_for) == ("lead", "service_user", "Carers")
    assert project.memberships.filter(user=other).count() == 0


def test_it_does_not_matter_which_account_stays(one, other, project, administrator):
    older = place_of(one, project)
    merge(other, one, by=administrator, email=other.email)

    place = place_of(other, project)
    assert (place.pk, place.role, place.perspective) == (older.pk, "lead", "service_user")


def test_what_points_at_the_place_that_goes_follows(one, other, project, item, lead, administrator):
    item.give(place_of(other, project), by=lead)
    move = project.move_to(
        "decision-time", by=lead, because="Ready", asked_lived=place_of(other, project)
    )
    hand = Hand.record_for(place_of(other, project), by=lead)
    merge(one, other, by=administrator, email=one.email)

    for row in (item, move, hand):
        row.refresh_from_db()
    place = place_of(one, project)
    assert (item.given_to, move.asked_lived, hand.member) == (place, place, place)


def test_the_figures_of_the_project_count_the_person_once(one, other, project, administrator):
    project.refresh_from_db()
    assert (project.service_users, project.carers) == (1, 1)
    version = project.version
    merge(one, other, by=administrator, email=one.email)

    project.refresh_from_db()
    assert (project.service_users, project.carers) == (1, 0)
    line = project.activity.first()
    assert (line.version, line.what) == (version + 1, "put together two places of")
    assert (line.actor, line.subject) == (administrator, "Ann Twice")


def test_a_closed_project_is_put_right_too(one, other, project, lead, administrator):
    project.turn("complete", by=lead, because="Done")
    merge(one, other, by=administrator, email=one.email)

    assert place_of(one, project).role == "lead"


def test_a_place_that_was_left_stays_beside_the_new_one(one, other, project, administrator):
    place_of(other, project).leave(by=other)
    merge(one, other, by=administrator, email=one.email)

    places = project.memberships.filter(user=one).order_by("pk")
    assert [bool(place.left_on) for place in places] == [False, True]
    assert places[0].role == "participant"


def test_two_views_on_one_item_become_one_with_both_texts(one, other, item, administrator):
    item.see_differently(by=one, note="It is cold.")
    item.see_differently(by=other, note="It is loud.")
    merge(one, other, by=administrator, email=one.email)

    assert [(view.by, view.note) for view in item.views.all()] == [
        (one, "It is cold.\n\nIt is loud.")
    ]


def test_their_ideas_follow_and_what_both_want_is_wanted_once(one, other, project, administrator):
    factories.make_idea(project, "A bench.", by=other)
    idea = factories.make_idea(project)
    for person in (one, other):
        idea.me_too(by=person)
    merge(one, other, by=administrator, email=one.email)

    assert project.ideas.get(text="A bench.").given_by == one
    assert [mine.by for mine in idea.me_toos.all()] == [one]


def test_the_same_view_twice_is_said_once(one, other, item, administrator):
    for person in (one, other):
        item.see_differently(by=person, note="It is cold.")
    merge(one, other, by=administrator, email=one.email)

    assert [view.note for view in item.views.all()] == ["It is cold."]


def test_a_no_wins_over_a_yes(one, other, project, administrator):
    Consent.give(place_of(one, project), Use.NAME, by=one)
    Consent.withdraw(place_of(other, project), Use.NAME, by=other)
    merge(one, other, by=administrator, email=one.email)

    place = place_of(one, project)
    assert place.name_in_summary is False
    assert Consent.objects.standing().filter(membership=place).count() == 0
    assert place.consents.count() == 2


def test_a_yes_in_both_places_or_in_the_only_one_asked_stays(one, other, project, administrator):
    for person in (one, other):
        Consent.give(place_of(person, project), Use.NAME, by=person)
    Consent.give(place_of(other, project), Use.PHOTO, by=other)
    merge(one, other, by=administrator, email=one.email)

    place = place_of(one, project)
    standing = Consent.objects.standing().filter(membership=place)
    assert sorted(standing.values_list("use", flat=True)) == ["name", "photo"]
    assert place.name_in_summary is True


def test_nobody_helps_themselves_or_the_same_person_twice(
    one, other, project, participant, administrator
):
    def help_of(helper, member):
        support = Support.ask(place_of(member, project), by=member, helper=helper)
        support.agree(by=helper)
        return support

    mine, theirs = help_of(one, participant), help_of(other, participant)
    of_herself = help_of(other, one)
    merge(one, other, by=administrator, email=one.email)

    for support in (mine, theirs, of_herself):
        support.refresh_from_db()
    assert (mine.ended_at, mine.helper) == (None, one)
    assert theirs.ended_at is not None
    assert of_herself.ended_at is not None


def test_nobody_is_named_for_their_own_need(one, other, administrator, project):
    need = Need.tell(one, by=one, words="A quiet room", named=[other])
    merge(one, other, by=administrator, email=one.email)

    assert need.named.count() == 0


def test_codes_on_paper_end_when_there_is_an_address(project, lead, administrator):
    one = factories.make_user("Bob", email=None)
    other = factories.make_user("Bob", email="bob@collab.example")
    place = factories.make_member(project, user=one)
    PersonalCode.make(place, by=lead)
    merge(one, other, by=administrator, email="bob@collab.example")

    assert PersonalCode.objects.count() == 0


def test_a_code_on_paper_goes_on_when_there_is_no_address(project, lead, administrator):
    one, other = (factories.make_user("Bob", email=None) for _number in range(2))
    factories.make_member(project, user=one)
    PersonalCode.make(factories.make_member(project, user=other), by=lead)
    merge(one, other, by=administrator, email=None)

    assert PersonalCode.objects.get().membership == place_of(one, project)


# What is written down and who is told


def test_it_is_written_down_and_each_address_is_told(one, other, administrator, organisation):
    merge(one, other, by=administrator, email=one.email)

    act = Act.objects.get()
    assert (act.by, act.whom, act.organisation) == (administrator, one, organisation)
    assert act.what == "put two accounts together:"
    told = Message.objects.filter(subject="Your two accounts are one now").order_by("pk")
    assert [(row.to, row.address, row.at_once) for row in told] == [
        (one, one.email, True),
        (None, "ann@home.example", True),
    ]


def test_an_account_is_merged_once(one, other, administrator):
    merge(one, other, by=administrator, email=one.email)

    for pair in [(one, other), (other, one), (one, one)]:
        with pytest.raises(CannotMerge):
            merge(*pair, by=administrator, email=one.email)
    assert Act.objects.count() == 1


def test_who_was_merged_before_belongs_to_the_one_who_stays(one, other, administrator):
    third = factories.make_user("Ann again")
    merge(other, third, by=administrator, email=other.email)
    merge(one, other, by=administrator, email=one.email)

    third.refresh_from_db()
    assert third.merged_into == one


def test_all_or_nothing(one, project):
    """Nobody did it, which only the last step refuses: all that went before is undone."""
    other = factories.make_project(project.organisation).started_by
    with pytest.raises(IntegrityError), transaction.atomic():
        merge(one, other, by=None, email=one.email)

    other.refresh_from_db()
    assert (other.is_active, other.merged_into, other.memberships.count()) == (True, None, 1)
    assert Message.objects.filter(subject="Your two accounts are one now").count() == 0


def test_what_will_move_is_counted_side_by_side(one, other, item, project):
    item.answer("done", by=other)
    item.see_differently(by=one, note="Hm")
    Consent.give(place_of(other, project), Use.NAME, by=other)
    rows = {str(what): (mine, theirs) for what, mine, theirs in side_by_side(one, other)}

    assert rows == {
        "Places in teams": (1, 1),
        "Answers on checklists": (0, 1),
        "Times they see something differently": (1, 0),
        "Lines of activity": (1, 1),
        "Messages to them": (1, 1),
        "Answers about what may be shared": (0, 1),
    }
