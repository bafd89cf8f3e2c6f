import pytest


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/status/"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("stopped", "Stopped."),
        ("not_collaborative", "Not collaborative after all."),
        ("complete", "Complete."),
    ],
)
def test_closing_says_why_and_makes_it_read_only(
    status, words, signed_in, lead, participant, project, item, url
):
    signed_in(lead).post(url, {"status": status, "because": "The money went elsewhere."})

    project.refresh_from_db()
    assert (project.status, project.is_closed) == (status, True)
    page = signed_in(participant).get(f"/projects/{project.pk}/checklist/big-idea/").text
    assert words in page
    assert "The money went elsewhere." in page
    assert 'class="tick"' not in page
    answer = f"/projects/{project.pk}/checklist/{item.pk}/answer/"
    assert signed_in(lead).post(answer, {"value": "done"}).status_code == 403


def test_a_paused_project_can_still_be_written_in(signed_in, lead, project, item, url):
    signed_in(lead).post(url, {"status": "paused", "because": "Summer."})
    answer = f"/projects/{project.pk}/checklist/{item.pk}/answer/"

    assert signed_in(lead).post(answer, {"value": "done"}).status_code == 302


def test_a_lead_reopens_it(signed_in, lead, project, url):
    project.turn("stopped", by=lead, because="No money.")
    signed_in(lead).post(url, {"status": "active", "because": "There is money."})

    project.refresh_from_db()
    assert project.status == "active"
    assert [change.because for change in project.status_changes.all()] == [
        "No money.",
        "There is money.",
    ]


def test_a_reason_is_needed(signed_in, lead, project, url):
    assert "Write something here." in signed_in(lead).post(url, {"status": "paused"}).text
    project.refresh_from_db()
    assert project.status == "active"


def test_who_may(signed_in, participant, involvement, outsider, project, url):
    typed = {"status": "stopped", "because": "No."}
    for person, status in ((participant, 403), (involvement, 403), (outsider, 404)):
        assert signed_in(person).post(url, typed).status_code == status
    project.refresh_from_db()
    assert project.status == "active"
