import pytest

from accounts.models import PrivateRead
from tests.factories import make_claim, make_member, make_user


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/payment/claims/"


def test_whoever_looks_after_payment_sees_what_waits_and_what_is_done(
    signed_in, keeper, participant, project, url
):
    make_claim(project, person=participant, what="A taxi home")
    make_claim(project, person=participant, what="A bus").turn("paid", by=keeper)
    text = signed_in(keeper).get(url).text

    assert text.index("Not finished") < text.index("A taxi home")
    assert text.index("A taxi home") < text.index("Finished</h2>") < text.index("A bus")
    assert PrivateRead.objects.get().of == participant


def test_there_is_no_such_page_for_anyone_else(
    signed_in, participant, observer, involvement, outsider, keeper, project, url
):
    make_claim(project, person=participant)
    other_lead = make_member(project, "lead", "carer", user=make_user()).user
    for person in (participant, observer, involvement, outsider, other_lead):
        assert signed_in(person).get(url).status_code == 404


def test_one_and_three_claims_ask_the_same(signed_in, keeper, project, url, queries):
    client = signed_in(keeper)

    def of_someone():
        make_claim(project, person=make_member(project, user=make_user()).user)
        client.get(url)
        PrivateRead.objects.all().delete()

    of_someone()
    one = queries(client, url)
    of_someone()
    of_someone()
    assert queries(client, url) == one


def test_more_than_a_page_of_finished_ones(signed_in, keeper, participant, project, url):
    for _number in range(26):
        make_claim(project, person=participant).turn("paid", by=keeper)

    assert "Page 1 of 2" in signed_in(keeper).get(url).text
