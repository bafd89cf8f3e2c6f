from datetime import date
from io import BytesIO

import pikepdf
import pytest
from django.utils import timezone
from page import validate_pdf_bytes

from projects.models import Part
from ui.jinja import day

LONG = "People told us that it takes too long, and that nobody explains to them what happens next."


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/whats-open/sheet.pdf"


def pages_of(data):
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)


def test_all_that_the_sheet_says_with_day_and_version(
    signed_in, participant, lead, project, url, text_of
):
    Part.add(project, by=lead, name="The colours", state="open", level="L-4", because="It matters.")
    Part.add(
        project, by=lead, name="The money", state="fixed", by_whom="The board",
        look_again_on=date(2999, 4, 1),
    )  # fmt: skip
    response = signed_in(participant).get(url)

    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    assert text_of(response.content) == (
        f"A calmer waiting room on {day(timezone.localdate())} (version {project.version}) "
        "What is open? What people can still shape, and what is settled already. "
        "○ Open People can shape these parts. "
        "The colours It matters. How much say: We design it together "
        "◐ Partly open Nothing. "
        "■ Fixed These parts are settled. The money We do not have the reason yet. "
        "Who said so: The board Look at it again: 1 April 2999 "
        "What is open? Page 1 of 1"
    )
    name = f'attachment; filename="project-{project.pk}-what-is-open.pdf"'
    assert response["Content-Disposition"] == name


@pytest.mark.parametrize("number", [3, 12])
def test_it_is_one_page_with_as_many_parts_as_people_write(signed_in, lead, project, url, number):
    for count in range(number):
        state = Part.State.values[count % 3]
        Part.add(project, by=lead, name=f"Part {count}", state=state, because=LONG, level="L-2")

    assert pages_of(signed_in(lead).get(url).content) == 1


def test_large_print_and_easy_words(signed_in, lead, part, url, text_of):
    data = signed_in(lead).get(f"{url}?print=large&words=easy").content

    assert validate_pdf_bytes(data, profile="ua1").failures == []
    assert "You can help to change this. The building It is empty." in text_of(data)


def test_an_empty_sheet_is_a_page_too(signed_in, lead, url, text_of):
    assert "○ Open Nothing. ◐ Partly open Nothing. ■ Fixed Nothing." in text_of(
        signed_in(lead).get(url).content
    )


def test_others_do_not_find_it(signed_in, outsider, other_lead, url):
    assert signed_in(outsider).get(url).status_code == 404
    assert signed_in(other_lead).get(url).status_code == 404


def test_a_change_makes_it_fresh(signed_in, lead, part, url, fill_places):
    client = signed_in(lead)
    client.get(url)
    with fill_places():
        assert client.get(url).status_code == 200
        part.change(by=lead, because="It is sold.")
        assert client.get(url).status_code == 503
