from projects.plan.models import PlanChange
from tests.reading import Page

SAID = {"kind": "delay", "what": "It opens in May.", "because": "Rain.", "next_step": "We wait."}


def test_each_change_with_why_and_what_next(signed_in, observer, lead, project, url, decision):
    change = PlanChange.tell(project, by=lead, decisions=[decision], **SAID)
    said = Page(signed_in(observer).get(url + "changes/")).text(f"change-{change.pk}")

    assert said.startswith("It will be later")
    assert "It opens in May. Why Rain. What happens next We wait. It touches: Where do the" in said


def test_empty(signed_in, lead, url):
    assert "The plan has not changed yet" in signed_in(lead).get(url + "changes/").text


def test_one_row_or_three_ask_as_much(signed_in, lead, project, url, decision, queries):
    client = signed_in(lead)
    PlanChange.tell(project, by=lead, decisions=[decision], **SAID)
    one = queries(client, url + "changes/")
    for number in range(2):
        more = SAID | {"what": f"Another {number}"}
        PlanChange.tell(project, by=lead, decisions=[decision], **more)
    assert queries(client, url + "changes/") == one
