from tests.factories import make_update


def test_newest_first_with_drafts_for_the_leads_alone(signed_in, lead, observer, project, updates):
    first, second = make_update(project, "The first"), make_update(project, "The second")
    make_update(project, "A draft", is_sent=False)
    page = signed_in(observer).get(updates).text

    assert page.index(f'id="update-{second.pk}"') < page.index(f'id="update-{first.pk}"')
    assert "A draft" not in page
    assert "A draft" in signed_in(lead).get(updates).text


def test_an_empty_list_says_how_to_begin(signed_in, lead, observer, updates):
    assert (
        "Begin with what has happened since the last meeting." in signed_in(lead).get(updates).text
    )
    assert "A project lead can send one." in signed_in(observer).get(updates).text


def test_twenty_six_are_two_pages(signed_in, observer, project, updates):
    for number in range(26):
        make_update(project, f"Update {number};")

    assert "Update 0;" not in signed_in(observer).get(updates).text
    assert "Update 0;" in signed_in(observer).get(f"{updates}?page=2").text


def test_three_rows_cost_no_more_than_one(signed_in, lead, project, updates, queries):
    def fill():
        make_update(project).correct(by=lead, text="Right.", because="A slip.")

    fill()
    one = queries(signed_in(lead), updates)
    fill()
    fill()
    assert queries(signed_in(lead), updates) == one


def test_nobody_else_sees_it(signed_in, outsider, updates):
    assert signed_in(outsider).get(updates).status_code == 404
