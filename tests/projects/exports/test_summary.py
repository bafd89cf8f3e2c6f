import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from projects.checklist.models import Answer, ChecklistItem
from projects.consents.models import Consent
from projects.consents.wording import Use
from projects.exports.summary import summary_of
from projects.models import Hand, Membership, Part, Project, Support
from tests import factories


@pytest.fixture
def url(project):
    return reverse("exports:summary", args=[project.pk])


def html_of(response):
    """The summary itself, without the page around it."""
    return response.content.decode().split('id="summary"')[1].split("</main>")[0]


def text_of(response):
    """What a reader gets of the summary, as one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html_of(response))).split())


def headings_of(response):
    found = re.findall(r"<h([1-6])[^>]*>(.*?)</h\1>", response.content.decode(), re.DOTALL)
    return [(int(level), unescape(text)) for level, text in found]


EMPTY = [
    (1, "Summary"),
    (2, "In short"),
    (2, "The idea"),
    (3, "Where it came from"),
    (3, "The problem"),
    (3, "Who this could affect"),
    (3, "What is already decided"),
    (2, "Can this be done together?"),
    (2, "What is open?"),
    (3, "Open"),
    (3, "Partly open"),
    (3, "Fixed"),
    (2, "Who was involved"),
    (2, "How the team works together"),
    (2, "Payment and costs"),
    (2, "What we found out"),
    (2, "Equality check"),
    (2, "Who was heard, and who was not"),
    (2, "Ideas, and what became of them"),
    (2, "Decisions"),
    (2, "The plan"),
    (2, "What difference it makes"),
    (2, "You said, we did"),
    (2, "Meetings of the team"),
    (2, "Updates, questions and answers"),
    (2, "Where the project stands"),
    (2, "The checklists"),
    (3, "What rests on law or a standard"),
    (4, "The Big Idea"),
    (4, "Decision Time"),
    (4, "Building the Team"),
    (4, "Understand What's Around"),
    (4, "Gather Ideas"),
    (4, "Make the Change"),
    (4, "The Collaborative Partnership"),
    (4, "Keep the Conversation Going"),
    (4, "Checking the Impact"),
    (2, "What is next"),
    (3, "To do in this step: The Big Idea"),
    (2, "How to get in touch"),
]


def test_a_new_project_has_every_heading_in_order_and_says_what_is_missing(signed_in, lead, url):
    response = signed_in(lead).get(url)

    on_page = [heading for heading in headings_of(response) if heading[1] not in FOOTER]
    assert on_page == EMPTY
    assert text_of(response).count("Nobody has written this down yet.") == 3
    for sentence in [
        "Can this be done together? The team has not decided this yet. What is open?",
        "Payment and costs Nobody has written down yet what people are offered",
        "What we found out Nothing has been written down here yet. Equality check",
        "How the team works together Nobody has written down yet how the team wants to work",
        "Equality check The equality check has not begun yet. Who was heard",
        "What difference it makes Nobody has written down yet what is measured.",
        "Who was heard, and who was not Nobody has been heard yet. Ideas",
        "Ideas, and what became of them No idea has been given yet. Decisions",
        "No decision has been recorded yet. The plan Nobody has written down the aim yet.",
        "Nobody has said anything yet, so there is nothing to answer. Meetings of the team",
        "Meetings of the team No meeting has a summary yet. Updates",
        "No question has been answered here yet. Where the project stands",
    ]:
        assert sentence in text_of(response), sentence


FOOTER = {"Ask us", "Make this easier to read", "Help if you are upset or worried"}


def test_it_tells_a_person_who_was_not_there_everything(signed_in, lead, full, url):
    said = text_of(signed_in(lead).get(url))

    for sentence in [
        "Step 5 of 7: Gather Ideas.",
        "The idea Make the waiting room calmer. Where it came from A team",
        "The problem It is loud. Who this could affect Everyone who waits.",
        "What is already decided The clinic stays here.",
        "Open The colours It matters. How much say people have: We design it together",
        "Partly open Nothing is written down here. Fixed The budget Set. Who said so: The board.",
        "In the team now: fewer than 5 each of service users and members of staff.",
        "Moved on to Decision Time The idea is clear. Asked first: a person with lived experience.",
        "Skipped ahead to Gather Ideas We know the evidence. "
        "Steps passed over: Building the Team, Understand What's Around",
        "Paused Repairs in August.",
        "Active The repairs are done.",
        "1 of 26 things are done. "
        "The others: 1 partly, 24 with no answer, 1 not needed and 1 left out.",
        "What the team left out, and why Gather Ideas, item 2 Another team does it. "
        "This rests on law or a standard.",
        "What is not needed here, and why The Big Idea, item 2 The law does not ask it here.",
        "To do in this step: Gather Ideas Gather Ideas, item 1 Partly Gather Ideas, item 3 "
        "Not answered Ask at the bus stop Not answered",
        "With a date By 3 May 2030: Gather Ideas, item 3 How to get in touch",
        "Who it was for: The team, and everyone who follows this project. Come and look.",
        "How to get in touch Ask at the desk.",
    ]:
        assert sentence in said, sentence


def test_a_replaced_decision_says_what_holds_now_and_proposals_stand_apart(
    signed_in, lead, full, url
):
    decisions = text_of(signed_in(lead).get(url)).split("No decision")[0]

    assert (
        "Which paint? Decided: White. Why: It is lighter. When: not written down. "
        "It replaces: Which colours?" in decisions
    )
    assert (
        "Which colours? Replaced It does not hold any more. Read instead: Which paint? "
        "Decided: Green. Why: It helps people. Who did not agree, and why: One liked blue."
        in decisions
    )
    assert "Proposed, and not decided yet Saturdays? Yes. It helps people." in decisions


def test_a_decision_for_named_people_only_is_on_no_paper(lead, project):
    factories.make_decision(project, question="Shown?", sharing="team")
    factories.make_decision(project, question="Hidden?", sharing="private")

    shown = summary_of(project)

    assert [decision.question for decision in shown["decisions"]] == ["Shown?"]


def test_only_those_who_agreed_are_named(signed_in, lead, participant, observer, project, url):
    ben = project.memberships.get(user=participant)
    assert "Ben" not in html_of(signed_in(lead).get(url))

    Consent.give(ben, Use.NAME, by=participant)

    said = text_of(signed_in(lead).get(url))
    assert "These people agreed to be named here: Ben Participant." in said
    assert ("Asha" in said, "Olu" in said) == (False, False)


def test_what_someone_wrote_is_quoted_with_their_consent_only(
    signed_in, lead, participant, project, item, url
):
    ben = project.memberships.get(user=participant)
    item.answer(Answer.PARTLY, by=lead, note="Nearly there.")
    item.see_differently(by=participant, note="Nobody asked us.")
    assert "Nobody asked us." not in html_of(signed_in(lead).get(url))

    Consent.give(ben, Use.WORDS, by=participant)
    said = text_of(signed_in(lead).get(url))
    assert ("Nobody asked us." in said, "Ben" in said) == (True, False)

    Consent.give(ben, Use.NAME, by=participant)
    assert "Nobody asked us. Ben Participant" in text_of(signed_in(lead).get(url))

    ben.leave(by=participant)
    assert "Ben" not in text_of(signed_in(lead).get(url))
    Consent.withdraw(ben, Use.WORDS, by=participant)
    assert "Nobody asked us." not in text_of(signed_in(lead).get(url))


def test_those_who_left_count_as_earlier_and_are_not_named(lead, project):
    gone = factories.make_member(project, "participant", "carer", name_in_summary=True)
    gone.leave(by=lead)
    back = factories.make_member(project, "participant", "partner")
    back.leave(by=lead)
    Membership.join(project, back.user, "participant", "service_user", by=lead)

    shown = summary_of(project)

    assert shown["team"] == "fewer than 5 each of service users and members of staff"
    assert (shown["earlier"], shown["names"]) == ("fewer than 5 carers", [])


def test_small_numbers_of_people_stay_unsaid_because_it_may_leave_the_team(
    signed_in, lead, project, url
):
    for _number in range(5):
        factories.make_member(project, "participant", "carer")
    for _number in range(4):
        factories.make_member(project, "participant", "partner").leave(by=lead)

    said = text_of(signed_in(lead).get(url))

    assert said.count("5 carers; fewer than 5 members of staff") == 2
    assert "In the team earlier: fewer than 5 partners." in said


@pytest.mark.parametrize(
    ("perspectives", "sentence"),
    [
        (["service_user"], "People with lived experience see this differently."),
        (["carer", "service_user"], "People with lived experience see this differently."),
        (["staff"], "Staff see this differently."),
        (["partner"], "Not everyone sees it this way."),
        (
            ["carer", "staff"],
            "People with lived experience and staff see this differently from the group's answer.",
        ),
    ],
)
def test_a_different_view_is_told_in_words_without_number_name_or_note(
    signed_in, lead, project, item, url, perspectives, sentence
):
    for perspective in perspectives:
        member = factories.make_member(project, "participant", perspective)
        item.see_differently(by=member.user, note="MARKER")

    response = signed_in(lead).get(url)

    part = text_of(response).split("Where people see things differently ")[1]
    part = part.split(" What is next")[0]
    assert part == (
        "These are worth talking about. It is not a vote. "
        f"The Big Idea, item 1 Not answered {sentence}"
    )
    assert ("MARKER" in html_of(response), member.user.name in html_of(response)) == (False, False)


def test_an_item_with_a_date_does_not_say_whose_it_is(signed_in, lead, participant, project, url):
    item = project.checklist.get(stage="checking-the-impact", position=1)
    item.give(project.memberships.get(user=participant), by=lead, due_on=date(2030, 5, 3))

    response = signed_in(lead).get(url)

    assert "With a date By 3 May 2030: Checking the Impact, item 1 How to get in touch" in text_of(
        response
    )
    assert "Ben" not in html_of(response)


def test_the_words_are_those_the_address_asks_for_or_the_readers_own(signed_in, lead, project, url):
    browser = signed_in(lead)
    plain, easy = "The Big Idea, item 2 Not answered", "Easy item 2 No answer"

    def has(response):
        return (plain in text_of(response), easy in text_of(response))

    assert has(browser.get(url)) == (True, False)
    assert has(browser.get(url + "?words=easy")) == (False, True)
    lead.change(wording="easy")
    assert has(browser.get(url)) == (False, True)
    assert has(browser.get(url + "?words=plain")) == (True, False)
    assert has(browser.get(url + "?words=loud")) == (False, True)


def test_the_newest_update_comes_first_and_the_rest_is_counted(signed_in, lead, project, url):
    for number in range(1, 9):
        factories.make_update(project, f"Headline {number}.", by=lead)

    said = text_of(signed_in(lead).get(url))

    assert re.findall(r"Headline (\d+)\.", said) == [str(n) for n in range(8, 2, -1)]
    assert "These are 6 of 8. The others are on the project's own pages." in said


def test_a_project_that_ended_plans_nothing(signed_in, lead, project, url):
    project.turn(Project.Status.STOPPED, by=lead, because="The money went elsewhere.")

    said = text_of(signed_in(lead).get(url))

    assert "What is next This project has ended, so nothing is planned. How to get in touch" in said
    assert "Stopped The money went elsewhere." in said


def test_the_picture_and_the_table_give_the_same_figures(signed_in, lead, full, url):
    html = html_of(signed_in(lead).get(url))

    table = re.findall(r'<th scope="row"[^>]*>(.*?)</th><td[^>]*>(\d+) of (\d+)</td>', html)
    picture = re.findall(r"([^.:]+): (\d+) of (\d+) done, \d+ partly\.", html.split("<desc")[1])
    assert len(table) == 9
    assert [(name.split(">")[-1].strip(), *rest) for name, *rest in picture] == table
    assert html.count('role="img"') == html.count("<svg") == 1


def test_what_people_typed_is_never_markup_and_no_style_is_inline(signed_in, lead, full, url):
    script = "<script>alert(1)</script>"
    full.reword(by=lead, opened_at=full.idea_as_opened(), idea=script, contact=script)
    Part.add(full, by=lead, name=script, state="partly", because=script, by_whom=script)
    factories.make_decision(full, question=script, decision=script, dissent=script, by_whom=script)
    factories.make_update(full, script, by=lead, text=script, audience="followers")

    html = html_of(signed_in(lead).get(url))

    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 11
    assert ("<script>alert" in html, " style=" in html) == (False, False)


def test_it_asks_the_database_as_often_for_three_of_everything_as_for_one(
    signed_in, lead, project, url, django_assert_num_queries
):
    def one_more(number):
        Part.add(project, by=lead, name=f"Part {number}", state="open")
        member = factories.make_member(project, "participant", "carer", name_in_summary=True)
        item = project.checklist.filter(stage="big-idea")[number]
        item.answer(Answer.PARTLY, by=lead)
        item.see_differently(by=member.user, note="No.")
        Consent.give(member, Use.WORDS, by=member.user)
        ChecklistItem.add(project, "gather-ideas", f"Item {number}", by=lead)
        factories.make_decision(project).replace(by=lead, question="Q", decision="D")
        factories.make_update(project, by=lead, audience="followers")
        project.move_to(["decision-time", "gather-ideas", "big-idea"][number], by=lead, because="x")

    browser = signed_in(lead)
    one_more(0)
    with CaptureQueriesContext(connection) as for_one:
        browser.get(url)
    one_more(1)
    one_more(2)
    with django_assert_num_queries(len(for_one)):
        browser.get(url)


def test_the_involvement_team_reads_it_and_a_stranger_does_not(
    signed_in, involvement, observer, outsider, other_lead, url
):
    for person, status in [(involvement, 200), (observer, 200), (outsider, 404), (other_lead, 404)]:
        assert signed_in(person).get(url).status_code == status


def test_nobody_counts_who_sees_a_decision_differently(signed_in, lead, project, url):
    decision = factories.make_decision(project)
    for _number in range(2):
        carer = factories.make_member(project, "participant", "carer")
        decision.see_differently(by=carer.user, note="")

    assert voices_of(decision)(signed_in(lead).get(url)) == "Seen differently: a carer"


def voices_of(decision):
    """What the page says of who sees it differently, as one line."""

    def voices(response):
        text = html_of(response).split(f'id="voices-{decision.pk}"')[1].split("</div>")[0]
        return " ".join(unescape(re.sub(r"<[^>]*>", " ", text.split(">", 1)[1])).split())

    return voices


def test_who_sees_a_decision_differently_is_told_and_quoted_only_as_agreed(
    signed_in, lead, participant, project, url
):
    helper = factories.make_user("Ola Helper")
    cleo = factories.make_user("Cleo Carer")
    factories.make_member(project, user=cleo, perspective="carer")
    decision = factories.make_decision(project)
    mine = project.memberships.get(user=participant)
    support = Support.ask(mine, by=participant, helper=helper)
    support.agree(by=helper)
    with Hand.help(support).writing():
        decision.see_differently(by=participant, note="We were not asked.")
    decision.see_differently(by=cleo, note="The evenings are hard.")
    group = Hand.record_group(project, by=lead, group="Monday walkers", people=12)
    with group.writing():
        decision.see_differently(by=lead, note="Nine is too early.")
    client, voices = signed_in(lead), voices_of(decision)
    told = voices(client.get(url))
    assert told == (
        "Seen differently: a service user, with help a carer "
        "Monday walkers, 12 people (written down by someone else): “Nine is too early.”"
    )

    Consent.give(mine, Use.WORDS, by=participant)
    told = voices(client.get(url))
    assert "a service user, with help: “We were not asked.” a carer" in told
    Consent.give(mine, Use.NAME, by=participant)
    page = client.get(url)
    told = voices(page)
    assert "Ben Participant, with help: “We were not asked.” a carer" in told
    assert "Ola Helper" not in page.text
    assert "Cleo Carer" not in page.text
