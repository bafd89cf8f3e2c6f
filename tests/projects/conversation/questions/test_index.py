from datetime import timedelta

from django.utils import timezone

from projects.conversation.models import AskedQuestion
from tests.factories import make_asked


def test_what_waits_first_the_longest_on_top_and_how_long(
    signed_in, observer, lead, project, questions
):
    answered = make_asked(project, "Answered?")
    answered.say(by=lead, text="Yes.")
    new, old = make_asked(project, "New?"), make_asked(project, "Old?")
    long_ago = timezone.localdate() - timedelta(days=12)
    AskedQuestion.objects.filter(pk=old.pk).update(asked_on=long_ago)
    page = signed_in(observer).get(questions).text
    places = [page.index(f'id="asked-{one.pk}"') for one in (old, new, answered)]

    assert places == sorted(places)
    assert "2 questions wait for an answer." in page
    assert "The longest has waited 12 days." in page


def test_what_came_from_outside_is_first_for_who_answers_it(
    signed_in, lead, participant, observer, project, questions, from_outside
):
    seen = {
        who: "Is the ward closing?" in signed_in(who).get(questions).text
        for who in (lead, participant, observer)
    }
    assert seen == {lead: True, participant: False, observer: False}
    from_outside.hand_to(project.memberships.get(user=participant), by=lead)
    assert "Is the ward closing?" in signed_in(participant).get(questions).text
    from_outside.say(by=participant, text="No.")
    assert "Is the ward closing?" in signed_in(observer).get(questions).text


def test_an_empty_list_says_what_belongs_here(signed_in, participant, observer, questions):
    assert "Any member can ask." in signed_in(participant).get(questions).text
    assert "Ask a question" not in signed_in(observer).get(questions).text


def test_twenty_six_are_two_pages(signed_in, observer, project, questions):
    for number in range(26):
        make_asked(project, f"Question {number};")

    assert "Question 25;" not in signed_in(observer).get(questions).text
    assert "Question 25;" in signed_in(observer).get(f"{questions}?page=2").text


def test_three_rows_cost_no_more_than_one(signed_in, lead, project, questions, queries):
    def fill():
        make_asked(project).say(by=lead, text="Yes.")
        make_asked(project)

    fill()
    one = queries(signed_in(lead), questions)
    fill()
    fill()
    assert queries(signed_in(lead), questions) == one


def test_nobody_else_sees_it(signed_in, outsider, questions):
    assert signed_in(outsider).get(questions).status_code == 404
