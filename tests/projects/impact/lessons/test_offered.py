from projects.impact.lessons.offering import lessons_for


def offered(room, stage="gather-ideas"):
    return f"{room}offered/?stage={stage}"


def test_at_its_stage_the_newest_three_are_offered(signed_in, observer, theirs, room):
    for number in range(5):
        theirs(f"Lesson {number}.")
    theirs("Of another stage.", "big-idea")
    page = signed_in(observer).get(offered(room)).text

    assert [f"Lesson {number}." in page for number in range(5)] == [False, False, True, True, True]
    assert "See all 5 lessons on the learning shelf" in page
    assert "Of another stage." not in page


def test_with_nothing_to_offer_there_is_nothing(signed_in, observer, room):
    page = signed_in(observer).get(offered(room)).text

    assert ("hidden" in page, "Others learned here" in page) == (True, False)


def test_what_was_brought_here_is_not_offered_again(signed_in, participant, project, theirs, room):
    lesson = theirs()
    assert lessons_for(project, "gather-ideas") == ([lesson], 1)
    signed_in(participant).post(f"{room}{lesson.pk}/bring/")
    assert lessons_for(project, "gather-ideas") == ([], 0)


def test_a_stage_s_page_asks_for_it_and_is_a_link_without_scripts(
    signed_in, observer, project, room
):
    page = signed_in(observer).get(f"/projects/{project.pk}/checklist/gather-ideas/").text

    assert f'hx-get="{room}offered/?stage=gather-ideas"' in page
    assert f'href="{room}shelf/?stage=gather-ideas"' in page


def test_without_a_stage_and_for_outsiders_it_is_not_found(signed_in, observer, outsider, room):
    assert signed_in(observer).get(offered(room, "nonsense")).status_code == 404
    assert signed_in(outsider).get(offered(room)).status_code == 404


def test_one_and_three_ask_as_often(signed_in, observer, theirs, room, queries):
    theirs("One.")
    with_one = queries(signed_in(observer), offered(room))
    theirs("Two.")
    theirs("Three.")
    assert queries(signed_in(observer), offered(room)) == with_one
