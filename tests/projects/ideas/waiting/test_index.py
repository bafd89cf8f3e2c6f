"""What waits to be read: for the reader of its question and for leads."""

from projects.ideas.models import Giver
from projects.next_thing import next_thing_for
from tests.factories import make_question
from ui.display import Display


def page(project):
    return f"/projects/{project.pk}/ideas/waiting/"


def test_the_reader_reads_what_answers_their_question_and_leads_read_all(
    signed_in, lead, participant, project, idea, others_idea
):
    theirs = signed_in(participant).get(page(project)).text
    assert "A seat by the door." in theirs
    assert "What would make waiting easier?" in theirs
    assert "More fruit." not in theirs

    all_of_it = signed_in(lead).get(page(project)).text
    assert all_of_it.index("A seat by the door.") < all_of_it.index("More fruit.")


def test_nobody_else_may(signed_in, request, project, idea):
    answers = {
        who: signed_in(request.getfixturevalue(who)).get(page(project)).status_code
        for who in ("observer", "involvement", "outsider", "other_lead")
    }

    assert answers == {"observer": 403, "involvement": 403, "outsider": 404, "other_lead": 404}


def test_a_reader_who_has_left_reads_nothing_more(signed_in, lead, participant, project, idea):
    project.memberships.get(user=participant).leave(by=participant)

    assert signed_in(participant).get(page(project)).status_code == 404
    assert "A seat by the door." in signed_in(lead).get(page(project)).text


def test_how_to_reach_someone_does_not_stand_there(signed_in, lead, participant, project, idea):
    for person in (lead, participant):
        text = signed_in(person).get(page(project)).text
        assert "Joan" not in text
        assert "0163" not in text
    assert "They left a way to reach them" in signed_in(participant).get(page(project)).text
    for_the_lead = signed_in(lead).get(page(project)).text
    assert "They left a way to reach them" not in for_the_lead
    assert "People who want to hear of their idea" not in for_the_lead


def test_their_number_stands_on_the_page_of_ideas_for_those_who_read(
    signed_in, lead, participant, observer, project, idea, others_idea
):
    ideas = f"/projects/{project.pk}/ideas/"

    assert "1 idea from outside waits for you" in signed_in(participant).get(ideas).text
    assert "2 ideas from outside wait for you" in signed_in(lead).get(ideas).text
    assert "from outside" not in signed_in(observer).get(ideas).text


def test_what_waits_is_in_no_other_list(signed_in, participant, observer, project, idea):
    client = signed_in(observer)

    for address in ("", "sort/", "ideas.csv", f"{idea.pk}/"):
        response = client.get(f"/projects/{project.pk}/ideas/{address}")
        body = response.getvalue() if response.streaming else response.content
        assert "A seat by the door." not in body.decode()


def test_after_a_week_it_is_the_readers_next_thing(participant, lead, project, idea, ago_days):
    assert "waited for a week" not in sentence_for(participant)

    ago_days(idea, 7)
    assert sentence_for(participant) == "Someone’s idea has waited for a week to be read."
    project.refresh_from_db()
    idea.let_in(by=lead)
    assert "waited for a week" not in sentence_for(participant)


def sentence_for(person):
    found = next_thing_for(person, Display())
    return found[1].sentence if found else ""


def test_nothing_waits_is_said(signed_in, lead, project):
    assert "Nothing waits to be read" in signed_in(lead).get(page(project)).text


def test_one_idea_or_three_ask_the_same_number_of_queries(
    signed_in, queries, lead, project, question, idea
):
    client = signed_in(lead)
    client.get(page(project))
    one = queries(client, page(project))
    for number in range(2):
        Giver.give(question, mark=f"m{number}", text=f"Idea {number}.", reach="Here")

    assert queries(client, page(project)) == one


def test_twenty_five_stand_on_a_page(signed_in, lead, project):
    question = make_question(project)
    for number in range(26):
        Giver.give(question, mark=f"m{number}", text=f"Idea {number}.")
    client = signed_in(lead)

    assert "Idea 25." not in client.get(page(project)).text
    assert "Idea 25." in client.get(f"{page(project)}?page=2").text


def test_what_someone_meant_to_do_harm_with_is_only_words(signed_in, lead, project):
    harm = "<script>harm()</script><img src=x onerror=harm()>{{ 7 * 7 }}"
    Giver.give(make_question(project), mark="m", text=harm)
    text = signed_in(lead).get(page(project)).text

    assert "<script>harm" not in text
    assert "&lt;script&gt;harm()&lt;/script&gt;" in text
    assert "{{ 7 * 7 }}" in text
