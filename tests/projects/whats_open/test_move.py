import pytest

from projects.models import Part, ProjectClosed
from tests.factories import make_project
from tests.reading import Page


@pytest.fixture
def three(project, lead):
    made = [Part.add(project, by=lead, name=name, state="open") for name in "ABC"]
    Part.add(project, by=lead, name="D", state="fixed", because="The law.")
    return made


def order_of(project):
    return "".join(part.name for part in project.parts.all())


def url_of(part):
    return f"/projects/{part.project_id}/whats-open/{part.pk}/move/"


def test_up_and_down_by_what_the_buttons_send(signed_in, lead, project, three):
    client, (first, second, third) = signed_in(lead), three
    index = f"/projects/{project.pk}/whats-open/"
    text = client.get(index).text
    assert text.count(">Up<") == text.count(">Down<") == 2

    response = client.post(url_of(third), {"before": second.pk})
    assert response.url == third.get_absolute_url()
    assert order_of(project) == "ACBD"
    client.post(url_of(first), {"after": third.pk})
    assert order_of(project) == "CABD"
    assert "“A” has moved." in client.get(index).text


def test_pressed_twice_it_moves_once(signed_in, lead, project, three):
    client, (_first, second, third) = signed_in(lead), three
    client.post(url_of(third), {"before": second.pk})
    lines = project.activity.count()
    client.post(url_of(third), {"before": second.pk})

    assert order_of(project) == "ACBD"
    assert project.activity.count() == lines
    line = project.activity.first()
    assert (line.what, line.subject) == ("moved on “What is open?”:", "C")


def test_the_history_does_not_grow_and_a_form_about_it_stays_good(lead, project, three):
    first, second, _third = three
    versions, opened_at = project.part_versions.count(), second.version
    second.put(by=lead, before=first)

    assert project.part_versions.count() == versions
    second.change(by=lead, opened_at=opened_at, name="Bee")
    assert order_of(project) == "BeeACD"


@pytest.mark.parametrize("sent", [{}, {"before": ""}, {"before": "x"}, {"after": "999999"}])
def test_without_a_place_nothing_moves(signed_in, lead, project, three, sent):
    response = signed_in(lead).post(url_of(three[0]), sent)

    assert response.url == three[0].get_absolute_url()
    assert order_of(project) == "ABCD"


def test_next_to_itself_or_to_another_project_s_part_nothing_moves(
    signed_in, lead, organisation, project, three
):
    elsewhere = Part.add(make_project(organisation, by=lead), by=lead, name="E", state="open")
    client = signed_in(lead)

    client.post(url_of(three[0]), {"after": three[0].pk})
    client.post(url_of(three[0]), {"after": elsewhere.pk})
    assert order_of(project) == "ABCD"


def test_what_is_gone_leads_to_the_sheet(signed_in, lead, project, three):
    address = url_of(three[0])
    three[0].take_away(by=lead)
    response = signed_in(lead).post(address, {"after": three[1].pk}, follow=True)

    assert "That part has been taken away already." in response.text


@pytest.mark.parametrize(
    ("who", "status"), [("participant", 403), ("observer", 403), ("outsider", 404)]
)
def test_others_may_not(request, signed_in, project, three, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert client.post(url_of(three[0]), {"after": three[1].pk}).status_code == status
    assert order_of(project) == "ABCD"


def test_a_closed_project_keeps_its_order(lead, project, three):
    project.turn("complete", by=lead, because="Done")
    with pytest.raises(ProjectClosed):
        three[0].put(by=lead, after=three[1])


def test_only_a_press_moves(signed_in, lead, three):
    assert signed_in(lead).get(url_of(three[0])).status_code == 405


def test_the_buttons_say_which_part(signed_in, lead, project, three):
    response = signed_in(lead).get(f"/projects/{project.pk}/whats-open/")
    words = Page(response).text(f"part-{three[1].pk}")

    assert "Up B" in words
    assert "Down B" in words
