from tests.factories import make_update
from tests.reading import Page


def test_a_draft_is_changed(signed_in, lead, project, updates, typed):
    update = make_update(project, is_sent=False)
    page = Page(signed_in(lead).get(f"{updates}{update.pk}/change/"))
    assert page.values["headline"] == update.headline
    typed["opened_at"] = page.values["opened_at"]
    signed_in(lead).post(f"{updates}{update.pk}/change/", typed)

    update.refresh_from_db()
    assert update.headline == "The clinic opens on Saturday"


def test_two_at_once_see_both_texts(signed_in, lead, project, updates, typed):
    update = make_update(project, is_sent=False)
    update.change(by=lead, text="Someone else's words.")
    page = signed_in(lead).post(f"{updates}{update.pk}/change/", typed | {"opened_at": "0"})

    assert page.status_code == 409
    assert "Someone else&#39;s words." in page.text
    assert "From 3 May." in page.text
    again = Page(page).values | {"text": "Both."}
    typed |= {"text": "Both.", "opened_at": again["opened_at"]}
    signed_in(lead).post(f"{updates}{update.pk}/change/", typed)
    update.refresh_from_db()
    assert update.text == "Both."


def test_what_was_sent_meanwhile_stays_and_nothing_typed_is_lost(
    signed_in, lead, project, updates, typed
):
    update = make_update(project)
    page = signed_in(lead).post(f"{updates}{update.pk}/change/", typed)

    assert page.status_code == 409
    assert "This was sent while you were writing" in page.text
    assert "From 3 May." in page.text
    update.refresh_from_db()
    assert update.headline != typed["headline"]
    assert signed_in(lead).get(f"{updates}{update.pk}/change/").url == update.get_absolute_url()


def test_only_leads_change_one(signed_in, participant, project, updates):
    update = make_update(project, is_sent=False)

    assert signed_in(participant).get(f"{updates}{update.pk}/change/").status_code == 403
