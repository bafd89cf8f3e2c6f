import pytest

from tests.factories import make_member


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/checklist/big-idea/"


def test_the_list_says_how_it_stands(signed_in, participant, project, url, item):
    item.answer("done", by=participant)
    page = signed_in(participant).get(url).text

    assert "1 of 3 is done." in page
    assert page.count('class="tick"') == 3


def test_an_observer_sees_the_answers_and_no_button(signed_in, observer, url):
    page = signed_in(observer).get(url).text

    assert 'class="tick"' not in page
    assert page.count("tick tick--still") == 3


def test_easy_words_for_those_who_chose_them(signed_in, participant, url):
    participant.change(wording="easy")
    page = signed_in(participant).get(url).text

    assert "Easy item 1" in page
    assert "I do not agree" in page


def test_both_sides_seeing_it_differently_is_said_in_words(signed_in, participant, lead, item, url):
    item.see_differently(by=participant, note="Nobody asked us.")
    assert "Someone with lived experience sees this differently." in signed_in(lead).get(url).text
    item.see_differently(by=lead, note="We did ask.")
    page = signed_in(lead).get(url).text

    assert "People with lived experience and staff see this differently." in page
    assert "Nobody asked us." in page
    assert "People see 1 item differently." in page


def test_a_left_out_item_stands_apart_with_its_reason(signed_in, lead, item, url):
    item.leave_out(by=lead, because="There is no ward here.")
    page = signed_in(lead).get(url).text

    assert page.index("Left out") < page.index("There is no ward here.")
    assert "0 of 2 are done." in page


def test_what_people_typed_is_shown_as_text(signed_in, participant, item, url):
    item.answer("partly", by=participant, note="<script>alert(1)</script>")
    page = signed_in(participant).get(url).text

    assert "<script>alert(1)</script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_queries_stay_flat(signed_in, participant, lead, project, url, queries):
    member = make_member(project)

    def fill(items):
        for item in items:
            item.answer("partly", by=lead, note="So so.")
            item.see_differently(by=participant)
            item.give(member, by=lead)

    client = signed_in(participant)
    fill(project.checklist.filter(stage="big-idea")[:1])
    with_one = queries(client, url)
    fill(project.checklist.filter(stage="big-idea")[1:])
    assert queries(client, url) == with_one


def test_a_word_that_is_no_stage_is_not_found(signed_in, lead, project):
    url = f"/projects/{project.pk}/checklist/big-ideas/"
    assert signed_in(lead).get(url).status_code == 404


def test_one_is_done_and_two_are_done(signed_in, participant, project, url):
    first, second, _third = project.checklist.filter(stage="big-idea")
    first.answer("done", by=participant)
    assert "1 of 3 is done." in signed_in(participant).get(url).text
    second.answer("done", by=participant)
    assert "2 of 3 are done." in signed_in(participant).get(url).text
