import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from tests.factories import make_organisation, make_project, make_user


def test_one_person_for_each_address_however_it_is_written(db):
    make_user("Ann", email="ann@collab.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_user("Ann again", email=" Ann@Collab.example ")


def test_many_people_without_e_mail(db):
    make_user("Joan", email=None)
    make_user("June", email="")
    assert User.objects.filter(email=None).count() == 2


def test_where_someone_may_start_a_project(edition):
    person = make_user()
    assert list(person.may_start_in()) == []
    works, leads, nothing = (make_organisation() for _number in range(3))
    works.staff.add(person)
    make_project(leads, by=person)
    make_project(leads, by=person)
    make_project(nothing)
    assert set(person.may_start_in()) == {works, leads}
