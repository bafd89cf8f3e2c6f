"""What the summary says of stages 2 to 5, on the page and on paper."""

import re
import subprocess
from html import unescape

import pytest
from django.urls import reverse
from page import validate_pdf_bytes

from projects.consents.models import Consent, ConsentUse
from projects.consents.wording import Use
from projects.exports.summary import summary_of
from projects.ideas.models import Theme
from projects.models import Hand, Part
from tests import factories
from tests.projects.exports.filling import (
    decide_together,
    keep_private,
    many_ideas,
    one_of_everything,
)


@pytest.fixture
def url(project):
    return reverse("exports:summary", args=[project.pk])


@pytest.fixture
def pdf_url(project):
    return reverse("exports:summary_pdf", args=[project.pk])


def part_of(response, name):
    """What a reader gets of one section, as one line."""
    html = re.search(rf'<section id="{name}">(.*?)</section>', response.text, re.DOTALL)[1]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def last_lines(data, title):
    """What stands last on each page, above its foot."""
    command = ["/usr/bin/pdftotext", "-raw", "-", "-"]
    text = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
    for page in text.split("\f")[:-1]:
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        yield [line for line in lines if line != title and not FOOT.search(line)][-1]


FOOT = re.compile(r"Page \d+ of \d+$")


def test_each_stage_has_its_section_and_they_come_in_order(signed_in, lead, project, url):
    found = re.findall(r'<section id="([a-z-]+)">', signed_in(lead).get(url).text)

    assert found == [
        "idea", "together", "open", "people", "partnership", "payment", "evidence", "equality",
        "heard", "ideas", "decisions", "plan", "impact", "story", "meetings", "talk",
        "where-it-stands", "checklists", "next", "contact",
    ]  # fmt: skip


def test_it_tells_what_each_room_holds(signed_in, lead, project, organisation, url):
    one_of_everything(project, lead)
    decide_together(project, lead)
    project.say_purpose("To make it calm.", by=lead, was="")
    factories.make_rate(organisation, what="A meeting", amount=25)
    factories.make_offer(project, expenses="Bus fares.", ask="MARKER of the desk")
    project.reword(by=lead, opened_at=project.idea_as_opened(), already_said="It was loud in 2019.")
    page = signed_in(lead).get(url)

    for name, sentence in [
        ("idea", "What people have said about it already It was loud in 2019."),
        ("together", "Part of this is done together: “Part 1”. Decided on"),
        ("together", "Why: There is time for it. What we offer instead: A suggestion box. No serv"),
        ("together", "What was decided before"),
        ("open", "“Part 1” went from open to partly open. Because: The board asked 1."),
        ("people", "What the team is for: To make it calm."),
        ("people", "Nobody is here yet from: Night staff 1."),
        ("people", "Night staff 1 They wait alone. Not in the team yet. Not heard yet. Who could"),
        ("people", "Who could ask them: The union 1 Carers 1 In the team. Not heard yet."),
        ("payment", "A meeting: £25.00 for a meeting Costs we pay: Bus fares."),
        ("evidence", "People’s experience Survey 1 (March 2025) Nobody sleeps 1. Whose voice: Ca"),
        ("evidence", "What is not there yet Nothing yet from staff"),
        ("equality", "Deaf people 1 Possible good: They see signs. Possible harm: They miss cal"),
        (
            "equality",
            "What we will do: Buy a screen. Who does it: The manager. By when: 4 May 2031.",
        ),
        ("equality", "It never says that a law has been met"),
        (
            "impact",
            "Complaints 1 We expect: 2 Numbers over time: Complaints 1 2 numbers from 2025 to",
        ),
        (
            "impact",
            "at least ten. Before the change: 43 (2025) Later: 12 (2026) Stories",
        ),
        ("impact", "A carer’s story, April 2026 (In the person's own words) A long night 1, for p"),
        ("heard", "So far: 12 people. Met in a session: 12 people"),
        ("heard", "Not reached yet: Night staff 1; Carers 1 What we ask everyone"),
        ("heard", "Older people 1 (March 2026) Where: The lunch club. How many: 12 people. How: O"),
        ("heard", "It is cold. It is dark. 1 idea was written down."),
        ("ideas", "1 idea was given. Not used: 1."),
        ("ideas", "Noise 1 (1 idea) What is loud. “Softer doors number 1.” (Older people 1) We do"),
        ("ideas", "We do not use it. Why: Fire rules forbid it 1. The decision about it: Which do"),
        ("decisions", "The ideas that it answers: “Softer doors number 1.” (Older people 1)"),
    ]:
        assert sentence in part_of(page, name), (name, sentence)
    for hidden in ("Asha", "A long night 1, for team.", "MARKER"):
        assert hidden not in page.text.split('id="summary"')[1].split("</main>")[0]
    assert "Heard so far: 12 people. 1 idea was given." in page.text


def test_the_words_are_easier_for_who_chose_that(signed_in, lead, project, url):
    one_of_everything(project, lead)
    page = signed_in(lead).get(url + "?words=easy")

    assert "No. We do not do this." in part_of(page, "ideas")


def test_what_came_to_the_sheet_on_its_first_day_is_no_change(signed_in, lead, project, url):
    Part.add(project, by=lead, name="The colours", state="open")

    assert "Nothing has changed since." in part_of(signed_in(lead).get(url), "open")


def test_fewer_than_five_people_are_never_a_number(signed_in, lead, project, url):
    factories.make_session(project, community="Night staff", how_many=3)
    said = part_of(signed_in(lead).get(url), "heard")

    assert "So far: fewer than 5 people." in said
    assert "How many: fewer than 5 people." in said
    assert "3" not in said


def test_a_members_idea_stands_in_their_words_only_with_their_consent(
    signed_in, lead, participant, project, url, pdf_url
):
    idea = factories.make_idea(project, "A quiet corner.", by=participant)
    decision = factories.make_decision(project, ideas=[idea])
    browser, ben = signed_in(lead), project.memberships.get(user=participant)
    page = browser.get(url)
    assert "An idea whose words we do not print (From the team)" in part_of(page, "ideas")
    assert f'id="behind-{decision.pk}"' in page.text
    assert "A quiet corner." not in page.text.split('id="summary"')[1]

    Consent.give(ben, Use.WORDS, by=participant)
    page = browser.get(url)
    for name in ("ideas", "decisions"):
        assert "“A quiet corner.” (From the team)" in part_of(page, name)
        assert "Ben" not in part_of(page, name)
    assert ConsentUse.objects.count() == 0
    browser.get(pdf_url)
    [use] = ConsentUse.objects.all()
    assert (use.consent.membership, use.consent.use) == (ben, Use.WORDS)


def test_a_groups_words_stand_there_and_are_no_use_of_the_members(
    lead, participant, project, observer
):
    Consent.give(project.memberships.get(user=participant), Use.WORDS, by=participant)
    hand = Hand.record_group(project, by=lead, group="The Friday club", people=12)
    with hand.writing():
        factories.make_idea(project, "A ramp.", by=participant)
    said = summary_of(project)

    [(_none, told)] = said["ideas"].themes
    assert [(one.text, one.came_from) for one in told.rows] == [
        ("A ramp.", "The Friday club, 12 people")
    ]
    assert said["quoted"] == []


def test_a_decision_for_named_people_only_is_not_named_beside_an_idea(
    signed_in, lead, project, url
):
    one_of_everything(project, lead)
    keep_private(project.decisions.get())
    page = signed_in(lead).get(url)

    assert "Softer doors" in part_of(page, "ideas")
    assert "Which doors" not in page.text


def test_what_is_long_is_cut_and_counted(signed_in, lead, project, url):
    for number in range(14):
        theme = Theme.add(project, by=lead, name=f"Theme {number}.")
        many_ideas(project, theme, 20 if number == 0 else 1)
    factories.make_decision(project, ideas=list(project.ideas.all()[:7]))
    for number in range(9):
        factories.make_session(project, met=f"2026-0{number + 1}", community=f"Group {number}.")
        factories.make_source(project)
    page = signed_in(lead).get(url)

    ideas = part_of(page, "ideas")
    assert "33 ideas were given." in ideas
    assert "Theme 0. (20 ideas)" in ideas
    assert "These are 8 of 20. The others are on the project's own pages." in ideas
    assert ideas.count("(Walkers)") == 8 + 11
    assert ideas.endswith("Theme 12.: 1 idea Theme 13.: 1 idea")
    assert "These are 5 of 7." in part_of(page, "decisions")
    assert "These are 8 of 9." in part_of(page, "heard")
    assert "Group 0." not in part_of(page, "heard")
    assert "These are 6 of 9." in part_of(page, "evidence")


def test_three_of_everything_cost_as_much_as_one(
    signed_in, lead, project, organisation, url, queries
):
    def one_more(number):
        one_of_everything(project, lead, number)
        factories.make_rate(organisation)
        member = factories.make_member(project)
        Consent.give(member, Use.WORDS, by=member.user)
        factories.make_idea(project, by=member.user)
        hand = Hand.record_group(project, by=lead, group=f"Club {number}", people=12)
        with hand.writing():
            factories.make_idea(project, by=lead)

    factories.make_offer(project)
    decide_together(project, lead)
    one_more(1)
    for_one = queries(signed_in(lead), url)
    one_more(2)
    one_more(3)
    decide_together(project, lead)
    assert queries(signed_in(lead), url) == for_one


def test_the_paper_is_tagged_without_a_fault_and_no_page_ends_with_a_heading(
    signed_in, lead, project, organisation, pdf_url
):
    for number in range(1, 4):
        one_of_everything(project, lead, number)
    decide_together(project, lead)
    factories.make_rate(organisation)
    factories.make_offer(project, expenses="Bus fares.")
    browser = signed_in(lead)
    page = browser.get(reverse("exports:summary", args=[project.pk]))
    headings = re.findall(r"<h[2-4][^>]*>(.*?)</h[2-4]>", page.text, re.DOTALL)
    headings = {" ".join(unescape(heading).split()) for heading in headings}

    for address in (pdf_url, pdf_url + "?print=large"):
        data = browser.get(address).content
        assert validate_pdf_bytes(data, profile="ua1").failures == []
        assert [line for line in last_lines(data, project.title) if line in headings] == []


def test_the_paper_is_drawn_anew_when_what_has_no_version_changes(
    signed_in, lead, project, organisation, pdf_url, fill_places
):
    factories.make_offer(project)
    first, second = factories.make_group(project), factories.make_group(project)
    browser = signed_in(lead)

    def is_kept():
        with fill_places():
            return browser.get(pdf_url).status_code == 200

    browser.get(pdf_url)
    assert is_kept()
    factories.make_rate(organisation)
    assert not is_kept()
    browser.get(pdf_url)
    second.put_before(first)
    assert not is_kept()
