from django.utils import timezone

from needs.models import Need
from tests import factories
from tests.hands import paper_hands_of
from tests.needs.marks import of_page


def test_a_person_sees_what_they_told_and_who_may_see_it(signed_in, participant, shown, lead):
    text = of_page(signed_in(participant).get("/needs/"))

    assert "18 point" in text
    assert f"Only you and these people see it: {lead.name}." in text


def test_someone_who_has_told_nothing_is_asked_to(signed_in, outsider):
    text = of_page(signed_in(outsider).get("/needs/"))

    assert "You have not told us anything yet" in text


def test_someone_named_finds_the_project_it_was_shown_in(
    signed_in, shown, project, lead, other_lead
):
    mine = signed_in(lead).get("/needs/").text
    theirs = signed_in(other_lead).get("/needs/").text

    assert f"/needs/project/{project.pk}/" in mine
    assert "18 point" not in mine
    assert f"/needs/project/{project.pk}/" not in theirs


def test_what_has_ended_stands_apart(signed_in, participant, shown):
    shown.end()

    response = signed_in(participant).get("/needs/")

    assert "What you do not need any more" in response.text
    assert "18 point" not in response.text


def test_a_code_on_paper_shows_nothing_that_was_told_before(project, no_email, lead):
    Need.tell(no_email, by=lead, words="braille, please")
    member = project.memberships.get(user=no_email)

    text = of_page(paper_hands_of(member, by=lead).get("/needs/"))

    assert "braille" not in text
    assert (
        "What you told us before is not shown here, because a code on paper can be found by others."
        in text
    )


def test_one_need_and_three_cost_the_same(signed_in, queries, participant, lead, involvement):
    client = signed_in(participant)

    def tell(words):
        need = Need.tell(participant, by=participant, words=words, named=[lead, involvement])
        need.arranged("A seat", timezone.localdate(), by=lead)

    tell("one")
    with_one = queries(client, "/needs/")
    tell("two")
    tell("three")

    assert queries(client, "/needs/") == with_one


def test_one_project_and_three_cost_the_same(signed_in, queries, organisation, lead, participant):
    def show(project):
        factories.make_member(project, user=participant)

    Need.tell(participant, by=participant, words="one", named=[lead])
    client = signed_in(lead)
    with_one = queries(client, "/needs/")
    for number in range(2):
        show(factories.make_project(organisation, f"Another {number}", by=lead))

    assert queries(client, "/needs/") == with_one
