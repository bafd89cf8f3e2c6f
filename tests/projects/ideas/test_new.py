import pytest

from outbox.models import Message
from projects.models import Hand, Part
from tests import factories
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/ideas/new/"


def test_a_participant_gives_an_idea_and_the_leads_hear(signed_in, participant, project, lead, url):
    response = signed_in(participant).post(url, {"text": "Dim the lights."})

    idea = project.ideas.get()
    assert response.url == idea.get_absolute_url()
    assert (idea.text, idea.given_by, idea.way, idea.status) == (
        "Dim the lights.", participant, "member", "new",
    )  # fmt: skip
    told = Message.objects.get(subject="A new idea")
    assert told.to == lead
    assert "Dim the lights." in told.text


def test_pressed_twice_it_is_one(signed_in, participant, project, url):
    client = signed_in(participant)
    first, second = (client.post(url, {"text": "Dim the lights."}) for _one in range(2))

    assert first.url == second.url
    assert project.ideas.count() == 1


def test_what_is_open_is_shown_first(signed_in, participant, project, lead, url):
    Part.add(project, by=lead, name="The colours", state="open")
    Part.add(project, by=lead, name="The money", state="fixed", because="It is this year's.")
    page = Page(signed_in(participant).get(url))

    sheet = page.text("whats-open-sheet")
    said = ["Open People can shape", "The colours", "Fixed", "The money", "It is this year's."]
    assert [words in sheet for words in said] == [True] * 5
    assert sorted(said, key=sheet.index) == said
    assert list(page.texts).index("whats-open-sheet") < list(page.texts).index("id_text")


def test_without_a_sheet_the_page_says_so(signed_in, participant, url):
    text = Page(signed_in(participant).get(url)).text("whats-open-sheet")

    assert "The team has not written down yet what is open and what is fixed." in text


def test_it_may_answer_a_question_that_is_open(signed_in, participant, project, lead, url):
    question = factories.make_question(project, question="What would help?")
    closed = factories.make_question(project, question="What was it like?")
    closed.close(by=lead)
    client = signed_in(participant)
    text = client.get(url).text
    assert ("What would help?" in text, "What was it like?" in text) == (True, False)
    client.post(url, {"text": "A map.", "question": question.pk})
    refused = client.post(url, {"text": "A sign.", "question": closed.pk})

    assert [idea.question for idea in project.ideas.all()] == [question]
    assert "Choose one of these." in refused.text
    assert Page(refused).values["text"] == "A sign."


def test_a_question_in_easy_words(signed_in, participant, project, url):
    question = factories.make_question(project, question="What would help?", easy="What is good?")
    participant.change(wording="easy")
    client = signed_in(participant)
    text = client.get(url).text
    client.post(url, {"text": "A map.", "question": question.pk})

    assert ("What is good?" in text, "What would help?" in text) == (True, False)
    assert "What is good?" in client.get(project.ideas.get().get_absolute_url()).text


def test_a_lead_may_choose_a_theme_and_a_participant_is_not_asked(
    signed_in, participant, lead, project, theme, url
):
    signed_in(participant).post(url, {"text": "One.", "theme": theme.pk})
    signed_in(lead).post(url, {"text": "Two.", "theme": theme.pk})

    assert dict(project.ideas.values_list("text", "theme")) == {"One.": None, "Two.": theme.pk}


def test_who_writes_for_a_group_gives_the_groups_idea(signed_in, lead, project, url):
    support = f"/projects/{project.pk}/support/record/"
    client = signed_in(lead)
    client.post(support, {"whose": "group", "group": "The Friday club", "people": "12"})
    hand = Hand.objects.get()
    page = Page(client.get(url))
    client.post(url, {"text": "A ramp.", "written_for": page.values["written_for"]})

    assert project.ideas.get().hand == hand


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Write something here."),
        ("nul\x00l", "There is a sign in this text that nobody can see."),
        ("word" * 5001, "This is too long: 20004 letters. Use 20000 or fewer."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(signed_in, participant, project, url, text, said):
    page = Page(signed_in(participant).post(url, {"text": text}))

    assert said in page.text("id_text-error")
    assert page.values["text"] == text
    assert not project.ideas.exists()


def test_others_may_not(signed_in, observer, involvement, outsider, project, url):
    answers = [
        signed_in(person).post(url, {"text": "No."}).status_code
        for person in (observer, involvement, outsider)
    ]

    assert answers == [403, 403, 404]
    assert not project.ideas.exists()


def test_a_closed_project_takes_no_idea_and_keeps_what_was_typed(
    signed_in, participant, project, lead, url
):
    project.turn("complete", by=lead, because="Done.")
    response = signed_in(participant).post(url, {"text": "Dim the lights in the hall."})

    assert response.status_code == 403
    assert "Dim the lights in the hall." in response.text
    assert not project.ideas.exists()
