from projects.plan.models import Approval
from tests.reading import Page


def test_what_is_needed_and_what_was_said(signed_in, observer, lead, project, url, approval, days):
    late = Approval.need(project, by=lead, who="The payer", what_for="Money", needed_by=days(-1))
    had = Approval.need(project, by=lead, who="Scrutiny", what_for="The move")
    had.answer("had", by=lead, answered_on=days(-3), reference="Minute 7")
    page = Page(signed_in(observer).get(url + "approvals/"))

    assert "Still needed Not asked yet" in page.text(f"approval-{approval.pk}")
    assert "Have they answered, or can it wait?" in page.text(f"approval-{late.pk}")
    assert "They said yes" in page.text(f"approval-{had.pk}")
    assert "Written in: Minute 7" in page.text(f"approval-{had.pk}")


def test_empty_it_says_how_to_begin(signed_in, lead, url):
    said = signed_in(lead).get(url + "approvals/").text

    assert "No approval is written down yet" in said and "who can still say no to this?" in said


def test_one_row_or_three_ask_as_much(signed_in, lead, project, url, approval, queries):
    client = signed_in(lead)
    one = queries(client, url + "approvals/")
    for number in range(2):
        Approval.need(project, by=lead, who=f"Board {number}", what_for="Money")
    assert queries(client, url + "approvals/") == one
