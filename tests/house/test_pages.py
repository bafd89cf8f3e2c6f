"""What every page keeps to, as it arrives: one heading, a title, labels, and nobody's script."""

from collections import defaultdict
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.template.loader import render_to_string
from django.test import Client

from projects.evidence.equality.documents import document_of as document_of_check
from projects.evidence.models.equality import rows_as_kept
from projects.exports.record import record_of
from projects.exports.records.making import about_record
from projects.exports.summary import summary_of
from projects.exports.wall import wall_of
from projects.ideas.sessions.answers import answer_of
from projects.whats_open.sheet import sheet_of
from stages.documents import document_of
from stages.models import Stage
from tests.hands import hands_of
from tests.routes import routes
from tests.world import make_world
from ui.display import Display

HARM = """"><script>harm()</script><img src=x onerror=harm()>"""
OUR_WORDS = ("accounts", "administration", "privacy", "projects", "proposals", "stages")
"""Rooms in whose models people write."""
NOT_WORDS = {
    "accounts.Organisation.colour": "checked: #rrggbb",
    "accounts.Organisation.contact_email": "checked: an e-mail address",
    "accounts.PrivateRead.what": "our own phrase",
    "accounts.User.email": "checked: an e-mail address",
    "accounts.User.password": "nobody has one",
    "administration.Act.what": "our own phrase",
    "consents.ConsentUse.what": "our own phrase",
    "consents.ConsentUse.url": "our own address",
    "assessment.Question.key": "the guide's own key",
    "decisions.Decision.decided": "checked: a date",
    "checklist.ChecklistItem.key": "the guide's own key",
    "conversation.Answer.on": "checked: a date",
    "conversation.AskedQuestion.answered_on": "checked: a date",
    "conversation.Asker.address_mark": "a digest",
    "conversation.Asker.digest": "a digest",
    "conversation.Asker.mark": "a digest",
    "conversation.Asker.sealed": "sealed",
    "conversation.Follower.address_mark": "a digest",
    "conversation.Follower.digest": "a digest",
    "conversation.Follower.sealed": "sealed",
    "conversation.Update.told_on": "checked: a date",
    "ideas.Giver.digest": "a digest",
    "ideas.Giver.email": "checked: an e-mail address",
    "ideas.Giver.mark": "a digest",
    "ideas.Giver.sealed": "sealed",
    "ideas.OpenQuestion.word": "six letters of ours",
    "ideas.Session.met": "checked: a date",
    "evidence.CheckedGroup.key": "a key of ours",
    "conversation.Meeting.link": "checked: a web address",
    "impact.Lesson.came_from": "the title of a public project",
    "impact.Measure.target_by": "checked: a date",
    "impact.Reading.on": "checked: a date",
    "impact.Story.told_on": "checked: a date",
    "impact.Difference.happened": "checked: a date",
    "plan.Action.due": "checked: a date",
    "plan.Aim.by_when": "checked: a date",
    "plan.Cycle.happened_on": "checked: a date",
    "plan.CalendarFeed.digest": "a digest",
    "partnership.Remark.key": "the guide's own key",
    "partnership.SealedBox.sealed": "sealed",
    "partnership.Spread.key": "the guide's own key",
    "projects.Activity.what": "our own phrase",
    "projects.Activity.url": "our own address",
    "projects.Hand.met": "checked: a date",
    "projects.PersonalCode.digest": "a digest",
    "projects.Support.digest": "of a code of ours",
    "projects.Support.email": "checked: an e-mail address",
    "projects.Project.search_text": "the same words in plain letters",
    "projects.CaseEntry.section": "a key of the importer's",
    "projects.ImportedCase.case": "a key of the importer's",
    "evidence.Source.dated": "checked: a date",
    "evidence.Source.link": "checked: a web address",
    "exports.Record.mark": "a digest",
    "exports.Record.digest": "a digest",
    "exports.RecordFile.digest": "a digest",
    "files.File.name": "made safe: tests/projects/files/test_naming.py",
    "files.File.digest": "a digest",
    "files.File.stored": "a random name of ours",
    "transfer.ImportedProject.digest": "a digest",
    "team.Invitation.email": "checked: an e-mail address",
    "team.Invitation.accepted_with": "a digest",
    "team.InvitationCode.digest": "a digest",
    "team.InvitationCode.proves": "checked: an e-mail address",
    "team.JoinPage.word": "six letters of ours",
    "team.JoinRequest.email": "checked: an e-mail address",
    "team.JoinRequest.digest": "a digest",
    "team.JoinRequest.mark": "a digest",
    "proposals.Proposal.email": "checked: an e-mail address",
    "proposals.Proposal.digest": "of a code of ours",
    "proposals.Proposal.mark": "a digest",
    "stages.Edition.name": "a key of the importer's",
    "stages.Edition.language": "a language tag",
    "stages.Edition.digest": "a checksum",
    "stages.Source.key": "a key of the importer's",
}
"""Text fields that hold no person's words; `key` of the guide's rows neither."""


class Page(HTMLParser):
    VOID = {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "wbr",
    }

    def __init__(self, text):
        super().__init__()
        self.elements, self.open = [], []
        self.pieces = defaultdict(list)
        self.feed(text)
        self.close()
        self.words = {tag: "".join(said) for tag, said in self.pieces.items()}

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs), list(self.open)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data):
        for tag in set(self.open):
            self.pieces[tag].append(data)

    def all(self, *tags):
        return [attrs for tag, attrs, _inside in self.elements if tag in tags]

    def named(self, name):
        return [attrs[name] for _tag, attrs, _inside in self.elements if name in attrs]


@pytest.fixture
def world(db):
    return make_world()


def is_whole(text):
    return text.lstrip().lower().startswith("<!doctype html>")


# Nobody's words are code


def test_harm_is_written_into_every_text_field_there_is(db):
    make_world(lambda what: HARM)
    missing = []
    for model in apps.get_models():
        if model.__module__.split(".")[0] not in OUR_WORDS:
            continue
        for field in model._meta.concrete_fields:
            is_text = isinstance(field, models.CharField | models.TextField)
            name = f"{model._meta.label}.{field.name}"
            is_guides_key = model._meta.app_label == "stages" and field.name == "key"
            if not is_text or field.choices or name in NOT_WORDS or is_guides_key:
                continue
            values = model._default_manager.values_list(field.name, flat=True)
            if not any(HARM[:30] in (value or "") for value in values):
                missing.append(name)

    assert missing == []


def test_no_file_of_the_portfolio_begins_a_line_with_a_formula(db):
    world = make_world(lambda what: "=HYPERLINK(1)")
    client = hands_of(world.cast["involvement"])
    text = client.get("/portfolio/projects.csv").getvalue().decode()

    assert "HYPERLINK" in text
    assert [
        cell
        for line in text.splitlines()
        for cell in line.split(",")
        if cell.lstrip('"').startswith("=")
    ] == []


# What every page has


def problems_of(text):
    page = Page(text)
    if "<script>harm" in text or "<img src=x" in text:
        yield "what someone wrote is run"
    ids = page.named("id")
    yield from (f"the id {one} twice" for one in {one for one in ids if ids.count(one) > 1})
    yield from (f"an inline style: {one}" for one in page.named("style"))
    yield from (
        f"an inline handler: {attr}"
        for _tag, attrs, _inside in page.elements
        for attr in attrs
        if attr.startswith("on")
    )
    for name in ("src", "href", "action", "poster", "data", "hx-get", "hx-post"):
        for tag, attrs, _inside in page.elements:
            if tag != "a" and urlsplit(attrs.get(name) or "").netloc:
                yield f"<{tag} {name}> of another site: {attrs[name]}"
    for name in ("aria-labelledby", "aria-describedby", "aria-controls"):
        for value in page.named(name):
            yield from (f"{name} of no id: {one}" for one in value.split() if one not in ids)
    links = [attrs["href"][1:] for attrs in page.all("a") if attrs.get("href", "").startswith("#")]
    yield from (f"a link to no id: #{one}" for one in links if is_whole(text) and one not in ids)
    labelled = {attrs.get("for") for attrs in page.all("label")}
    for tag, attrs, inside in page.elements:
        is_field = tag in ("input", "select", "textarea")
        has_label = attrs.get("id") in labelled or attrs.get("aria-label") or "label" in inside
        if is_field and attrs.get("type") not in ("hidden", "submit") and not has_label:
            yield f"no label for the field {attrs.get('name')}"
    if is_whole(text):
        yield from problems_of_a_whole(page)


NO_PAGE = ("_pdf", "_csv", "_html", "_json", "_sha256", "_ics", "_zip")
"""Ends of the names of what is downloaded."""

GREETING = "Hello"
"""A person's own page greets them; its title says what it is."""


def problems_of_a_whole(page):
    if len(page.all("h1")) != 1:
        yield f"{len(page.all('h1'))} h1"
    levels = [
        int(tag[1]) for tag, _attrs, _inside in page.elements if tag in ("h1", "h2", "h3", "h4")
    ]
    jumps = [pair for pair in zip(levels, levels[1:], strict=False) if pair[1] > pair[0] + 1]
    main = [tag for tag, _attrs, inside in page.elements if tag == "main"]
    if len(main) != 1:
        yield f"{len(main)} main"
    if jumps:
        yield f"a jump in headings: {jumps}"
    title, heading = (" ".join(page.words.get(tag, "").split()) for tag in ("title", "h1"))
    if not title or (heading not in title and not heading.startswith(GREETING)):
        yield f"the title {title!r} does not say the heading {heading!r}"
    if page.all("html")[0].get("lang") != "en-GB":
        yield "no language"
    if not any(
        attrs.get("id") == "status" and attrs.get("role") == "status" for attrs in page.all("p")
    ):
        yield "no status line"


@pytest.mark.parametrize(
    "template", ["400.html", "403.html", "404.html", "405.html", "429.html", "500.html"]
)
def test_every_page_of_trouble_is_sound(rf, template, db):
    request = rf.get("/")
    request.user, request._messages = AnonymousUser(), []
    text = render_to_string(template, {}, request)

    stands_alone = template in ("400.html", "500.html")  # drawn when nothing else can be

    assert list(problems_of(text)) == (["no status line"] if stands_alone else [])


def test_every_page_has_a_title_of_its_own(world):
    """Two addresses of one project never share a title, unless one leads to the other's form."""
    client = hands_of(world.cast["lead"])
    titles = {}
    for route in routes():
        if not route.is_ours or route.name.endswith(NO_PAGE) or route.name == "healthz":
            continue
        values = world.values(world.full)
        response = client.get(route.address(**values))
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if response.status_code == 200 and is_page and is_whole(response.text):
            title = " ".join(Page(response.text).words["title"].split())
            titles.setdefault(title, []).append(route.name)

    assert {title: names for title, names in titles.items() if len(names) > 1} == {}


def test_what_waits_for_someone_to_sign_in_again_is_sound(world):
    client = Client()
    client.post(f"/projects/{world.full.pk}/big-idea/", {"idea": HARM, "<b>": "x", "problem": "y"})
    client.force_login(world.cast["lead"])
    text = client.get("/projects/typed/").text

    assert "&lt;script&gt;harm()" in text
    assert list(problems_of(text)) == []


@pytest.mark.parametrize("words", ["plain", "easy"])
def test_no_document_runs_what_people_wrote(db, words):
    project, reader = make_world(lambda what: HARM).full, Display(wording=words)
    edition, easy = project.edition, "easy" if words == "easy" else ""
    documents = {
        "projects/exports/summary_pdf.html": {
            "project": project,
            "summary": summary_of(project, reader),
        },
        "projects/exports/records/paper.html": {
            "project": project,
            "record": about_record(project, 1, HARM),
            "summary": record_of(project),
        },
        "projects/exports/wall_pdf.html": wall_of(project, Stage.BIG_IDEA, reader),
        "projects/evidence/equality/check_pdf.html": document_of_check(
            project, rows_as_kept(project), project.equality_versions.first()
        ),
        "stages/guide_pdf.html": document_of(edition, words=easy),
        **papers_of_ideas(project, reader),
    }
    for template, context in documents.items():
        text = render_to_string(template, context)
        page = Page(text)

        assert "&lt;script&gt;harm()" in text, template
        assert page.all("script", "img") == [], template
        assert page.named("onerror") == [], template


def papers_of_ideas(project, reader):
    """The poster and the form of a question, and the answer that goes back to a group."""
    question, session = project.open_questions.first(), project.sessions.last()
    asked = {"question": question, "organisation": project.organisation}
    return {
        "projects/ideas/questions/poster_pdf.html": asked | {"reader": reader},
        "projects/ideas/questions/form_pdf.html": asked
        | {"display": reader, "sheet": sheet_of(project)},
        "projects/ideas/sessions/answer_pdf.html": {
            "project": project,
            "reader": reader,
            **answer_of(session, reader),
        },
    }
