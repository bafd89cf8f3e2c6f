import pytest


@pytest.fixture
def url(project):
    project.refresh_from_db()
    return f"/projects/{project.pk}/checklist/big-idea/changes/{project.version}/"


def test_nothing_new_is_an_empty_answer(signed_in, participant, project):
    project.refresh_from_db()
    url = f"/projects/{project.pk}/checklist/big-idea/changes/{project.version}/"
    response = signed_in(participant).get(url)

    assert (response.status_code, response.content) == (204, b"")


def test_only_the_row_that_changed_comes_with_who_changed_it(
    signed_in, participant, lead, item, url
):
    item.answer("done", by=lead)
    page = signed_in(participant).get(url).text

    assert page.count('class="item ') == 1
    assert f'id="item-{item.pk}"' in page
    assert 'hx-swap-oob="true"' in page
    assert f"Asha Lead ticked {item.wording}." in page
    assert f"/changes/{item.version}/" in page


def test_my_own_tick_is_not_told_to_me(signed_in, participant, item, url):
    item.answer("done", by=participant)
    page = signed_in(participant).get(url).text

    assert "Ben Participant ticked" not in page


def test_a_change_in_another_stage_brings_no_row(signed_in, participant, lead, project, url):
    project.checklist.filter(stage="gather-ideas").first().answer("done", by=lead)
    page = signed_in(participant).get(url).text

    assert page.count('class="item ') == 0


def test_strangers_do_not_learn_that_the_project_is_there(signed_in, outsider, url):
    assert signed_in(outsider).get(url).status_code == 404
