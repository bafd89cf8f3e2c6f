from datetime import timedelta

from django.utils import timezone

from projects.conversation.models import Rhythm
from tests.factories import make_update


def test_what_the_team_agreed_is_a_recorded_act(signed_in, lead, project, room):
    response = signed_in(lead).post(f"{room}rhythm/", {"weeks": "2", "because": "It is busy."})
    project.refresh_from_db()

    assert response.url == room
    assert project.rhythm_days == 14
    assert project.update_due_on == timezone.localdate() + timedelta(days=14)
    line = project.activity.latest("pk")
    assert (line.what, line.subject, line.kind, line.note) == (
        "wrote down how often people hear from the team:", "every 2 weeks", "talk", "It is busy.",
    )  # fmt: skip


def test_pressed_twice_it_is_agreed_once_and_an_earlier_one_stays(signed_in, lead, project, room):
    for weeks in ("2", "2", "6"):
        signed_in(lead).post(f"{room}rhythm/", {"weeks": weeks, "because": ""})

    assert [rhythm.weeks for rhythm in project.rhythms.all()] == [6, 2]
    page = signed_in(lead).get(f"{room}rhythm/").text
    assert "every 6 weeks" in page
    assert "every 2 weeks" in page


def test_the_next_update_is_due_a_rhythm_after_the_last(lead, project):
    Rhythm.agree(project, by=lead, weeks=1)
    project.rhythms.update(agreed_on=timezone.localdate() - timedelta(days=20))
    make_update(project)
    project.refresh_from_db()

    assert project.last_told_on == timezone.localdate()
    assert project.update_due_on == timezone.localdate() + timedelta(days=7)


def test_a_rhythm_that_is_none_is_not_saved(signed_in, lead, project, room):
    page = signed_in(lead).post(f"{room}rhythm/", {"weeks": "500"})

    assert "Choose one of these." in page.text
    assert not project.rhythms.exists()


def test_only_leads_write_it_down(signed_in, lead, participant, project, room):
    assert signed_in(participant).get(f"{room}rhythm/").status_code == 403
    project.turn("complete", by=lead, because="Done.")
    assert signed_in(lead).post(f"{room}rhythm/", {"weeks": "2"}).status_code == 403
