import pytest

from projects.checklist.models import Answer, ChecklistItem
from tests.factories import make_project


@pytest.fixture
def url(item):
    return f"/projects/{item.project_id}/checklist/{item.pk}/answer/"


def test_participant_ticks_an_item(signed_in, participant, item, url):
    response = signed_in(participant).post(url, {"value": "done"})

    item.refresh_from_db()
    assert (item.value, item.answered_by) == (Answer.DONE, participant)
    assert response.url == item.get_absolute_url()
    assert item.project.activity.first().what == "ticked"
    assert item.version == item.project.activity.first().version


def test_a_second_tap_takes_it_back(signed_in, participant, item, url):
    client = signed_in(participant)
    client.post(url, {"value": "done"})
    client.post(url, {"value": ""})

    item.refresh_from_db()
    assert item.value == Answer.NONE
    assert [answer.value for answer in item.answers.all()] == ["", "done"]


def test_the_same_tick_twice_changes_and_records_nothing(signed_in, participant, item, url):
    client = signed_in(participant)
    client.post(url, {"value": "done"})
    before = list(item.project.activity.values_list("version"))
    client.post(url, {"value": "done"})

    assert list(item.project.activity.values_list("version")) == before
    assert item.answers.count() == 1


def test_htmx_receives_the_item_ticked_and_the_stage_s_progress(signed_in, participant, item, url):
    client = signed_in(participant, headers={"HX-Request": "true"})
    page = client.post(url, {"value": "done"}).text

    assert page.lstrip().startswith(f'<li id="item-{item.pk}"')
    assert 'aria-pressed="true"' in page
    assert "1 of 3 is done." in page


def test_not_needed_asks_for_a_reason_next_to_the_field(signed_in, participant, item, url):
    response = signed_in(participant).post(url, {"value": "not_needed", "note": ""})

    assert response.status_code == 422
    assert "Write why it is not needed" in response.text
    item.refresh_from_db()
    assert item.value == Answer.NONE


def test_not_needed_with_its_reason(signed_in, participant, item, url):
    signed_in(participant).post(url, {"value": "not_needed", "note": "Done last year."})

    item.refresh_from_db()
    item.project.refresh_from_db()
    assert (item.value, item.note) == ("not_needed", "Done last year.")
    assert item.project.items_needed == 26


def test_what_was_typed_stays_when_it_is_too_long(signed_in, participant, item, url):
    long = "word " * 5000
    response = signed_in(participant).post(url, {"value": "partly", "note": long})

    assert response.status_code == 422
    assert "This is too long" in response.text
    assert long.strip() in response.text


def test_the_second_of_two_writers_is_shown_both_texts(signed_in, participant, lead, item, url):
    typed = {"value": "partly", "opened_at": item.version}
    signed_in(lead).post(url, typed | {"note": "The night staff have not been asked."})
    response = signed_in(participant).post(url, typed | {"note": "Only the day staff said yes."})

    assert response.status_code == 409
    assert "The night staff have not been asked." in response.text
    assert "Only the day staff said yes." in response.text
    item.refresh_from_db()
    assert item.note == "The night staff have not been asked."

    again = typed | {"note": "Only the day staff said yes.", "opened_at": item.version}
    signed_in(participant).post(url, again)
    item.refresh_from_db()
    assert item.note == "Only the day staff said yes."
    assert item.answers.count() == 2


def test_who_may_answer(signed_in, observer, involvement, outsider, item, url):
    for person, status in ((observer, 403), (involvement, 403), (outsider, 404)):
        assert signed_in(person).post(url, {"value": "done"}).status_code == status
    item.refresh_from_db()
    assert item.value == Answer.NONE


def test_an_item_of_another_project_is_not_found(signed_in, lead, organisation, project):
    other = make_project(organisation).checklist.first()
    url = f"/projects/{project.pk}/checklist/{other.pk}/answer/"

    assert signed_in(lead).post(url, {"value": "done"}).status_code == 404


def test_a_closed_project_is_read_only_and_gives_the_words_back(
    signed_in, participant, lead, item, url
):
    item.project.turn("stopped", by=lead, because="No money.")
    note = "We spoke to all the night staff."
    response = signed_in(participant).post(url, {"value": "partly", "note": note})

    assert response.status_code == 403
    assert note in response.text
    item.refresh_from_db()
    assert item.value == Answer.NONE


def test_a_tick_asks_as_many_queries_in_a_long_list_as_in_a_short_one(
    signed_in, participant, item, url, queries
):
    client = signed_in(participant, headers={"HX-Request": "true"})
    in_a_short_list = queries(client, url, {"value": "done"})
    ChecklistItem.objects.bulk_create(
        ChecklistItem(project=item.project, stage=item.stage, wording=f"{n}", position=9)
        for n in range(500)
    )
    assert queries(client, url, {"value": ""}) == in_a_short_list


def test_a_tap_wipes_nobody_s_words(signed_in, participant, lead, item, url):
    item.answer("done", by=lead, note="Cards, phone, a table at the centre.")
    client = signed_in(participant)
    client.post(url, {"value": ""})
    client.post(url, {"value": "done"})

    item.refresh_from_db()
    assert (item.note, item.note_by) == ("Cards, phone, a table at the centre.", lead)
    assert (item.value, item.answered_by) == ("done", participant)
    page = client.get(item.get_absolute_url()).text
    assert "Cards, phone, a table at the centre." in page
    assert "– Asha Lead" in page


def test_saving_words_says_what_the_team_sees(signed_in, participant, item, url):
    client = signed_in(participant)
    client.post(url, {"value": "partly", "note": "Half of it.", "opened_at": item.version})

    assert "Saved. Your team sees: Partly" in client.get(item.get_absolute_url()).text


def test_htmx_is_told_the_answer_for_the_status_line(signed_in, participant, item, url):
    page = signed_in(participant, headers={"HX-Request": "true"}).post(url, {"value": "done"}).text

    assert '<p id="status" hx-swap-oob="innerHTML">Done. 1 of 3 is done.</p>' in page


def test_without_a_script_a_page_says_what_one_tap_did(signed_in, participant, item, url):
    client = signed_in(participant)
    client.post(url, {"value": "done"})
    ticked = client.get(item.get_absolute_url()).text
    client.post(url, {"value": ""})
    taken_back = client.get(item.get_absolute_url()).text

    assert "data-message><p>Done. 1 of 3 is done.</p>" in ticked
    assert "data-message><p>Not answered. 0 of 3 are done.</p>" in taken_back


def test_with_a_script_nothing_waits_for_the_next_page(signed_in, participant, item, url):
    client = signed_in(participant)
    client.post(url, {"value": "done"}, headers={"HX-Request": "true"})

    assert "data-message" not in client.get(item.get_absolute_url()).text


def test_the_form_speaks_the_reader_s_words(signed_in, participant, url):
    participant.change(wording="easy")
    page = signed_in(participant).get(url).text

    assert "Some of it" in page
    assert "Partly" not in page
