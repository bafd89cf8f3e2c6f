import pytest
from django.db import IntegrityError, transaction

from projects.consents.choices import choices_of
from projects.consents.models import Consent, ConsentUse
from projects.consents.wording import VERSIONS, Use, newest, words_of
from tests.factories import make_member


def answers(member):
    return {choice.use: choice.answer for choice in choices_of([member])[member.pk]}


def test_nothing_is_agreed_to_before_someone_answers(member):
    assert answers(member) == dict.fromkeys(Use, "")
    assert member.name_in_summary is False


def test_a_yes_to_one_is_no_yes_to_another(member, participant):
    consent = Consent.give(member, Use.WORDS, by=participant)

    assert answers(member) == {**dict.fromkeys(Use, ""), Use.WORDS: "yes"}
    assert (consent.how, consent.by, consent.wording) == ("self", participant, newest(Use.WORDS))
    assert consent.words == words_of(Use.WORDS)


def test_the_mark_on_the_member_goes_with_the_answer(member, participant):
    Consent.give(member, Use.NAME, by=participant)
    member.refresh_from_db()
    assert member.name_in_summary is True
    Consent.withdraw(member, Use.NAME, by=participant)
    member.refresh_from_db()
    assert member.name_in_summary is False


def test_the_same_answer_twice_is_one_and_another_is_a_row_of_its_own(member, participant):
    first = Consent.give(member, Use.PHOTO, by=participant)
    assert Consent.give(member, Use.PHOTO, by=participant) == first
    no = Consent.withdraw(member, Use.PHOTO, by=participant)
    assert Consent.withdraw(member, Use.PHOTO, by=participant).withdrawn_at == no.withdrawn_at
    again = Consent.give(member, Use.PHOTO, by=participant)

    assert list(Consent.objects.filter(membership=member)) == [first, again]
    assert list(Consent.objects.standing()) == [again]


def test_a_no_from_the_start_is_remembered(member, participant):
    consent = Consent.withdraw(member, Use.PHOTO, by=participant)

    assert (consent.given_at, consent.withdrawn_by) == (None, participant)
    assert answers(member)[Use.PHOTO] == "no"


def test_it_is_no_line_of_activity(member, participant, project):
    version = project.version
    Consent.give(member, Use.NAME, by=participant)
    project.refresh_from_db()
    assert project.version == version


def test_it_can_be_taken_back_when_the_project_is_over_and_when_they_have_left(
    member, participant, lead, project
):
    Consent.give(member, Use.NAME, by=participant)
    Consent.give(member, Use.PHOTO, by=participant)
    project.turn("complete", by=lead, because="Done.")
    Consent.withdraw(member, Use.NAME, by=participant)
    member.leave(by=participant)
    Consent.withdraw(member, Use.PHOTO, by=participant)

    assert Consent.objects.standing().count() == 0
    assert Consent.objects.of(participant).count() == 2


def test_where_it_was_used_stays_to_be_read(member, participant, lead):
    Consent.give(member, Use.NAME, by=participant)
    Consent.used([member], Use.NAME, what="The printed summary", url="/x/", by=lead)
    Consent.withdraw(member, Use.NAME, by=participant)
    Consent.used([member], Use.NAME, what="The printed summary", url="/y/", by=lead)
    Consent.give(member, Use.NAME, by=participant)
    Consent.used([member], Use.NAME, what="The printed summary", url="/z/", by=lead)

    [name, *others] = choices_of([member])[member.pk]
    assert [use.url for use in name.uses] == ["/z/", "/x/"]
    assert [choice.uses for choice in others] == [[], [], [], []]


def test_a_use_without_a_yes_is_not_written_down(member, lead):
    Consent.used([member], Use.NAME, what="The printed summary", url="/x/", by=lead)
    assert ConsentUse.objects.count() == 0


def test_the_database_keeps_one_yes_for_each_use(member, participant):
    consent = Consent.give(member, Use.NAME, by=participant)
    consent.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        consent.save(force_insert=True)


def test_every_use_has_its_words_and_an_answer_keeps_the_words_of_its_day(member, participant):
    assert set(VERSIONS) == set(Use)
    consent = Consent.give(member, Use.NAME, by=participant)
    today = VERSIONS[Use.NAME][-1]
    VERSIONS[Use.NAME].append(words_of(Use.PHOTO))
    try:
        assert newest(Use.NAME) == 2
        assert consent.words == today
    finally:
        VERSIONS[Use.NAME].pop()


def test_choices_are_read_as_often_for_three_members_as_for_one(
    project, member, lead, django_assert_num_queries
):
    members = [member, make_member(project), make_member(project)]
    for one in members:
        Consent.give(one, Use.NAME, by=one.user)
        Consent.used([one], Use.NAME, what="The printed summary", url="/x/", by=lead)
    with django_assert_num_queries(2):
        choices_of(members[:1])
    with django_assert_num_queries(2):
        choices_of(members)
