from needs.models import Arranger
from tests import factories
from tests.needs.marks import boxes, of_page


def names(need):
    return [one.person for one in need.named.all()]


def test_each_person_is_chosen_and_let_go_one_by_one(
    signed_in, participant, need, lead, involvement
):
    address = f"/needs/{need.pk}/who/"
    client = signed_in(participant)
    client.post(address, {"who": [lead.pk, involvement.pk]})
    both = names(need)
    client.post(address, {"who": [involvement.pk]})
    one = names(need)
    client.post(address, {})

    assert both == [lead, involvement]
    assert one == [involvement]
    assert names(need) == []


def test_the_page_shows_who_sees_it_now(signed_in, participant, shown, lead, involvement):
    page = signed_in(participant).get(f"/needs/{shown.pk}/who/")

    assert boxes(page) == {lead.pk: True, involvement.pk: False}
    assert "Asha Lead Leads “A calmer waiting room”" in of_page(page)
    assert "Iris Involvement In the involvement team" in of_page(page)


def test_someone_who_cannot_be_offered_keeps_what_was_shown_to_them(
    signed_in, participant, shown, project, lead
):
    """They are not a lead any more, so there is no box: the page takes nothing back unseen."""
    factories.make_member(project, "lead", "staff")
    project.memberships.get(user=lead).change(by=lead, role="participant")
    signed_in(participant).post(f"/needs/{shown.pk}/who/", {})

    assert names(shown) == [lead]


def test_the_arranger_of_a_project_can_be_chosen(signed_in, participant, need, project, observer):
    Arranger.choose(project, observer, by=project.started_by)
    signed_in(participant).post(f"/needs/{need.pk}/who/", {"who": [observer.pk]})

    assert names(need) == [observer]


def test_someone_named_cannot_choose_others(signed_in, shown, lead, involvement):
    response = signed_in(lead).post(f"/needs/{shown.pk}/who/", {"who": [involvement.pk]})

    assert (response.status_code, names(shown)) == (404, [lead])
