import pytest

from projects.models import Hand
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/assessment/question/1/"


def test_the_question_with_the_answer_of_the_checklist_and_the_sheet(
    signed_in, participant, lead, project, going_on, url
):
    item = project.checklist.filter(stage="decision-time").first()
    item.answer("partly", by=lead, note="Only the hours.")
    text = signed_in(participant).get(url).text

    for words in ("Question 1 of 5", "Decision Time, item 1", "Help for item 1.", "Partly",
                  "Only the hours.", "What is open, and what is fixed",
                  "Opening hours"):  # fmt: skip
        assert words in text, words


def test_saved_as_you_go(signed_in, participant, project, going_on, url):
    client = signed_in(participant)
    response = client.post(url, {"note": "We have the time.", "assessment": going_on.pk})

    assert response.url == url.replace("question/1/", "question/2/")
    thought = going_on.questions.first().thoughts.get()
    assert (thought.by, thought.note) == (participant, "We have the time.")
    line = project.activity.first()
    assert (line.what, line.subject) == ("said what they think:", "Decision Time, item 1")
    assert Page(client.get(url)).values["note"] == "We have the time."


def test_after_the_last_one_comes_the_list(signed_in, participant, going_on, url):
    last = url.replace("question/1/", "question/5/")
    response = signed_in(participant).post(last, {"note": "Yes."})

    assert response.url == going_on.get_absolute_url()


def test_two_people_at_once_both_stand_there(signed_in, participant, carer, going_on, url):
    first, second = signed_in(participant), signed_in(carer)
    for client, note in ((first, "We have the time."), (second, "I have no time.")):
        client.get(url)
        client.post(url, {"note": note, "assessment": going_on.pk})

    page = Page(first.get(url))
    assert page.values["note"] == "We have the time."
    assert page.text("others") == "What others say Cleo Carer I have no time."


def test_the_same_again_records_nothing_and_no_words_take_it_back(
    signed_in, participant, project, going_on, url
):
    client = signed_in(participant)
    client.post(url, {"note": "Yes."})
    lines = project.activity.count()
    client.post(url, {"note": "Yes."})
    assert project.activity.count() == lines

    client.post(url, {"note": "No."})
    assert [one.note for one in going_on.questions.first().thoughts.all()] == ["No."]
    client.post(url, {"note": ""})
    assert not going_on.questions.first().thoughts.exists()
    lines = project.activity.count()
    assert client.post(url, {"note": " "}).status_code == 302
    assert project.activity.count() == lines


def test_a_group_s_words_stand_beside_those_of_who_typed_them(lead, project, going_on):
    asked = going_on.questions.first()
    asked.say(by=lead, note="Mine.")
    hand = Hand.record_group(project, by=lead, group="Tuesday carers", people=12)
    with hand.writing():
        asked.say(by=lead, note="Theirs.")

    assert sorted(one.note for one in asked.thoughts.all()) == ["Mine.", "Theirs."]


def test_decided_meanwhile_nothing_typed_is_lost(signed_in, participant, lead, going_on, url):
    going_on.conclude(by=lead, outcome="all", reason="It helps.", by_whom="The team")
    client = signed_in(participant)
    response = client.post(url, {"note": "But wait.", "assessment": going_on.pk})

    page = Page(response)
    assert response.status_code == 409
    assert page.text("late").startswith("It was decided while you were writing All of this")
    assert page.values["note"] == "But wait."
    assert not going_on.questions.first().thoughts.exists()


def test_words_for_one_time_never_land_in_the_next(
    signed_in, participant, lead, project, going_on, url
):
    going_on.conclude(by=lead, outcome="all", reason="It helps.", by_whom="The team")
    again = type(going_on).begin(project, by=lead)
    response = signed_in(participant).post(url, {"note": "Old.", "assessment": going_on.pk})

    assert response.status_code == 409
    assert not again.questions.first().thoughts.exists()


def test_when_nobody_is_asked_it_leads_to_the_list(signed_in, participant, project, url):
    response = signed_in(participant).get(url, follow=True)

    assert response.redirect_chain == [(f"/projects/{project.pk}/assessment/", 302)]
    assert "Nobody is asked at the moment." in response.text


def test_a_number_without_a_question_is_not_found(signed_in, lead, going_on, url):
    assert signed_in(lead).get(url.replace("question/1/", "question/6/")).status_code == 404
    assert (
        signed_in(lead).post(url.replace("question/1/", "question/0/"), {"note": "x"}).status_code
        == 404
    )


@pytest.mark.parametrize(
    ("note", "said"),
    [("word" * 5001, "This is too long"), ("nul\x00l", "that nobody can see")],
)
def test_what_is_wrong_is_said_and_kept(signed_in, participant, going_on, url, note, said):
    response = signed_in(participant).post(url, {"note": note})

    assert said in Page(response).text("id_note-error")
    assert Page(response).values["note"] == note
    assert not going_on.questions.first().thoughts.exists()


@pytest.mark.parametrize(
    ("who", "status"), [("observer", 403), ("involvement", 403), ("outsider", 404)]
)
def test_others_may_not(request, signed_in, going_on, url, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert client.get(url).status_code == client.post(url, {"note": "x"}).status_code == status


def test_one_voice_and_three_voices_cost_the_same(
    signed_in, lead, participant, carer, staff, going_on, url, queries
):
    client, asked = signed_in(lead), going_on.questions.first()
    asked.say(by=participant, note="One.")
    one = queries(client, url)
    asked.say(by=carer, note="Two.")
    asked.say(by=staff, note="Three.")

    assert queries(client, url) == one


def test_scripts_stay_text(signed_in, lead, participant, going_on, url):
    going_on.questions.first().say(by=participant, note="<script>alert(1)</script>")
    response = signed_in(lead).get(url)

    assert not [script for script in Page(response).scripts if "alert" in script]
