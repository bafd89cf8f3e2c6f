"""The sheet in short, for pages that ask people for something."""

from django.template.loader import render_to_string

from projects.models import Part
from projects.whats_open.in_summary import changes_of
from projects.whats_open.sheet import sheet_of
from ui.display import Display

SHEET = "projects/whats_open/_sheet.html"


def drawn(project, **more):
    context = {"sheet": sheet_of(project), "display": Display(), **more}
    return " ".join(render_to_string(SHEET, context).split())


def test_it_is_one_query(project, lead, part, django_assert_num_queries):
    Part.add(project, by=lead, name="The money", state="fixed", level="L-1")
    with django_assert_num_queries(1):
        text = drawn(project)

    for words in ("The building", "It is empty.", "The money", "(We tell you)",
                  "We do not have the reason yet."):  # fmt: skip
        assert words in text, words


def test_the_public_reads_no_member_s_name(project, lead, part):
    part.change(by=lead, state="partly")

    assert lead.name not in drawn(project)
    assert "<a " not in drawn(project)
    assert 'href="/more/"' in drawn(project, sheet_address="/more/")


def test_in_easy_words(project, part):
    text = drawn(project, display=Display(wording="easy"))

    assert "What you can change, and what you cannot" in text
    assert "You can help to change this." in text


def test_an_empty_sheet_says_so_honestly(project):
    assert "The team has not written down yet what is open" in drawn(project)


def test_what_people_typed_stays_text(project, lead):
    Part.add(project, by=lead, name="<script>a()</script>", state="open", because="<b>")

    assert "<script>" not in drawn(project)


def test_the_changes_for_the_summary(project, lead, part, django_assert_num_queries):
    part.change(by=lead, state="fixed", because="It is sold.")
    with django_assert_num_queries(2):
        [(_day, changes)] = changes_of(project)

    assert [change.sentence for change in changes] == [
        "“The building” went from open to fixed.",
        "“The building” came to the sheet. It was open.",
    ]
