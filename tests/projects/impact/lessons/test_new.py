import pytest

from tests.reading import Page


@pytest.fixture
def form(room):
    return room + "new/"


def test_a_participant_writes_one_for_the_team(signed_in, participant, project, form, typed):
    response = signed_in(participant).post(form, typed | {"sharing": "shelf"})

    lesson = project.lessons.get()
    assert response.url == lesson.get_absolute_url()
    assert (lesson.text, lesson.stage, lesson.worked, lesson.did_not, lesson.written_by) == (
        "Ask at night.", "gather-ideas", "Tea at two.", "E-mail.", participant,
    )  # fmt: skip
    assert lesson.sharing == "team"
    line = project.activity.first()
    assert (line.what, line.subject) == ("wrote down what we learned:", "Ask at night.")


def test_a_lead_may_put_it_on_the_shelf(signed_in, lead, project, form, typed):
    signed_in(lead).post(form, typed | {"sharing": "shelf"})

    assert project.lessons.get().is_on_shelf


def test_the_form_begins_with_the_stage_that_the_project_is_in(signed_in, lead, project, form):
    project.move_to("gather-ideas", by=lead, because="So.")

    assert Page(signed_in(lead).get(form)).values["stage"] == "gather-ideas"
    assert Page(signed_in(lead).get(form + "?stage=big-idea")).values["stage"] == "big-idea"


def test_sent_twice_it_is_one(signed_in, lead, project, form, typed):
    for _press in range(2):
        signed_in(lead).post(form, typed)

    assert project.lessons.count() == 1


def test_without_words_it_is_said_next_to_the_field(signed_in, lead, project, form, typed):
    page = Page(signed_in(lead).post(form, typed | {"text": ""}))

    assert page.text("id_text-error").endswith("Write something here.")
    assert page.values["worked"] == "Tea at two."


@pytest.mark.parametrize(
    ("who", "status"), [("observer", 403), ("involvement", 403), ("outsider", 404)]
)
def test_others_may_not(request, signed_in, project, form, typed, who, status):
    assert signed_in(request.getfixturevalue(who)).post(form, typed).status_code == status
    assert not project.lessons.exists()
