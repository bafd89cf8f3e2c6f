import pytest

from outbox.models import Message
from projects.plan.models import Aim
from tests.reading import Page


def test_a_lead_writes_the_aim_and_the_team_hears(
    signed_in, lead, participant, project, url, about_aim
):
    response = signed_in(lead).post(url + "aim/", about_aim)

    aim = project.aims.get()
    assert response.url == url
    assert aim.sentence == (
        "The waiting room is calmer, for people who wait there, half as many complaints, "
        "by June 2027."
    )
    line = project.activity.first()
    assert (line.what, line.subject, line.kind) == ("said the aim:", aim.better, "plan")
    told = Message.objects.get(to=participant)
    assert told.text.startswith("The waiting room is calmer\n\nFor whom: people who wait there")
    assert not told.at_once


def test_another_aim_says_why_and_the_one_before_stays(
    signed_in, lead, participant, project, url, about_aim, aim
):
    client = signed_in(lead)
    page = Page(client.get(url + "aim/"))
    assert page.values["better"] == "Less noise."
    typed = about_aim | {"opened_at": page.values["opened_at"]}
    page = Page(client.post(url + "aim/", typed))
    assert "Write something here." in page.text("id_because-error")
    client.post(url + "aim/", typed | {"because": "People told us so."})

    now, before = project.aims.all()
    assert (now.better, now.because) == ("The waiting room is calmer", "People told us so.")
    assert before.better == "Less noise."
    told = Message.objects.filter(to=participant).latest("pk").text
    assert "Why it is another aim now: People told us so." in told
    assert "It was: Less noise." in told


def test_there_is_room_for_a_sentence_which_is_read_out_on_one_line(
    signed_in, lead, project, url, about_aim
):
    client = signed_in(lead)
    boxes = client.get(url + "aim/").text
    client.post(url + "aim/", about_aim | {"better": "The room is calm,\r\n and light. "})

    assert boxes.count("<textarea") == 3
    assert project.aims.get().better == "The room is calm, and light."


def test_the_same_again_is_no_change(signed_in, lead, project, url, about_aim):
    for _press in range(2):
        signed_in(lead).post(url + "aim/", about_aim)

    assert project.aims.count() == 1
    assert Message.objects.count() == 0


def test_two_people_at_once_both_texts_are_shown(signed_in, lead, project, url, about_aim, aim):
    typed = about_aim | {"opened_at": str(aim.version), "because": "We talked."}
    Aim.say(project, by=lead, better="No noise", for_whom="all", because="x", opened_at=aim.version)
    response = signed_in(lead).post(url + "aim/", typed)

    page = Page(response)
    assert response.status_code == 409
    assert "What you wrote The waiting room is calmer What is there now No noise" in page.text(
        "meanwhile"
    )
    signed_in(lead).post(url + "aim/", {name: page.values[name] for name in typed})
    assert project.aims.newest().better == "The waiting room is calmer"


def test_the_first_aim_of_two_people_at_once(signed_in, lead, project, url, about_aim, aim):
    """The form was opened when there was none, so it could not ask why."""
    response = signed_in(lead).post(url + "aim/", about_aim)

    page = Page(response)
    assert response.status_code in (200, 409)
    assert page.values["better"] == "The waiting room is calmer"
    assert project.aims.count() == 1


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("better", "", "Write something here."),
        ("for_whom", "", "Write something here."),
        ("how_much", "x" * 201, "This is too long: 201 letters."),
        ("by_when_month", "13", "This is not a real date."),
    ],
)
def test_what_is_wrong_is_said_next_to_the_field(
    signed_in, lead, project, url, about_aim, name, value, said
):
    page = Page(signed_in(lead).post(url + "aim/", about_aim | {name: value}))

    assert said in page.text(f"id_{name.removesuffix('_month')}-error")
    assert not project.aims.exists()


@pytest.mark.parametrize(("who", "status"), [("participant", 403), ("outsider", 404)])
def test_others_may_not(request, signed_in, project, url, about_aim, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert client.get(url + "aim/").status_code == status
    assert client.post(url + "aim/", about_aim).status_code == status
    assert not project.aims.exists()


def test_what_is_wrong_is_said_once(signed_in, lead, url, about_aim):
    hostile = "No\x00thing \u202e<script>alert(1)</script>"
    page = Page(signed_in(lead).post(url + "aim/", about_aim | {"better": hostile}))

    said = "There is a sign in this text that nobody can see."
    assert page.text("id_better-error").count(said) == 1
