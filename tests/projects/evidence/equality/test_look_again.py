"""Time to look again: at stages 4, 6 and 9, until someone has."""

from datetime import timedelta

import pytest
from django.utils import timezone

from projects.evidence.models import EqualityLook
from projects.evidence.models.equality import reopened_by
from projects.models import Part
from stages.models import Stage

REOPENED = ["understand-whats-around", "make-the-change", "checking-the-impact"]


def move(project, lead, *stages):
    for stage in stages:
        project.move_to(stage, by=lead, because="So.")


@pytest.mark.parametrize("stage", REOPENED)
def test_moving_there_makes_it_time_and_a_look_ends_it(signed_in, lead, project, row, url, stage):
    client = signed_in(lead)
    assert 'id="equality-look-again"' not in client.get(url).text
    move(project, lead, stage)
    assert f"The project has come to “{Stage(stage).label}”.".replace("'", "&#39;") in (
        client.get(url).text
    )

    response = client.post(url + "look-again/", {"note": "The new figures."})

    assert response.url == url
    look = project.equality_looks.get()
    assert (look.note, look.by, look.stage) == ("The new figures.", lead, stage)
    page = client.get(url).text
    assert 'id="equality-look-again"' not in page
    assert "The new figures." in page
    assert project.activity.first().what == "looked again and nothing changed:"


def test_it_stays_time_when_the_project_moves_on_and_a_version_ends_it(lead, project, row, keep):
    move(project, lead, "understand-whats-around", "gather-ideas")
    assert reopened_by(project) == "understand-whats-around"
    keep()
    assert reopened_by(project) is None
    move(project, lead, "make-the-change")
    assert reopened_by(project) == "make-the-change"


def test_the_same_kept_or_looked_at_again_counts_again_after_a_move(lead, project, row, keep):
    move(project, lead, "make-the-change")
    keep()
    EqualityLook.nothing_changed(project, by=lead)
    move(project, lead, "gather-ideas", "make-the-change")
    keep()
    assert (reopened_by(project), project.equality_versions.count()) == (None, 2)
    move(project, lead, "gather-ideas", "make-the-change")
    EqualityLook.nothing_changed(project, by=lead)
    assert (reopened_by(project), project.equality_looks.count()) == (None, 2)


def test_pressed_twice_it_is_one_look(signed_in, lead, project, row, url):
    for _press in range(2):
        signed_in(lead).post(url + "look-again/", {"note": ""})

    assert project.equality_looks.count() == 1


def test_other_stages_make_it_no_time(lead, project, row):
    move(project, lead, "decision-time", "building-the-team", "gather-ideas")

    assert reopened_by(project) is None


@pytest.fixture
def nothing_else(project, lead, participant):
    """What a lead would have to see to before."""
    Part.add(project, by=lead, name="The door", state="open")


def next_of(signed_in, person, project):
    return signed_in(person).get(f"/projects/{project.pk}/").text


def test_it_is_the_leads_next_thing(signed_in, lead, participant, project, url, nothing_else):
    move(project, lead, "understand-whats-around")

    for page in (next_of(signed_in, lead, project), signed_in(lead).get("/projects/").text):
        assert "It is time to look at the equality check." in page
        assert f'href="{url}"' in page
    assert "time to look at the equality" not in signed_in(participant).get("/projects/").text
    signed_in(lead).post(url + "look-again/", {"note": ""})
    assert "It is time to look at the equality check." not in next_of(signed_in, lead, project)


def test_what_is_late_is_the_leads_next_thing_too(signed_in, lead, project, row, nothing_else):
    earlier = timezone.localdate() - timedelta(days=3)
    row.change(by=lead, action="Ask them at the Friday group.", due_on=earlier)

    page = next_of(signed_in, lead, project)
    assert "“Ask them at the Friday group”. Is it done?" in page
    assert f'href="{row.get_absolute_url()}"' in page
    row.finish(by=lead)
    assert "Is it done?" not in next_of(signed_in, lead, project)


@pytest.mark.parametrize(
    ("who", "status"), [("participant", 403), ("observer", 403), ("outsider", 404)]
)
def test_others_may_not(request, signed_in, project, url, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert client.post(url + "look-again/", {"note": ""}).status_code == status
    assert not project.equality_looks.exists()
