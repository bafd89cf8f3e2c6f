from tests import factories
from tests.reading import Page


def address_of(project):
    return f"/projects/{project.pk}/conversation/meetings/"


def test_empty_it_says_what_belongs_here(signed_in, lead, participant, project):
    page = Page(signed_in(lead).get(address_of(project)))

    assert "No meetings yet" in page.text("project-content")
    assert "Plan a meeting" in page.text("project-content")
    assert "Plan a meeting" not in signed_in(participant).get(address_of(project)).text


def test_what_is_to_come_stands_before_what_was(signed_in, observer, project, meeting, closed):
    off = factories.make_meeting(project, what_for="Not this one", days=3)
    off.call_off(by=project.started_by, because="Snow.")
    page = Page(signed_in(observer).get(address_of(project)))
    said = page.text("project-content")

    assert "Planned" in page.text(f"meeting-{meeting.pk}")
    assert "The library, room 2" in page.text(f"meeting-{meeting.pk}")
    assert "Closed, with a summary" in page.text(f"meeting-{closed.pk}")
    assert "Called off" in page.text(f"meeting-{off.pk}")
    assert said.index("To come") < said.index(meeting.what_for) < said.index("Earlier meetings")


def test_a_meeting_that_is_over_waits_for_its_summary(signed_in, lead, project):
    meeting = factories.make_meeting(project, days=-1)
    page = Page(signed_in(lead).get(address_of(project)))

    assert "Its summary is still to come" in page.text(f"meeting-{meeting.pk}")


def test_outsiders_find_nothing(signed_in, outsider, project, meeting):
    assert signed_in(outsider).get(address_of(project)).status_code == 404


def test_one_meeting_costs_as_many_queries_as_three(signed_in, lead, project, queries):
    client, address = signed_in(lead), address_of(project)
    factories.make_meeting(project)
    factories.make_meeting(project, days=-5)
    one = queries(client, address)
    for days in (-4, -3, 8, 9):
        factories.make_meeting(project, days=days)

    assert queries(client, address) == one
