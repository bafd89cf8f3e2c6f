from projects.impact.models import Lesson
from tests.reading import Page


def test_it_is_honest_when_there_is_nothing(signed_in, participant, observer, outsider, room):
    page = signed_in(participant).get(room).text

    assert ("No lesson is written down yet" in page, room + "new/" in page) == (True, True)
    assert room + "new/" not in signed_in(observer).get(room).text
    assert signed_in(outsider).get(room).status_code == 404


def test_lessons_stand_stage_by_stage(signed_in, observer, lead, project, room):
    for stage in ("", "make-the-change", "big-idea"):
        Lesson.write_down(
            project, by=lead, text=f"In {stage or 'none'}.", stage=stage, worked="Tea.",
            did_not="E-mail.", sharing="shelf",
        )  # fmt: skip
    response = signed_in(observer).get(room)
    page = response.text

    assert page.index("In big-idea.") < page.index("In make-the-change.") < page.index("In none.")
    assert (
        Page(response)
        .text(f"lesson-{project.lessons.first().pk}")
        .startswith(
            "In big-idea. What worked: Tea. What did not work: E-mail. Written down by Asha Lead, "
        )
    )
    assert "On the learning shelf for all teams of our organisation." in page


def test_one_and_three_ask_as_often(signed_in, lead, project, room, queries):
    Lesson.write_down(project, by=lead, text="One.")
    with_one = queries(signed_in(lead), room)
    for text in ("Two.", "Three."):
        Lesson.write_down(project, by=lead, text=text, stage="big-idea")
    assert queries(signed_in(lead), room) == with_one
