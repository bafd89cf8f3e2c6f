"""A check-in of twelve people in real browsers; then the database is searched."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.utils import timezone
from playwright.sync_api import expect

from projects.partnership.models import CheckIn, Remark, SealedBox, Spread, Ways
from stages.importing import import_edition
from tests import factories
from tests.browser import looking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SIDES = ["staff"] * 6 + ["service_user"] * 3 + ["carer"] * 3


@pytest.fixture
def in_a_week():
    return timezone.localdate() + timedelta(days=7)


@pytest.fixture
def team(project, lead):
    """Twelve in all: six staff and six with lived experience, and the guide as we ship it."""
    guide = settings.BASE_DIR / "stages/data/first-edition.yaml"
    project.edition, _outcome = import_edition(guide.read_bytes(), publish=True)
    project.save()
    for number, side in enumerate(SIDES[1:], start=1):
        person = factories.make_user(f"Qperson{number:02}")
        factories.make_member(project, perspective=side, user=person)
    return list(project.memberships.order_by("pk").select_related("user"))


def answer(page, address, number, side):
    """What person `number` answers: their own mixture, and words that only they would write."""
    page.goto(address)
    for count, question in enumerate(page.locator(".scale-question").all()):
        value = (number + count) % 5
        question.get_by_role("radio").nth(value).check()
    page.get_by_label("What is one thing we should change?").fill(f"Qword{number:02}")
    page.get_by_label("I am a member of staff" if side == "staff" else "I use services").check()
    page.get_by_role("button", name="Put my answers in the box").click()
    expect(page.get_by_text("Thank you. Your answers are in the box")).to_be_visible()


def test_a_check_in_of_twelve_people_leaves_nothing_that_joins_an_answer_to_a_person(
    browser_of, project, lead, team, in_a_week
):
    """Eleven answer on screens, in an order of their own; one on paper; then all is searched."""
    check_in = CheckIn.open(project, by=lead, closes_on=in_a_week, on_paper=team[-1:])
    base = f"/projects/{project.pk}/partnership/check-in/{check_in.pk}"
    order = [5, 0, 9, 2, 7, 10, 1, 8, 3, 6, 4]
    before = rows_by_table()
    for number in order:
        page = browser_of(team[number].user, js=number % 2 == 0, width=360)
        answer(page, f"{base}/answer/", number, SIDES[number])
        page.context.close()
    page = browser_of(lead)
    type_in(page, f"{base}/paper/", 11)

    assert rows_by_table() == before, "an answer is a row of its own somewhere"
    assert places_of("Qword") == {}, "an answer can be read while the check-in is open"
    assert in_the_files("Qword") == 0, "an answer stands in the files of the database"
    assert in_the_files("Qperson") or not settings.ON_SQLITE, "this search finds nothing at all"
    assert others_of_the_last_transaction() == []
    contents = SealedBox.objects.get().open()
    assert (contents.number, len(contents.words["PC-B"])) == (12, 12)

    page.goto(f"{base}/close/")
    page.get_by_role("button", name="Close it and show the answers").click()
    expect(page.get_by_text("12 people answered.")).to_be_visible()
    assert looking.everything_wrong(page) == []

    assert not SealedBox.objects.exists()
    assert set(places_of("Qword")) == {"partnership_remark"}
    for row in places_of("Qword")["partnership_remark"]:
        assert row.count("Qword") == 1
        assert not any(member.user.name in row for member in team)
        assert not has_a_time(row)
    assert {field.name for field in Remark._meta.concrete_fields} == {
        "id", "check_in", "key", "text"
    }  # fmt: skip
    stored = list(Remark.objects.order_by("pk").values_list("text", flat=True))
    kept = physical_order(Remark)
    came = [f"Qword{number:02}" for number in [*order, 11]]
    for found in (stored, kept):
        assert sorted(found) == sorted(came)
        assert found not in (came, came[::-1], sorted(came)), "they lie in an order that tells"
    answers = Spread.objects.filter(side="all")
    assert {sum(row.counts) for row in answers} == {12}
    assert Spread.objects.filter(side="lived").exists()


def type_in(page, address, number):
    page.goto(address)
    for count, question in enumerate(page.locator(".scale-question").all()):
        question.get_by_role("radio").nth((number + count) % 5).check()
    page.get_by_label("What is one thing we should change?").fill(f"Qword{number:02}")
    page.get_by_label("I use services").check()
    page.get_by_role("button", name="Put this paper in the box").click()
    expect(page.get_by_text("This paper is in the box. Now tear it up.")).to_be_visible()


def rows_by_table():
    """How many rows there are of everything but sessions, which come with signing in."""
    return {
        model._meta.db_table: model._base_manager.count()
        for model in apps.get_models()
        if model._meta.managed and model._meta.app_label not in ("sessions", "usersessions")
    }


def places_of(word):
    """`{table: rows that hold the word}`, of every table there is, as they lie in the database."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows = [str(row) for row in cursor.fetchall() if word in str(row)]
            if rows:
                found[table] = rows
    return found


def in_the_files(word):
    """How often the word stands in the database's own files, old pages and log included."""
    if not settings.ON_SQLITE:
        return 0
    name = Path(connection.settings_dict["NAME"])
    files = [name, name.with_name(name.name + "-wal")]
    return sum(file.read_bytes().count(word.encode()) for file in files if file.exists())


def others_of_the_last_transaction():
    """On PostgreSQL a row tells which transaction wrote it: none shares that of the box."""
    if settings.ON_SQLITE:
        return []
    found = []
    with connection.cursor() as cursor:
        cursor.execute("SELECT xmin::text FROM partnership_sealedbox")
        [(last,)] = cursor.fetchall()
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT count(*) FROM "{table}" WHERE xmin::text = %s', [last])
            if cursor.fetchone()[0] and table != "partnership_sealedbox":
                found.append(table)
    return found


def physical_order(model):
    """The texts in the order in which the database lays the rows down."""
    place = "rowid" if settings.ON_SQLITE else "ctid"
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT text FROM "{model._meta.db_table}" ORDER BY {place}')
        return [text for (text,) in cursor.fetchall()]


def has_a_time(row):
    return "datetime" in row or "T0" in row


def test_ways_of_working_are_agreed_with_the_keyboard_alone_on_a_narrow_screen(
    browser_of, participant, lead, project
):
    Ways.write(project, by=lead, text="We explain hard words.\nWe end on time.")
    page = browser_of(participant, js=False, width=320)
    page.goto(f"/projects/{project.pk}/partnership/ways/")
    go_to(page, "link", "I agree")
    page.keyboard.press("Enter")
    go_to(page, "button", "Save that I agree")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Ben Participant agrees.")).to_be_visible()


def go_to(page, role, name):
    """With the Tab key alone, to the control of that name."""
    wanted = page.get_by_role(role, name=name, exact=True).first
    expect(wanted).to_be_visible()
    for _press in range(90):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"the keyboard does not get to {name}")


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_wrong_with_the_form_at_any_width(
    browser_of, project, lead, team, in_a_week, width
):
    check_in = CheckIn.open(project, by=lead, closes_on=in_a_week)
    base = f"/projects/{project.pk}/partnership"
    page = browser_of(team[3].user, width=width)
    for address in (f"{base}/check-in/{check_in.pk}/answer/", f"{base}/check-in/{check_in.pk}/",
                    f"{base}/check-in/", f"{base}/", f"{base}/ways/"):  # fmt: skip
        page.goto(address)
        assert looking.everything_wrong(page) == [], address


def test_on_paper_the_small_charts_have_their_numbers(browser_of, project, lead, team):
    for day, counts in (("2026-01-10", [4, 1, 0, 0, 0]), ("2026-03-10", [0, 0, 1, 2, 4])):
        about = {"opened_on": day, "closes_on": day, "closed_on": day, "answered": sum(counts)}
        check_in = CheckIn.objects.create(
            project=project, edition=project.edition, opened_by=lead, **about
        )
        check_in.spreads.create(key="PC-1", side="all", lean="agree", counts=counts)
    page = browser_of(lead)
    page.goto(f"/projects/{project.pk}/partnership/check-in/")
    numbers = page.locator("#time-PC-1").get_by_role("cell", name="10 March 2026")
    expect(numbers).to_be_hidden()
    page.emulate_media(media="print")

    expect(numbers).to_be_visible()
