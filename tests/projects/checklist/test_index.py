from datetime import date

from tests.factories import make_member


def test_nine_checklists_with_their_progress(signed_in, participant, project, item):
    item.answer("done", by=participant)
    page = signed_in(participant).get(f"/projects/{project.pk}/checklist/").text

    assert page.count('class="stage-row__name"') == 9
    assert "1 of 3 done" in page
    assert page.count("0 of 3 done") == 8


def test_what_i_was_given_stands_first(signed_in, lead, project, item):
    member = make_member(project)
    item.give(member, by=lead, due_on=date(2026, 12, 1))
    page = signed_in(member.user).get(f"/projects/{project.pk}/checklist/").text

    assert "You said you would look at" in page
    assert "by 1 December 2026" in page
    other = signed_in(lead).get(f"/projects/{project.pk}/checklist/").text
    assert "You said you would look at" not in other


def test_queries_stay_flat(signed_in, lead, project, queries):
    url = f"/projects/{project.pk}/checklist/"
    mine = project.memberships.get(user=lead)
    project.checklist.first().give(mine, by=lead)
    with_one = queries(signed_in(lead), url)
    for item in project.checklist.all()[1:3]:
        item.give(mine, by=lead)
    assert queries(signed_in(lead), url) == with_one
