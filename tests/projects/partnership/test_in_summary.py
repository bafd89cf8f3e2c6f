from datetime import date

from django.template.loader import render_to_string

from projects.partnership.in_summary import partnership_of
from projects.partnership.models import Ways
from projects.partnership.models.roles import note_roles


def test_nothing_has_begun(project):
    assert partnership_of(project) == {}


def test_it_names_nobody_and_holds_no_answer(check_in, members, answer_all, lead, project):
    Ways.write(project, by=lead, text="We listen.").say(by=members[1].user, agrees=True)
    answer_all(members[:6], [1] * 6, words={0: {"PC-A": "Qwords"}})
    check_in.close(by=lead)
    check_in.fix(by=lead, what="Start later")
    for day in (1, 2):
        note_roles(project, by=lead, on=date(2026, 5, day), chair=members[1])
    context = {"summary": {"partnership": partnership_of(project)}, "project": project}
    html = render_to_string("projects/exports/_partnership.html", context)

    assert "We listen." in html
    assert "The team asked itself once." in html
    assert "Start later" in html
    assert "The same person ran the last 2 meetings." in html
    assert not any(member.user.name in html for member in members)
    assert "Qwords" not in html
    assert "agree." not in html.replace("has spoken agrees.", "")


def test_the_same_queries_with_one_and_with_three(project, lead, django_assert_num_queries):
    Ways.write(project, by=lead, text="We listen.")
    for number in (1, 2, 3):
        note_roles(project, by=lead, on=date(2026, 5, number), chair="Someone")

    with django_assert_num_queries(6):
        partnership_of(project)
