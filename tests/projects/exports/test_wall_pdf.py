from io import BytesIO

import pikepdf
import pytest
from django.urls import reverse
from page import validate_pdf_bytes

from projects.checklist.models import Answer, ChecklistItem
from stages.models import Stage
from tests import factories

LONG = "Ask people who use the service, carers and staff what has to stay as it is, and write it up"


@pytest.fixture
def url(project):
    return reverse("exports:wall_pdf", args=[project.pk]) + "?stage=gather-ideas"


def pages_of(data):
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)


def add_items(project, lead, number):
    for count in range(project.checklist.filter(stage="gather-ideas").count(), number):
        ChecklistItem.add(project, "gather-ideas", f"{LONG} {count}.", by=lead)


@pytest.mark.parametrize("number", [5, 14])
def test_it_is_one_page_however_long_the_words_are(signed_in, lead, project, url, number):
    add_items(project, lead, number)

    response = signed_in(lead).get(url)

    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    assert pages_of(response.content) == 1
    name = f'attachment; filename="project-{project.pk}-gather-ideas.pdf"'
    assert response["Content-Disposition"] == name


def test_with_very_many_items_it_takes_more_pages_and_cuts_nothing(
    signed_in, lead, project, url, text_of
):
    add_items(project, lead, 25)

    data = signed_in(lead).get(url).content

    said = text_of(data)
    assert pages_of(data) > 1
    assert [said.count(f"{LONG} {count}.") for count in range(3, 25)] == [1] * 22


def test_each_answer_is_a_sign_and_a_word(signed_in, lead, project, url, text_of):
    first, second, third = project.checklist.filter(stage="gather-ideas")
    first.answer(Answer.DONE, by=lead)
    second.answer(Answer.NOT_NEEDED, by=lead, note="No.")
    third.leave_out(by=lead)
    ChecklistItem.add(project, "gather-ideas", "Our own item", by=lead)

    said = text_of(signed_in(lead).get(url).content)

    assert said == (
        f"A calmer waiting room on {day()} (version {project.activity.count()}) "
        "Stage 5: Gather Ideas What Gather Ideas is for. "
        "Tick To do or talk about Our answer so far "
        "✓ Gather Ideas, item 1 ✓ Done Gather Ideas, item 2 – Not needed "
        "Our own item Not answered Notes "
        "Stage 5: Gather Ideas Page 1 of 1"
    )


def day():
    from django.utils import timezone

    from ui.jinja import day as as_people_write

    return as_people_write(timezone.localdate())


def test_large_print_in_easy_words(signed_in, lead, project, url, text_of):
    data = signed_in(lead).get(url + "&print=large&words=easy").content

    assert validate_pdf_bytes(data, profile="ua1").failures == []
    assert "Gather Ideas in easy words. Tick" in text_of(data)
    assert "Easy item 1 No answer" in text_of(data)


def test_a_stage_that_is_none_of_the_nine_is_not_found(signed_in, lead, project, url):
    room = url.split("?")[0]

    for asked in ["", "?stage=", "?stage=gather", "?stage=" + "x" * 5000]:
        assert signed_in(lead).get(room + asked).status_code == 404


def test_a_tick_makes_it_fresh(signed_in, lead, item, project, url, fill_places):
    browser = signed_in(lead)
    sheet = url.replace("gather-ideas", Stage.BIG_IDEA)
    browser.get(sheet)
    with fill_places():
        assert browser.get(sheet).status_code == 200
        assert browser.get(sheet + "&words=easy").status_code == 503
        item.answer(Answer.DONE, by=lead)
        assert browser.get(sheet).status_code == 503


def test_the_involvement_team_gets_it_and_a_stranger_does_not(
    signed_in, involvement, outsider, organisation, project, url
):
    other = factories.make_user("Someone Else")

    assert signed_in(involvement).get(url).status_code == 200
    assert signed_in(outsider).get(url).status_code == 404
    assert signed_in(other).get(url).status_code == 404
