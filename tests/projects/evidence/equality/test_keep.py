import pytest

from outbox.models import Message
from projects.evidence.models import CheckedGroup
from tests.reading import Page


def test_a_lead_freezes_the_whole_check(signed_in, lead, project, row, url):
    client = signed_in(lead)
    mark = Page(client.get(url + "keep/")).values["mark"]
    response = client.post(
        url + "keep/", {"why": "first", "note": "With the carers.", "mark": mark}
    )

    kept = project.equality_versions.get()
    assert response.url == kept.get_absolute_url()
    assert (kept.number, kept.why, kept.note, kept.stage) == (
        1, "first", "With the carers.", "big-idea",
    )  # fmt: skip
    assert kept.kept_by == lead
    assert kept.rows == [
        {"row": row.pk, "name": "Carers", "good": "", "harm": "Nobody asked them.", "known": "",
         "action": "", "who": "", "due_on": "", "done_on": ""}
    ]  # fmt: skip
    line = project.activity.first()
    assert (line.what, line.subject, line.note) == (
        "kept the equality check as", "Version 1", "With the carers.",
    )  # fmt: skip


def test_a_kept_version_never_changes(lead, project, row, keep):
    kept = keep()
    row.change(by=lead, harm="They were asked in June.")
    row.take_away(by=lead)

    kept.refresh_from_db()
    assert kept.rows[0]["harm"] == "Nobody asked them."


def test_the_same_kept_twice_is_one_and_another_reason_is_another(project, row, keep):
    keep()
    keep()
    assert project.equality_versions.count() == 1
    keep("deciding")
    assert [one.number for one in project.equality_versions.all()] == [2, 1]


def test_changed_since_the_page_was_opened_it_is_shown_again_first(
    signed_in, lead, participant, project, row, url
):
    client = signed_in(lead)
    mark = Page(client.get(url + "keep/")).values["mark"]
    row.change(by=participant, harm="They were asked in June.")
    typed = {"why": "first", "note": "Mine.", "mark": mark}
    response = client.post(url + "keep/", typed)

    page = Page(response)
    assert response.status_code == 409
    assert not project.equality_versions.exists()
    assert "They were asked in June." in page.text("kept-check")
    assert page.values["note"] == "Mine."
    client.post(url + "keep/", {name: page.values[name] for name in typed})
    assert project.equality_versions.get().rows[0]["harm"] == "They were asked in June."


def test_the_team_is_told_what_is_different(lead, participant, observer, project, row, keep):
    keep()
    row.change(by=lead, harm="They were asked in June.")
    CheckedGroup.add(project, by=lead, name="Age")
    Message.objects.all().delete()
    kept = keep("after", note="Six months later.")

    told = list(Message.objects.all())
    assert {message.to for message in told} == {participant, observer}
    assert {message.text for message in told} == {
        "Why now: After the change.\n\nSix months later.\n\nChanged: Carers\n\nAdded: Age"
    }
    assert {message.url for message in told} == {kept.get_absolute_url()}


def test_a_reason_has_to_be_chosen(signed_in, lead, project, row, keep, url):
    keep()
    page = Page(signed_in(lead).post(url + "keep/", {"why": ""}))

    assert "Choose one." in page.text("id_why-error")
    assert project.equality_versions.count() == 1


def test_there_is_nothing_to_keep_before_it_begins(signed_in, lead, project, url):
    assert signed_in(lead).post(url + "keep/", {"why": "first"}).url == url
    assert not project.equality_versions.exists()


@pytest.mark.parametrize(
    ("who", "status"), [("participant", 403), ("involvement", 403), ("outsider", 404)]
)
def test_others_may_not(request, signed_in, project, row, url, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert client.get(url + "keep/").status_code == status
    assert client.post(url + "keep/", {"why": "first"}).status_code == status
    assert not project.equality_versions.exists()
