from accounts.models import PrivateRead
from needs.models import Need
from tests import factories
from tests.needs.marks import of_page


def test_someone_named_reads_what_to_think_of(signed_in, project, participant, shown, lead):
    response = signed_in(lead).get(f"/needs/project/{project.pk}/")

    text = of_page(response)
    assert "Before you send or print something 1 person needs: large print." in text
    assert f"{participant.name} : 18 point" in text
    assert "When you plan a meeting" not in text
    assert f"/projects/{project.pk}/exports/summary.pdf?print=large" in response.text
    assert PrivateRead.objects.get().of == participant


def test_a_lead_who_was_not_named_reads_nothing(signed_in, project, shown, lead):
    second = factories.make_member(project, "lead", "staff").user
    text = of_page(signed_in(second).get(f"/needs/project/{project.pk}/"))

    assert "Nobody has shown you a need in this project." in text
    assert "large print" not in text
    assert PrivateRead.objects.count() == 0


def test_nobody_else_finds_it(
    signed_in, project, shown, participant, observer, involvement, administrator, other_lead
):
    others = (participant, observer, involvement, administrator, other_lead)
    address = f"/needs/project/{project.pk}/"

    assert [signed_in(one).get(address).status_code for one in others] == [404] * 5


def test_the_involvement_team_reads_what_was_shown_to_them(
    signed_in, project, need, involvement, participant
):
    need.show_to(involvement, by=participant)

    assert "18 point" in signed_in(involvement).get(f"/needs/project/{project.pk}/").text


def test_one_need_and_three_cost_the_same(signed_in, queries, project, lead, kind):
    def tell():
        one = factories.make_member(project).user
        Need.tell(one, by=one, kind=kind, words="18 point", named=[lead])

    tell()
    client = signed_in(lead)
    address = f"/needs/project/{project.pk}/"
    client.get(address)
    with_one = queries(client, address)
    tell()
    tell()
    client.get(address)

    assert queries(client, address) == with_one
