from io import BytesIO

import pikepdf
import pytest
from page import validate_pdf_bytes

from projects.impact.models import Difference, Lesson, Meaning, WhatNext
from projects.plan.models import Action
from tests.reading import Page


@pytest.fixture
def everything(project, lead, many_numbers):
    measure = many_numbers(10, 20)
    done = [Action.add(project, by=lead, what=what) for what in ("Softer doors", "Radio off")]
    for action in done:
        action.finish(by=lead)
    measure.show(done, by=lead)
    Meaning.agree(measure, by=lead, text="Nights are calmer.")
    for sharing in ("team", "public"):
        Difference.write_down(
            project,
            by=lead,
            said=f"Loud, said to {sharing}.",
            changed="Soft lids.",
            sharing=sharing,
        )
    for sharing in ("team", "shelf"):
        Lesson.write_down(project, by=lead, text=f"Ask at night ({sharing}).", sharing=sharing)
    WhatNext.agree(project, by=lead, choice="keep", because="It is paid for.")
    return project


def test_the_summary_says_what_may_leave_the_team(signed_in, observer, everything):
    response = signed_in(observer).get(f"/projects/{everything.pk}/exports/summary/")
    shown = Page(response).text("impact")

    for sentence in (
        "are all better than before: that is unlikely to be chance.",
        "Changes on the chart: Done: Radio off",
        "Done: Softer doors (",
        "These are the newest 24 of 30 numbers.",
        "What we make of it",
        "Nights are calmer.",
        "“Loud, said to public.” What changed: Soft lids.",
        "Ask at night (shelf).",
        "Keep it. It is paid for.",
    ):
        assert sentence in shown, sentence
    for hidden in ("said to team", "(team)", "Asha"):
        assert hidden not in shown


def test_the_chart_is_in_the_pdf_which_is_tagged_without_a_fault(signed_in, observer, everything):
    for query in ("", "?print=large"):
        address = f"/projects/{everything.pk}/exports/summary.pdf{query}"
        content = signed_in(observer).get(address).content
        report = validate_pdf_bytes(content, profile="ua1")

        assert [(one.rule_id, one.message) for one in report.failures] == []
        with pikepdf.open(BytesIO(content)) as pdf:
            said = [str(one.get("/Alt", "")) for one in figures_of(pdf.Root.StructTreeRoot)]
        assert any(text.startswith("Numbers over time: Noise at night") for text in said), said


def figures_of(element):
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            if child.get("/S") == "/Figure":
                yield child
            yield from figures_of(child)


def test_one_and_three_ask_as_often(signed_in, observer, everything, lead, many_numbers, queries):
    address = f"/projects/{everything.pk}/exports/summary/"
    with_one = queries(signed_in(observer), address)
    for number in range(2):
        measure = many_numbers(10, 4, name=f"Measure {number}")
        Meaning.agree(measure, by=lead, text="Calmer.")
        Lesson.write_down(everything, by=lead, text=f"Ask {number}.", sharing="shelf")
    assert queries(signed_in(observer), address) == with_one
