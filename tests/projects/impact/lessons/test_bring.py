import pytest

from projects.models import Project
from tests.reading import Page


def test_a_participant_brings_one_for_the_team(signed_in, participant, project, theirs, room):
    lesson = theirs(worked="Cash in an envelope.")
    response = signed_in(participant).post(f"{room}{lesson.pk}/bring/")

    new = project.lessons.get()
    assert response.url == new.get_absolute_url()
    assert (new.text, new.worked, new.stage, new.sharing, new.brought_from, new.came_from) == (
        "Pay on the day.", "Cash in an envelope.", "gather-ideas", "team", lesson, "",
    )  # fmt: skip
    assert project.activity.first().what == "brought from the learning shelf:"
    shown = Page(signed_in(participant).get(room)).text(f"lesson-{new.pk}")
    assert "From another project of our organisation" in shown


def test_the_name_of_a_project_comes_along_when_anyone_may_know_of_it(
    signed_in, lead, project, theirs, room
):
    """Whoever brings it may be in both teams; the others here are not."""
    lesson, public = theirs(), theirs(text="Ring first.")
    lesson.project.memberships.create(user=lead, role="participant", perspective="staff")
    signed_in(lead).post(f"{room}{lesson.pk}/bring/")
    assert project.lessons.get().came_from == ""
    Project.objects.filter(pk=lesson.project_id).update(is_published=True)
    signed_in(lead).post(f"{room}{public.pk}/bring/")

    assert project.lessons.get(text="Ring first.").came_from == "Another project"


def test_pressed_twice_it_is_one(signed_in, participant, project, theirs, room):
    address = f"{room}{theirs().pk}/bring/"

    assert signed_in(participant).post(address).url == signed_in(participant).post(address).url
    assert project.lessons.count() == 1


def test_what_is_brought_stays_when_the_other_team_takes_theirs_away(
    signed_in, participant, other_lead, project, theirs, room
):
    lesson = theirs()
    signed_in(participant).post(f"{room}{lesson.pk}/bring/")
    lesson.take_away(by=other_lead)

    assert project.lessons.get().text == "Pay on the day."


def test_what_is_not_on_the_shelf_cannot_be_brought(signed_in, participant, project, theirs, room):
    lesson = theirs(sharing="team")

    assert signed_in(participant).post(f"{room}{lesson.pk}/bring/").status_code == 404
    assert not project.lessons.exists()


@pytest.mark.parametrize(("who", "status"), [("observer", 403), ("outsider", 404)])
def test_others_may_not(request, signed_in, project, theirs, room, who, status):
    address = f"{room}{theirs().pk}/bring/"

    assert signed_in(request.getfixturevalue(who)).post(address).status_code == status
    assert not project.lessons.exists()
