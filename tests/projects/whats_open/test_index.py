from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from projects.models import Part
from tests.factories import make_project
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/whats-open/"


def parts_on(response):
    return [id_ for id_ in Page(response).texts if id_.startswith("part-")]


@pytest.mark.parametrize("who", ["lead", "participant", "observer", "involvement"])
def test_the_sheet_shows_each_part_with_all_that_is_said_of_it(
    request, signed_in, project, lead, url, who
):
    fixed = Part.add(
        project,
        by=lead,
        name="The money",
        state="fixed",
        level="L-1",
        by_whom="The trust board",
        because="It is this year's budget.",
        look_again_on=date(2999, 4, 1),
    )
    bare = Part.add(project, by=lead, name="The colours", state="open")
    page = Page(signed_in(request.getfixturevalue(who)).get(url))

    links = " Change The money Take away The money" if who == "lead" else ""
    links += " Earlier words for The money"
    assert page.text(f"part-{fixed.pk}") == (
        f"The money It is this year's budget.{links} How much say We tell you "
        "Who said so The trust board Look at it again 1 April 2999"
    )
    links = " Change The colours Take away The colours" if who == "lead" else ""
    links += " Earlier words for The colours"
    assert page.text(f"part-{bare.pk}") == (f"The colours Nobody has written down why yet.{links}")


def test_open_first_then_partly_then_fixed(signed_in, lead, project, url):
    names = [("A", "fixed"), ("B", "partly"), ("C", "open"), ("D", "fixed"), ("E", "open")]
    made = {name: Part.add(project, by=lead, name=name, state=state) for name, state in names}
    response = signed_in(lead).get(url)

    assert parts_on(response) == [f"part-{made[name].pk}" for name in "CEBAD"]
    headings = ["group-open", "group-partly", "group-fixed"]
    assert [Page(response).text(id_) for id_ in headings] == ["Open", "Partly open", "Fixed"]


def test_what_is_fixed_without_a_reason_is_said_to_a_lead(
    signed_in, lead, participant, project, url
):
    part = Part.add(project, by=lead, name="The money", state="fixed")
    page = Page(signed_in(lead).get(url))

    assert page.text("bare") == (
        "People will ask why This is fixed, and the reason is not written down yet: The money"
    )
    assert "bare" not in Page(signed_in(participant).get(url)).texts
    part.change(by=lead, because="A law says so.")
    assert "bare" not in Page(signed_in(lead).get(url)).texts


def test_a_state_without_parts_has_no_heading_but_is_counted(signed_in, lead, part, url):
    response = signed_in(lead).get(url)

    headings = [id_ for id_ in Page(response).texts if id_.startswith("group-")]
    assert headings == ["group-open"]
    assert "<strong>1</strong> Open" in response.text
    assert "<strong>0</strong> Fixed" in response.text


@pytest.mark.parametrize(
    ("days", "said"), [(-1, True), (0, True), (1, False)], ids=["past", "today", "tomorrow"]
)
def test_a_day_to_look_again_is_mentioned_when_it_has_come(
    signed_in, lead, project, url, days, said
):
    day = localdate() + timedelta(days=days)
    Part.add(project, by=lead, name="The money", state="fixed", look_again_on=day)

    assert ("It is time to look again" in signed_in(lead).get(url).text) == said


def test_easy_wording(signed_in, participant, lead, project, url):
    project.edition.levels.create(
        key="L-1",
        position=1,
        name="We tell you",
        meaning="You get honest information.",
        who_decides="",
        easy="We say what is happening.",
    )
    Part.add(project, by=lead, name="The money", state="fixed", level="L-1")
    words = [
        "These parts are settled.",
        "You get honest information.",
        "This will not change.",
        "We say what is happening.",
    ]
    plain = signed_in(participant).get(url).text
    participant.change(wording="easy")
    easy = signed_in(participant).get(url).text

    assert [word in plain for word in words] == [True, True, False, False]
    assert [word in easy for word in words] == [False, False, True, True]


def test_what_was_decided_before_is_on_the_sheet(signed_in, observer, lead, organisation):
    project = make_project(
        organisation, by=lead, already_decided="The lease ends in May.\n<script>alert(1)</script>"
    )
    response = signed_in(lead).get(f"/projects/{project.pk}/whats-open/")

    assert Page(response).text("already-decided") == (
        "What was decided before this project began "
        "The lease ends in May. <script>alert(1)</script>"
    )
    assert not [script for script in Page(response).scripts if "alert" in script]


@pytest.mark.parametrize(
    ("who", "begin", "may_add"),
    [
        ("lead", "Begin with one thing that is fixed", True),
        ("participant", "A project lead can write on it.", False),
        ("involvement", "A project lead can write on it.", False),
    ],
)
def test_an_empty_sheet_says_why_it_matters_and_how_to_begin(
    request, signed_in, url, who, begin, may_add
):
    response = signed_in(request.getfixturevalue(who)).get(url)

    assert "People lose trust when they are asked about things" in response.text
    assert begin in response.text
    assert ("whats-open/new/" in response.text) == may_add


def test_a_closed_project_is_read_only(signed_in, lead, project, part, url):
    project.turn("complete", by=lead, because="Done")
    response = signed_in(lead).get(url)

    assert parts_on(response) == [f"part-{part.pk}"]
    addresses = ["new", *(f"{part.pk}/{word}" for word in ("change", "take-away", "move"))]
    assert not [address for address in addresses if f"whats-open/{address}/" in response.text]


def test_nobody_else_sees_it(signed_in, outsider, other_lead, client, url):
    assert signed_in(outsider).get(url).status_code == 404
    assert signed_in(other_lead).get(url).status_code == 404
    assert client.get(url).status_code == 302


def test_only_this_project_s_parts(signed_in, lead, project, part, url):
    other = make_project(project.organisation, by=lead)
    Part.add(other, by=lead, name="Elsewhere", state="open")

    assert parts_on(signed_in(lead).get(url)) == [f"part-{part.pk}"]


def test_scripts_stay_text(signed_in, lead, project, url, scripts):
    texts = {name: text for name, text in scripts.items() if "script" in text}
    Part.add(project, by=lead, state="open", **texts)
    response = signed_in(lead).get(url)

    assert not [script for script in Page(response).scripts if "alert" in script]
    shown = [name for name in texts if f"&lt;script&gt;alert(&#39;{name}&#39;" in response.text]
    assert shown == list(texts)


def test_one_part_and_three_parts_cost_the_same(
    signed_in, lead, project, part, url, django_assert_num_queries
):
    client = signed_in(lead)
    with CaptureQueriesContext(connection) as with_one:
        client.get(url)
    Part.add(project, by=lead, name="The money", state="fixed", level="L-1")
    Part.add(project, by=lead, name="The colours", state="partly", level="L-2")
    with django_assert_num_queries(len(with_one)):
        assert len(parts_on(client.get(url))) == 3
