"""Making a record in one press, and what it says."""

import json
import re
from html import unescape
from io import BytesIO

import pikepdf
from page import validate_pdf_bytes

from projects.checklist.models import Answer
from projects.consents.models import Consent, ConsentUse
from projects.consents.wording import Use
from projects.exports.models import Record
from projects.exports.record import canonical, data_of, record_of
from projects.exports.records.making import make_record
from projects.ideas.models import Idea
from projects.models import Part, Project
from tests import factories
from tests.projects.exports.filling import keep_private, one_of_everything

OUTSIDE = re.compile(r"<(script|link|img|iframe|object|form)\b|\bsrc=|@import|url\(")


def contents_of(record):
    return {file.kind: bytes(file.content) for file in record.files.all()}


def said_in(html):
    """What a reader gets of a page, as one line."""
    html = html.split("<main")[-1].split("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html.split(">", 1)[1])).split())


def test_a_lead_makes_a_record_in_one_press(signed_in, lead, filled, new_url):
    response = signed_in(lead).post(new_url, {"note": "Before the board decides."})

    [record] = filled.records.all()
    assert response.url == record.get_absolute_url()
    assert (record.number, record.made_by, record.note) == (1, lead, "Before the board decides.")
    assert sorted(contents_of(record)) == ["html", "json", "large", "pdf"]
    line = filled.activity.first()
    assert (line.what, line.subject) == ("made the involvement record", "Record 1")
    assert line.note == f"SHA-256: {record.digest}"
    assert record.project_version == line.version - 1


def test_the_paper_is_tagged_and_the_page_needs_nothing_from_outside(lead, filled, project):
    full, empty = (
        make_record(filled, by=lead),
        make_record(factories.make_project(filled.organisation, by=lead, idea=""), by=lead),
    )

    for record in (full, empty):
        contents = contents_of(record)
        for kind in ("pdf", "large"):
            report = validate_pdf_bytes(contents[kind], profile="ua1")
            assert [(one.rule_id, one.message) for one in report.failures] == []
        page = contents["html"].decode()
        assert (
            re.findall(r"<(script|link|img|iframe|object|form)\b|\bsrc=|@import|url\(", page) == []
        )
        assert set(re.findall(r'href="([^#"]*)', page)) == {""}
        assert page.count("<h1") == 1
    papers = [pikepdf.open(BytesIO(contents_of(full)[kind])) for kind in ("pdf", "large")]
    assert {str(pdf.docinfo.Title) for pdf in papers} == {
        "A calmer waiting room: involvement record 1"
    }
    assert len(papers[1].pages) > len(papers[0].pages)


def test_its_sections_come_in_the_order_in_which_people_ask(lead, filled):
    page = contents_of(make_record(filled, by=lead))["html"].decode()

    assert re.findall(r'<section id="([a-z-]+)"', page) == [
        "about", "idea", "together", "open", "people", "partnership", "payment", "meetings",
        "heard", "evidence", "ideas", "decisions", "different", "plan", "impact", "story",
        "where-it-stands", "told", "talk", "equality", "not-done", "check",
    ]  # fmt: skip


def test_it_tells_what_each_room_holds_and_what_was_not_done(lead, filled):
    said = {"text": "Come and look.", "audience": "followers"}
    factories.make_update(filled, "The samples are up", by=lead, **said)
    Part.add(filled, by=lead, name="The budget", state="fixed", because="The board set it.")
    filled.checklist.first().answer(Answer.NOT_NEEDED, by=lead, note="Done last year.")

    said = said_in(contents_of(make_record(filled, by=lead))["html"].decode())

    for sentence in [
        "Part 1” went from open to partly open. Because: The board asked 1.",
        "In the team now: fewer than 5 members of staff.",
        "So far: 12 people.",
        "Nobody sleeps 1.",
        "Who it was for: The team, and everyone who follows this project. Come and look.",
        "“Softer doors number 1.” (Older people 1) We do not use it. Why: Fire rules forbid it 1.",
        "Which doors 1? Decided: Yes. Why: It helps people.",
        "Older people 1: nobody has written down that they got an answer.",
        "Versions that were kept Number 1,",
        "Ideas that are not used “Softer doors number 1.” (Older people 1) Fire rules forbid it 1.",
        "Parts that people could not change The budget The board set it.",
        "What was not needed The Big Idea: The Big Idea, item 1 Done last year.",
        "no record says that a duty has been met. People have to judge that.",
    ]:
        assert sentence in said, sentence


def test_an_empty_project_has_an_honest_record(lead, project):
    said = said_in(contents_of(make_record(project, by=lead))["html"].decode())

    for sentence in [
        "The team has not decided this yet.",
        "Nobody has been heard yet.",
        "No idea has been given yet.",
        "No decision has been recorded yet.",
        "No session has been written down, so no answer was brought back.",
        "No message to members is on record. Messages are deleted after some time.",
        "The equality check has not begun yet.",
    ]:
        assert sentence in said, sentence


def test_nobody_is_named_and_small_numbers_stay_unsaid(lead, filled, participant):
    Consent.give(filled.memberships.get(user=participant), Use.NAME, by=participant)
    factories.make_session(filled, community="Four neighbours", how_many=4)

    contents = contents_of(make_record(filled, by=lead))

    text = contents["html"].decode() + contents["json"].decode()
    assert [name for name in ("Asha", "Ben", "Olu") if name in text] == []
    people = {one["community"]: one["people"] for one in sessions_in(contents["json"])}
    assert people == {"Older people 1": "12 people", "Four neighbours": "fewer than 5 people"}


def sessions_in(data):
    return json.loads(data)["sections"]["heard"]["asked"]["sessions"]


def test_words_of_members_stand_in_it_only_if_they_agreed_to_a_record(lead, project, participant):
    Idea.give(project, by=participant, text="A quiet corner.")
    ben = project.memberships.get(user=participant)
    assert "A quiet corner." not in all_of(make_record(project, by=lead))
    consent = Consent.give(ben, Use.WORDS, by=participant)
    Consent.objects.update(wording=1)
    assert "A quiet corner." not in all_of(make_record(project, by=lead))
    assert ConsentUse.objects.count() == 0

    Consent.objects.update(wording=2)
    record = make_record(project, by=lead)

    assert "A quiet corner." in all_of(record)
    [use] = ConsentUse.objects.all()
    assert (use.consent, use.url) == (consent, record.get_absolute_url())
    assert use.what == "The involvement record"
    Consent.withdraw(ben, Use.WORDS, by=participant)
    assert "A quiet corner." not in all_of(make_record(project, by=lead))


def all_of(record):
    contents = contents_of(record)
    return contents["html"].decode() + contents["json"].decode()


def test_private_decisions_and_stories_stay_out(lead, filled):
    keep_private(factories.make_decision(filled, question="Hidden?"))

    text = all_of(make_record(filled, by=lead))

    assert ("Hidden?" in text, "A long night" in text) == (False, False)


def test_the_data_are_written_in_one_way_only(lead, filled):
    data = contents_of(make_record(filled, by=lead))["json"]

    assert canonical(json.loads(data)) == data
    assert json.loads(data)["schema"] == "collab-involvement-record-1"


def test_the_page_tells_the_sum_of_the_data(lead, filled):
    record = make_record(filled, by=lead)

    assert record.files.get(kind="json").digest in contents_of(record)["html"].decode()


def test_pressing_twice_makes_one_and_a_change_makes_the_next(signed_in, lead, filled, new_url):
    client = signed_in(lead)
    first, second = client.post(new_url), client.post(new_url, follow=True)

    assert filled.records.count() == 1
    assert "Nothing has changed since this record was made today" in second.text
    factories.make_update(filled, by=lead)
    client.post(new_url)
    assert [record.number for record in filled.records.all()] == [2, 1]
    assert first.url == filled.records.last().get_absolute_url()


def test_a_closed_project_may_have_its_record(signed_in, lead, project, new_url):
    project.turn(Project.Status.COMPLETE, by=lead, because="It is done.")

    signed_in(lead).post(new_url)

    assert project.records.count() == 1


def test_when_all_places_are_taken_nothing_is_made_and_the_text_stays(
    signed_in, lead, project, new_url, fill_places
):
    with fill_places():
        response = signed_in(lead).post(new_url, {"note": "For the board."})

    assert (response.status_code, Record.objects.count()) == (503, 0)
    assert "Other documents are being made at the moment" in response.text
    assert "For the board." in response.text


def test_the_page_before_shows_what_it_will_say_and_makes_nothing(signed_in, lead, filled, new_url):
    response = signed_in(lead).get(new_url)

    assert "Softer doors number 1." in said_in(response.text)
    assert Record.objects.count() == 0


def test_only_a_lead_makes_one(signed_in, participant, observer, involvement, outsider, new_url):
    people = {participant: 403, observer: 403, involvement: 403, outsider: 404}

    assert {one: signed_in(one).post(new_url).status_code for one in people} == people
    assert Record.objects.count() == 0


def test_it_asks_the_database_as_often_for_three_of_everything_as_for_one(
    lead, project, django_assert_num_queries, queries, signed_in, new_url
):
    one_of_everything(project, lead)
    for_one = queries(signed_in(lead), new_url)
    one_of_everything(project, lead, 2)
    one_of_everything(project, lead, 3)

    assert queries(signed_in(lead), new_url) == for_one


def test_everything_that_is_drawn_may_be_told_as_data(lead, filled):
    """A kind of thing that nobody allowed would be an error, and a person has no place in it."""
    assert list(data_of(record_of(filled))) == [
        section.id for section in record_of(filled)["sections"]
    ]
