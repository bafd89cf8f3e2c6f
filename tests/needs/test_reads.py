from accounts.models import PrivateRead
from tests import factories
from tests.hands import paper_hands_of
from tests.needs.marks import of_page


def test_the_person_sees_who_looked_and_at_what(signed_in, participant, shown, lead):
    signed_in(lead).get(shown.get_absolute_url())

    text = of_page(signed_in(participant).get("/needs/reads/"))

    assert f"{lead.name} Looked at: access needs" in text
    assert "18 point" not in text


def test_each_sees_only_who_looked_at_them(signed_in, shown, lead, observer):
    signed_in(lead).get(shown.get_absolute_url())

    assert "Nobody has looked yet." in of_page(signed_in(observer).get("/needs/reads/"))


def test_a_code_on_paper_does_not_show_it(project, no_email, lead):
    PrivateRead.note(lead, [no_email], "access needs")
    client = paper_hands_of(project.memberships.get(user=no_email), by=lead)

    assert client.get("/needs/reads/").status_code == 404


def test_one_reading_and_three_cost_the_same(signed_in, queries, participant):
    client = signed_in(participant)
    PrivateRead.note(factories.make_user(), [participant], "access needs")
    with_one = queries(client, "/needs/reads/")
    for _more in range(2):
        PrivateRead.note(factories.make_user(), [participant], "access needs")

    assert queries(client, "/needs/reads/") == with_one
