from datetime import datetime

import pytest
from django.utils import timezone
from freezegun import freeze_time

from projects.models import Part
from tests.factories import make_project
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/whats-open/history/"


@pytest.fixture
def walked(project, lead):
    """A part that came on 1 May, was partly opened on 3 May and went on 5 May 2026."""
    with freeze_time("2026-05-01 12:00"):
        part = Part.add(project, by=lead, name="Opening hours", state="open", level="L-4")
    with freeze_time("2026-05-03 12:00"):
        part.change(by=lead, state="partly", because="The building closes at six.", level="L-2")
    with freeze_time("2026-05-05 12:00"):
        part.take_away(by=lead)
    return part


@pytest.mark.parametrize("who", ["lead", "participant", "observer", "involvement"])
def test_each_day_with_what_changed_in_words(request, signed_in, project, walked, url, who):
    page = Page(signed_in(request.getfixturevalue(who)).get(url))

    days = [id_ for id_ in page.texts if id_.startswith("day-")]
    assert days == ["day-2026-05-05", "day-2026-05-03", "day-2026-05-01"]
    assert page.text("day-2026-05-05").startswith(
        "5 May 2026 “Opening hours” was taken away from the sheet. It was partly open. "
        "Asha Lead, 5 May 2026 at 1pm"
    )
    assert page.text("day-2026-05-03").startswith(
        "3 May 2026 “Opening hours” went from open to partly open. "
        "Because: The building closes at six. "
        "How much say: it was “We design it together”, and is “We ask you”. Asha Lead"
    )
    assert page.text("day-2026-05-01").startswith(
        "1 May 2026 “Opening hours” came to the sheet. It was open. Asha Lead"
    )


def test_smaller_changes_are_said_too(signed_in, project, lead, part, url):
    part.change(
        by=lead, name="The house", because="", by_whom="The board", look_again_on=day(2027, 4, 1)
    )
    part.change(by=lead, by_whom="", look_again_on=None, level="L-1")
    text = signed_in(lead).get(url).text

    for words in (
        "“The house” reads differently. It is still open.",
        "It was called “The building” before.",
        "The reason is not there any more.",
        "Who said so: The board",
        "Look at it again on 1 April 2027.",
        "Nobody is named who said so.",
        "No day to look again.",
        "it was “not agreed yet”, and is “We tell you”.",
    ):
        assert words in text, words


def day(*numbers):
    return datetime(*numbers, tzinfo=timezone.get_current_timezone()).date()


def test_an_empty_history_says_what_will_stand_here(signed_in, lead, url):
    assert "Nothing has been on the sheet yet" in signed_in(lead).get(url).text


def test_fifty_changes_are_on_a_page_and_the_rest_on_the_next(signed_in, lead, project, url):
    for number in range(52):
        Part.add(project, by=lead, name=f"Part {number};", state="open")
    first, second = signed_in(lead).get(url).text, signed_in(lead).get(f"{url}?page=2").text

    assert ("Part 51;" in first, "“Part 1;" in first) == (True, False)
    assert ("Part 51;" in second, "“Part 1;" in second) == (False, True)


def test_one_change_and_three_changes_cost_the_same(signed_in, lead, project, part, url, queries):
    client = signed_in(lead)
    one = queries(client, url)
    part.change(by=lead, state="fixed", level="L-1")
    Part.add(project, by=lead, name="The money", state="fixed")

    assert queries(client, url) == one


def test_only_this_project_s_changes_and_not_for_others(
    signed_in, lead, outsider, other_lead, organisation, part, url
):
    elsewhere = make_project(organisation, by=lead)
    Part.add(elsewhere, by=lead, name="Elsewhere", state="open")

    assert "Elsewhere" not in signed_in(lead).get(url).text
    assert signed_in(outsider).get(url).status_code == 404
    assert signed_in(other_lead).get(url).status_code == 404


def test_scripts_stay_text(signed_in, lead, project, url, scripts):
    texts = {name: text for name, text in scripts.items() if "script" in text}
    part = Part.add(project, by=lead, state="open", **texts)
    part.change(by=lead, state="fixed", **{name: text + "2" for name, text in texts.items()})
    response = signed_in(lead).get(url)

    assert not [script for script in Page(response).scripts if "alert" in script]
