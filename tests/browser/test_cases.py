"""Each of the three cases, from what is open to its last measure, as its file tells it."""

import pytest
from playwright.sync_api import expect

from projects.cases.importing import import_case
from projects.cases.reading import read_file
from projects.ideas.models import Idea
from projects.models.part_versions import PartState
from tests.browser import looking
from tests.projects.cases.conftest import CASES, make_guide

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WALKS = {
    "leicestershire-step-up": [{"width": 1280}],
    "nottinghamshire-sherwood-oaks": [{"width": 320}],
    "oxleas-betts-ward": [{"width": 1280}, {"width": 1280, "js": False}],
}
"""In whose browser each is walked: on a small phone, with scripts and without."""


class Walk:
    """One case in a browser of its lead's; `says` reads what stands on the page now."""

    def __init__(self, page, project, case, *, width, js=True):
        self.page, self.project, self.case, self.js = page, project, case, js
        self.is_narrow = width < 600
        self.page.goto(project.get_absolute_url())

    def room(self, name):
        """By the project's own menu, whose list opens first on a phone."""
        if self.is_narrow:
            self.page.get_by_role("link", name="All parts").click()
        menu = self.page.get_by_role("navigation", name="This project")
        menu.get_by_role("link", name=name, exact=True).click()

    def follow(self, name):
        self.page.locator("main").get_by_role("link", name=name, exact=True).first.click()

    def arrives(self, heading):
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)
        if self.js:
            assert looking.everything_wrong(self.page) == []
        self.text = " ".join(self.page.locator("main").inner_text().split())

    def says_in_the_end(self, *words):
        """On the page that the last press leads to, whatever it is called."""
        expect(self.page.get_by_role("heading", level=1)).not_to_be_empty()
        self.page.wait_for_load_state("load")
        self.text = " ".join(self.page.locator("main").inner_text().split())
        self.says(*words)

    def says(self, *words):
        missing = [word for word in words if word and as_one_line(word) not in self.text]
        assert missing == []


def as_one_line(words):
    return " ".join(str(words).split())


@pytest.fixture(
    params=[(path, hands) for path in CASES for hands in WALKS[path.stem]],
    ids=lambda walked: f"{walked[0].stem} {walked[1]}",
)
def walk(request, browser_of, transactional_db, lead):
    path, hands = request.param
    make_guide()
    case = read_file(path)
    project = import_case(case, lead=lead)
    return Walk(browser_of(lead, **hands), project, case, **hands)


def test_a_case_from_what_is_open_to_its_last_measure(walk):
    what_is_open(walk)
    what_was_found_out(walk)
    who_was_met(walk)
    what_became_of_each_idea(walk)
    what_gathers_under_a_theme(walk)
    what_was_decided(walk)
    what_was_done(walk)
    what_people_were_told(walk)
    what_difference_it_makes(walk)
    what_people_said_and_what_came_of_it(walk)
    what_the_summary_tells(walk)


def what_is_open(walk):
    walk.room("What is open?")
    walk.arrives("What is open?")
    for part in walk.case["open_fixed"]:
        walk.says(part["part"], part["reason"])
    states = {part["state"] for part in walk.case["open_fixed"]}
    walk.says(*(PartState(state).label for state in states))


def what_was_found_out(walk):
    walk.room("What we found out")
    walk.arrives("What we found out")
    sources = walk.case["sources_of_evidence"]
    for source in sources:
        walk.says(source["title"], source["finding"])
    walk.says(f"All ({len(sources)})", "What is not here yet")
    walk.follow(sources[0]["title"])
    walk.arrives(sources[0]["title"])
    walk.says(sources[0]["finding"], "bmjopenquality.bmj.com" if is_oxleas(walk) else "")


def is_oxleas(walk):
    return walk.case["id"] == "oxleas-betts-ward"


def who_was_met(walk):
    walk.room("Ideas")
    walk.follow("Sessions")
    walk.arrives("Sessions and paper forms")
    sessions = walk.case["sessions"]
    walk.says(f"{len(sessions)} sessions")
    for session in sessions:
        walk.says(session["community"], people_in(session))
    counted = max(sessions, key=number_in)
    walk.follow(counted["community"])
    walk.arrives("A session")
    walk.says(counted["where"], counted["method"], people_in(counted), *counted["main_points"])


def number_in(session):
    return session["how_many"] if isinstance(session["how_many"], int) else 0


def people_in(session):
    """The number as the page has it; the file's own words where it has no number."""
    number = session["how_many"]
    return f"{number} people" if isinstance(number, int) else number


def what_became_of_each_idea(walk):
    walk.room("Ideas")
    walk.arrives("Ideas")
    ideas = walk.case["ideas"]
    walk.says(f"{len(ideas) + len(walk.case['you_said_we_did'])} ideas")
    for idea in ideas:
        row = as_one_line(walk.page.locator(".idea", has_text=idea["text"]).first.inner_text())
        assert Idea.Status(idea["outcome"]).label.rstrip("…") in row
        assert as_one_line(idea["because"] or "")[:200] in row
        assert idea["origin"] in row
    refused = next(idea for idea in ideas if idea["outcome"] == "not_used")
    row = walk.page.locator(".idea", has_text=refused["text"]).first
    row.get_by_role("link", name="About this idea").click()
    walk.arrives("An idea")
    walk.says(refused["text"], "What became of it", refused["because"], refused["theme"])


def what_gathers_under_a_theme(walk):
    walk.room("Ideas")
    walk.follow("Themes")
    walk.arrives("Themes")
    themes = [idea["theme"] for idea in walk.case["ideas"]]
    walk.says(*themes)
    most = max(themes, key=themes.count)
    walk.follow(most)
    walk.arrives("Ideas")
    walk.says(f"{themes.count(most)} ideas", *texts_under(walk, most))
    rest = {idea["text"] for idea in walk.case["ideas"]} - set(texts_under(walk, most))
    assert not [text for text in rest if text in walk.text]


def texts_under(walk, theme):
    return [idea["text"] for idea in walk.case["ideas"] if idea["theme"] == theme]


def what_was_decided(walk):
    walk.room("Decisions")
    walk.arrives("Decisions")
    for decision in walk.case["decisions"]:
        walk.says(decision["question"])
    told = walk.case["decisions"][0]
    walk.follow(told["question"])
    walk.arrives(told["question"])
    walk.says(told["decision"], told["reason"], told["by_whom"], told["dissent"])
    walk.says(*told.get("options", []), "The ideas that it answers")


def what_was_done(walk):
    walk.room("The plan")
    walk.arrives("The plan")
    walk.page.goto(f"{walk.project.get_absolute_url()}plan/actions/?show=all")
    walk.arrives("What is to be done")
    walk.says(*(action["what"] for action in walk.case["actions"]))


def what_people_were_told(walk):
    walk.room("Conversation")
    walk.arrives("Keep the conversation going")
    walk.follow("All updates")
    walk.says_in_the_end(*(update["headline"] for update in walk.case["updates"]))
    walk.room("Conversation")
    walk.follow("All questions")
    walk.says_in_the_end(*(told["question"] for told in walk.case["questions_and_answers"]))


def what_difference_it_makes(walk):
    walk.room("What difference it makes")
    walk.arrives("What difference it makes")
    measures = walk.case["measures"]
    walk.says(*(measure["name"] for measure in measures))
    walk.follow(measures[-1]["name"])
    walk.says_in_the_end(*measures[-1]["note"].split(". ")[:1])
    walk.page.goto(f"{walk.project.get_absolute_url()}impact/lessons/")
    walk.arrives("What we learned")
    walk.says(*(lesson["text"] for lesson in walk.case["learning"]))


def what_people_said_and_what_came_of_it(walk):
    """From the first idea forward, and all that people said with what came of it."""
    first = walk.project.ideas.get(text=walk.case["ideas"][0]["text"])
    walk.page.goto(f"{walk.project.get_absolute_url()}story/idea/{first.pk}/")
    walk.says_in_the_end(first.text, first.because)
    walk.room("You said, we did")
    walk.arrives("You said, we did")
    for told in walk.case["you_said_we_did"]:
        walk.page.goto(f"{walk.project.get_absolute_url()}ideas/")
        row = walk.page.locator(".idea", has_text=told["said"]).first
        assert as_one_line(told["reason"])[:100] in as_one_line(row.inner_text())


def what_the_summary_tells(walk):
    walk.room("Print and keep")
    walk.follow("Read it here")
    walk.arrives("Summary")
    walk.says(walk.case["summary"], walk.case["problem"])
    walk.says(*(part["part"] for part in walk.case["open_fixed"]))
    walk.says(*(decision["decision"] for decision in walk.case["decisions"]))
