import pytest

from privacy.models import LegalHold
from projects.models import Project


@pytest.fixture
def old(make_closed):
    return make_closed("An old project", years=7)


@pytest.fixture
def url(organisation):
    return f"/privacy/retention/{organisation.pk}/closed_projects/"


def test_what_is_ticked_is_destroyed(signed_in, administrator, make_closed, old, url):
    kept = make_closed("Another old one", years=7)
    client = signed_in(administrator)
    text = client.get(url).text
    response = client.post(url, {"row": [old.pk], "sure": "on"})

    assert "An old project" in text
    assert response.url == url
    assert list(Project.objects.all()) == [kept]
    assert "1 was destroyed" in client.get(url).text


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"sure": "on"}, "Tick at least one line."),
        ({"row": "1"}, "Tick this box if you have looked and are sure."),
        ({"row": "999999", "sure": "on"}, "Tick at least one line."),
        ({"row": "x", "sure": "on"}, "Tick at least one line."),
    ],
)
def test_nothing_goes_without_a_line_and_a_tick(signed_in, administrator, old, url, said, problem):
    if said.get("row") == "1":
        said = said | {"row": str(old.pk)}
    text = signed_in(administrator).post(url, said).text

    assert problem in text
    assert Project.objects.filter(pk=old.pk).exists()


def test_what_is_held_is_shown_without_a_box(signed_in, administrator, organisation, old, url):
    LegalHold.begin(organisation, old, by=administrator, why="A court asks.")
    client = signed_in(administrator)
    text = client.get(url).text
    client.post(url, {"row": old.pk, "sure": "on"})

    assert "Kept for a legal reason</span>" in text
    assert f'value="{old.pk}"' not in text
    assert Project.objects.filter(pk=old.pk).exists()


@pytest.mark.parametrize("who", ["lead", "involvement", "outsider", "other_involvement"])
def test_nobody_else_destroys_anything(signed_in, request, project, old, url, who):
    person = request.getfixturevalue(who)

    assert signed_in(person).post(url, {"row": old.pk, "sure": "on"}).status_code == 404
    assert Project.objects.filter(pk=old.pk).exists()


def test_a_kind_or_an_organisation_that_is_not_theirs_is_a_404(
    signed_in, administrator, organisation, other_involvement
):
    elsewhere = other_involvement.oversees.get()
    client = signed_in(administrator)

    assert client.get(f"/privacy/retention/{organisation.pk}/weather/").status_code == 404
    assert client.get(f"/privacy/retention/{elsewhere.pk}/people/").status_code == 404


def test_what_goes_by_itself_has_nothing_to_press(signed_in, administrator, organisation):
    text = signed_in(administrator).get(f"/privacy/retention/{organisation.pk}/sessions/").text

    assert "This goes by itself each day." in text
    assert 'name="sure"' not in text


def test_one_row_and_three_cost_the_same(signed_in, administrator, make_closed, old, url, queries):
    client = signed_in(administrator)
    one = queries(client, url)
    make_closed("Two", years=7)
    make_closed("Three", years=7)

    assert queries(client, url) == one
