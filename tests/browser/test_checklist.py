"""A checklist in the hands of one person, of two, with the keyboard, and when things go wrong."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from projects.checklist.models import Answer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def tick_of(page, item):
    return page.locator(f"#tick-{item.pk}")


def test_a_participant_ticks_an_item_and_takes_it_back(
    browser_of, participant, item, checklist, js
):
    page = browser_of(participant, js=js)
    page.goto(checklist)
    expect(page.locator("#progress")).to_contain_text("0 of 3 are done.")

    tick_of(page, item).click()
    expect(tick_of(page, item)).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#progress")).to_contain_text("1 of 3 is done.")
    expect(page.locator(f"#item-{item.pk}")).to_contain_text(participant.name)
    if js:
        expect(tick_of(page, item)).to_be_focused()
        assert "#" not in page.url
    else:
        assert page.url.endswith(item.get_absolute_url())

    tick_of(page, item).click()
    expect(tick_of(page, item)).to_have_attribute("aria-pressed", "false")
    item.refresh_from_db()
    assert (item.value, item.answers.count()) == (Answer.NONE, 2)


def test_the_second_person_sees_the_firsts_tick_and_hears_it(
    browser_of, lead, participant, item, checklist
):
    first, second = browser_of(participant), browser_of(lead)
    for page in (first, second):
        page.goto(checklist)
    tick_of(second, item).focus()

    tick_of(first, item).click()
    expect(tick_of(second, item)).to_have_attribute("aria-pressed", "true", timeout=6_000)
    expect(second.get_by_role("status").first).to_contain_text(participant.name)
    expect(second.locator("#progress")).to_contain_text("1 of 3 is done.")
    expect(tick_of(second, item)).to_be_focused()


def test_three_items_are_ticked_with_the_keyboard_alone(browser_of, participant, item, checklist):
    page = browser_of(participant)
    page.goto(checklist)
    ids = [f"tick-{one.pk}" for one in item.project.checklist.filter(stage=item.stage)]
    for wanted in ids:
        for _press in range(60):
            if page.evaluate("document.activeElement.id") == wanted:
                break
            page.keyboard.press("Tab")
        focused = page.locator(f"#{wanted}")
        expect(focused).to_be_focused()
        assert focused.evaluate("e => getComputedStyle(e).boxShadow") != "none"
        page.keyboard.press("Space")
        expect(focused).to_have_attribute("aria-pressed", "true")
        expect(focused).to_be_focused()

    expect(page.locator("#progress")).to_contain_text("3 of 3 are done.")
    assert item.project.checklist.filter(value=Answer.DONE).count() == 3


def test_the_first_press_of_tab_offers_to_skip_to_the_content(browser_of, participant, checklist):
    page = browser_of(participant)
    page.goto(checklist)
    page.keyboard.press("Tab")
    link = page.locator(".nhsuk-skip-link")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#project-content")).to_be_focused()


def test_a_member_sees_it_differently_and_takes_it_back(
    browser_of, participant, item, checklist, js
):
    page = browser_of(participant, js=js)
    page.goto(checklist)
    row = page.locator(f"#item-{item.pk}")
    row.get_by_role("link", name="I see this differently").click()
    page.get_by_label("How do you see it?").fill("We were not asked.")
    page.get_by_role("button", name="Save my view").click()
    expect(row).to_contain_text("Someone with lived experience sees this differently.")
    expect(row).to_contain_text("We were not asked.")

    row.get_by_role("link", name="Change my view").click()
    page.get_by_role("button", name="Take my view back").click()
    expect(row).not_to_contain_text("We were not asked.")
    assert item.views.count() == 0


def test_an_answer_in_words_says_what_is_missing(browser_of, participant, item, checklist, js):
    page = browser_of(participant, js=js)
    page.goto(checklist)
    page.locator(f"#answer-{item.pk}").click()
    page.get_by_label("Not needed").check()
    page.get_by_role("button", name="Save the answer").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Write why it is not needed")
    assert page.title().startswith("Error: ")

    page.get_by_label("Note").fill("The law asks it of someone else.")
    page.get_by_role("button", name="Save the answer").click()
    expect(page.locator(f"#item-{item.pk}")).to_contain_text("The law asks it of someone else.")
    item.refresh_from_db()
    assert item.value == Answer.NOT_NEEDED


def test_when_the_server_is_gone_the_page_says_that_nothing_was_saved(
    browser_of, participant, item, checklist
):
    page = browser_of(participant)
    page.goto(checklist)
    page.route("**/answer/", lambda route: route.abort())
    tick_of(page, item).click()
    expect(page.locator("#status")).to_contain_text("That was not saved.")
    expect(tick_of(page, item)).to_have_attribute("aria-pressed", "false")

    page.unroute("**/answer/")
    tick_of(page, item).click()
    expect(tick_of(page, item)).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#status")).to_be_empty()


def test_an_error_of_the_server_is_said_too(browser_of, participant, item, checklist):
    page = browser_of(participant)
    page.goto(checklist)
    page.route("**/answer/", lambda route: route.fulfill(status=500, body="no"))
    tick_of(page, item).click()

    expect(page.locator("#status")).to_contain_text("That was not saved.")
    expect(tick_of(page, item)).to_have_attribute("aria-pressed", "false")


def once_it_asks_nothing(page, address):
    """Open a page that has all its parts, and does not look for changes by itself."""
    page.route("**/changes/**", lambda route: route.abort())
    page.goto(address, wait_until="networkidle")


def test_who_was_signed_out_meanwhile_gets_the_whole_page_for_signing_in(
    browser_of, participant, item, checklist, js
):
    page = browser_of(participant, js=js)
    once_it_asks_nothing(page, checklist)
    Session.objects.all().delete()
    tick_of(page, item).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    expect(page.locator(".items")).to_have_count(0)
    expect(page.get_by_label("Your e-mail address")).to_be_visible()
    item.refresh_from_db()
    assert item.value == Answer.NONE


def test_who_is_not_in_the_team_any_more_is_told_on_a_whole_page(
    browser_of, participant, project, item, checklist
):
    page = browser_of(participant)
    once_it_asks_nothing(page, checklist)
    project.memberships.get(user=participant).leave(by=participant)
    tick_of(page, item).click()

    expect(page.locator(".items")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def test_what_the_involvement_team_may_only_read_has_nothing_to_press(
    browser_of, involvement, checklist
):
    page = browser_of(involvement)
    page.goto(checklist)

    expect(page.locator(".tick")).to_have_count(3)
    expect(page.locator("button.tick")).to_have_count(0)


def test_what_came_too_fast_is_saved_with_one_more_press(
    browser_of, participant, item, checklist, js, settings
):
    settings.CHANGES_A_MINUTE = 0
    page = browser_of(participant, js=js)
    page.goto(checklist)
    tick_of(page, item).click()
    expect(page.locator("h1")).to_have_text("Please wait a moment")
    item.refresh_from_db()
    assert item.value == Answer.NONE

    settings.CHANGES_A_MINUTE = 300
    page.get_by_role("button", name="Save it now").click()
    expect(tick_of(page, item)).to_have_attribute("aria-pressed", "true")
