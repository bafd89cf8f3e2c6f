import pytest

from privacy.models import RetentionClass
from tests import factories


@pytest.fixture
def url(organisation):
    return f"/privacy/retention/{organisation.pk}/people/change/"


def test_an_administrator_chooses_how_long_and_says_why(
    signed_in, administrator, organisation, url, client
):
    response = signed_in(administrator).post(url, {"months": "36", "basis": "Our rule."})
    row = RetentionClass.objects.get()

    assert response.url == "/privacy/retention/"
    assert (row.organisation, row.kind, row.months, row.basis, row.by) == (
        organisation,
        "people",
        36,
        "Our rule.",
        administrator,
    )
    text = client.get("/privacy/").text
    assert "3 years after they left their last project and last signed in" in text
    assert "Our rule." in text
    act = organisation.acts.get()
    assert (act.by, act.what) == (administrator, "changed how long things are kept in")
    assert act.note == "People who are in no project: 2 years → 3 years"


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"months": "", "basis": "Why"}, "Write a number."),
        ({"months": "soon", "basis": "Why"}, "Write a whole number, such as 12."),
        ({"months": "-1", "basis": "Why"}, "Write 0 or more."),
        ({"months": "1201", "basis": "Why"}, "Write 1200 or less: that is a hundred years."),
        ({"months": "5", "basis": "Why"}, "Write 6 or more: it cannot be kept for less."),
        ({"months": "12", "basis": ""}, "Write something here."),
    ],
)
def test_mistakes_are_said_in_words(signed_in, administrator, url, said, problem):
    assert problem in signed_in(administrator).post(url, said).text
    assert RetentionClass.objects.count() == 0


def test_what_an_invitation_promises_no_organisation_makes_longer(
    signed_in, administrator, organisation
):
    url = f"/privacy/retention/{organisation.pk}/refusals/change/"
    client = signed_in(administrator)

    assert "Write 1 or less: we have promised it." in client.get(url).text
    long = client.post(url, {"months": "2", "basis": "Our rule."})
    assert "Write 1 or less: we have promised it." in long.text
    assert RetentionClass.objects.count() == 0


@pytest.mark.parametrize("who", ["lead", "involvement", "outsider", "other_involvement"])
def test_nobody_else_changes_it(signed_in, request, project, url, who):
    person = request.getfixturevalue(who)

    assert signed_in(person).post(url, {"months": "1", "basis": "x"}).status_code == 404
    assert RetentionClass.objects.count() == 0


def test_what_is_of_the_whole_installation_only_its_superusers_change(
    signed_in, administrator, organisation
):
    url = f"/privacy/retention/{organisation.pk}/private_reads/change/"
    chief = factories.make_user(is_staff=True, is_superuser=True)
    said = {"months": "36", "basis": "Our rule."}

    assert signed_in(administrator).post(url, said).status_code == 404
    short = signed_in(chief).post(url, said | {"months": "23"})
    assert "Write 24 or more" in short.text
    assert RetentionClass.objects.count() == 0
    signed_in(chief).post(url, said)
    assert RetentionClass.objects.get().months == 36
