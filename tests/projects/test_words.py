from projects.impact.models import Story
from projects.models import Hand
from tests.factories import make_decision, make_idea, make_member, make_project, make_update


def test_everything_i_said_is_here_with_where_it_stands(
    signed_in, participant, lead, project, item
):
    item.answer("partly", by=participant, note="Half of it.")
    item.see_differently(by=participant, note="Not for me.")
    make_decision(project, by=participant, question="Saturdays?", status="proposed")
    make_decision(project, by=lead, question="Sundays?")
    make_decision(project, by=lead, question="Mondays?").see_differently(
        by=participant, note="Too early in the week."
    )
    page = signed_in(participant).get("/projects/words/").text

    said = ["Mondays?", "Too early in the week.", "Saturdays?", "Not for me.", "Half of it."]
    assert sorted(said, key=page.index) == said
    assert "It is proposed. A lead can agree it." in page
    assert "The group&#39;s answer is “Partly”. Your view stands beside it." in page
    assert "It stands beside the answer." in page
    assert f'href="{item.get_absolute_url()}"' in page
    assert "Sundays?" not in page


def test_a_view_on_what_the_group_has_not_answered_says_so(signed_in, participant, item):
    item.see_differently(by=participant, note="Not for me.")
    page = signed_in(participant).get("/projects/words/").text

    assert "The group has not answered yet. Your view stands there already." in page


def test_my_ideas_are_here_with_what_became_of_them(signed_in, participant, lead, project):
    make_idea(project, "A quiet corner.", by=participant)
    make_idea(project, "Softer doors.", by=participant).becomes(
        "not_used", by=lead, because="They are fire doors."
    )
    make_idea(project, "Somebody else's.", by=lead).me_too(by=participant)
    with Hand.record_group(project, by=participant, group="The Friday club").writing():
        make_idea(project, "A ramp.", by=participant)
    page = signed_in(participant).get("/projects/words/").text

    assert ("A quiet corner." in page, "Nobody has answered yet." in page) == (True, True)
    assert "It is not used, because: They are fire doors." in page
    assert ("Somebody else" in page, "A ramp." in page) == (False, False)


def test_a_note_that_was_replaced_says_so(signed_in, participant, lead, item):
    item.answer("partly", by=participant, note="Half of it.")
    item.answer("partly", by=lead, note="Three of four.")
    page = signed_in(participant).get("/projects/words/").text

    assert "Something newer stands there now." in page
    assert "Three of four." not in page


def test_an_update_is_there_too(signed_in, lead, project):
    make_update(project, "We begin", by=lead, text="On Monday.")
    page = signed_in(lead).get("/projects/words/").text

    assert ("We begin" in page, "On Monday." in page) == (True, True)


def test_a_story_of_my_own_is_there_until_i_take_it_back(signed_in, participant, lead, project):
    story = Story.tell(project, by=participant, is_mine=True, text="No door.", voice="own")
    theirs = {"text": "Theirs.", "voice": "own", "agreed": "Yes."}
    Story.tell(project, by=participant, is_mine=False, **theirs)
    page = signed_in(participant).get("/projects/words/").text

    assert ("No door." in page, "Theirs." in page) == (True, False)
    assert "Your team can read it. You can take it back at any time." in page
    story.take_back(by=participant)
    assert "A story you told" not in signed_in(participant).get("/projects/words/").text


def test_what_i_may_not_see_any_more_is_not_here(signed_in, participant, project, item):
    item.answer("partly", by=participant, note="Half of it.")
    project.memberships.get(user=participant).leave(by=participant)
    page = signed_in(participant).get("/projects/words/").text

    assert ("Half of it." in page, "Nothing is here yet." in page) == (False, True)


def test_a_page_has_twenty_five_and_the_next_one_the_rest(signed_in, lead, project):
    for number in range(27):
        make_update(project, f"Update number {number};", by=lead)
    first = signed_in(lead).get("/projects/words/").text
    second = signed_in(lead).get("/projects/words/?page=2").text

    assert ("number 26;" in first, "number 2;" in first) == (True, True)
    assert ("number 1;" in first, "number 1;" in second) == (False, True)


def test_nobody_is_sent_to_sign_in(client, db):
    assert client.get("/projects/words/").url == "/accounts/login/?next=/projects/words/"


def test_queries_stay_flat(signed_in, lead, organisation, project, queries):
    def speak(one):
        make_decision(one, by=lead).see_differently(by=lead, note="No.")
        make_decision(one, by=lead).replace(by=lead, question="Q", decision="D")
        first = one.checklist.first()
        first.answer("partly", by=lead, note="Half.")
        first.see_differently(by=lead, note="No.")
        make_update(one, by=lead)
        make_idea(one, by=lead)
        Story.tell(one, by=lead, is_mine=True, text="No door.", voice="own")

    speak(project)
    with_one = queries(signed_in(lead), "/projects/words/")
    for _number in range(2):
        speak(make_project(organisation, by=lead))
    make_member(project)
    assert queries(signed_in(lead), "/projects/words/") == with_one
