from datetime import timedelta

from django.utils import timezone

from accounts.models import PrivateRead
from needs.models import Need
from tests import factories
from tests.hands import paper_hands_of
from tests.needs.marks import of_page


def test_the_person_sees_all_about_it_and_that_is_no_reading(signed_in, participant, shown, lead):
    shown.arranged("The papers come in 18 point.", timezone.localdate(), by=lead)

    text = of_page(signed_in(participant).get(shown.get_absolute_url()))

    assert "18 point" in text
    assert "The papers come in 18 point." in text
    assert PrivateRead.objects.count() == 0


def test_someone_named_sees_it_and_each_reading_is_noted(signed_in, participant, shown, lead):
    text = of_page(signed_in(lead).get(shown.get_absolute_url()))

    assert f"What {participant.name} needs" in text
    assert "18 point" in text
    read = PrivateRead.objects.get()
    assert (read.reader, read.of, read.what) == (lead, participant, "access needs")


def test_nobody_else_finds_it(
    signed_in, shown, observer, involvement, administrator, other_lead, outsider, client
):
    address = shown.get_absolute_url()
    others = (observer, involvement, administrator, other_lead, outsider)

    assert [signed_in(one).get(address).status_code for one in others] == [404] * 5
    assert client.get(address).url.startswith("/accounts/login/")
    assert PrivateRead.objects.count() == 0


def test_someone_named_who_leaves_the_project_sees_it_no_more(signed_in, project, shown, lead):
    second = factories.make_member(project, "lead", "staff").user
    shown.show_to(second, by=shown.person)
    address = shown.get_absolute_url()
    before = signed_in(second).get(address).status_code
    project.memberships.get(user=second).leave(by=second)

    assert (before, signed_in(second).get(address).status_code) == (200, 404)
    text = of_page(signed_in(shown.person).get(address))
    assert text.count("This person is in none of your projects now") == 1


def test_when_the_person_leaves_the_project_those_named_in_it_see_it_no_more(
    signed_in, project, shown, lead
):
    project.memberships.get(user=shown.person).leave(by=shown.person)

    assert signed_in(lead).get(shown.get_absolute_url()).status_code == 404
    assert signed_in(shown.person).get(shown.get_absolute_url()).status_code == 200


def test_after_a_year_the_person_is_asked(signed_in, participant, need):
    address = need.get_absolute_url()
    fresh = signed_in(participant).get(address)
    Need.objects.update(review_on=timezone.localdate())
    due = signed_in(participant).get(address)

    assert ("Yes, it is still right" in fresh.text, "Yes, it is still right" in due.text) == (
        False,
        True,
    )


def test_a_need_is_looked_at_again_in_a_year(need):
    assert need.review_on == timezone.localdate() + timedelta(days=365)


def test_a_code_on_paper_shows_no_need_not_even_ones_own(project, no_email, lead):
    need = Need.tell(no_email, by=lead, words="Braille")
    client = paper_hands_of(project.memberships.get(user=no_email), by=lead)

    assert client.get(need.get_absolute_url()).status_code == 404


def test_one_person_named_and_three_cost_the_same(
    signed_in, queries, participant, project, need, lead
):
    client = signed_in(participant)
    need.show_to(lead, by=participant)
    with_one = queries(client, need.get_absolute_url())
    for _more in range(2):
        one = factories.make_member(project, "lead", "staff").user
        need.show_to(one, by=participant)
        need.arranged(f"By {one}", timezone.localdate(), by=one)

    assert queries(client, need.get_absolute_url()) == with_one
