from datetime import timedelta

from django.utils import timezone

from needs.models import AskedAnotherWay
from tests.needs.marks import of_page


def ask(project, words, **fields):
    fields = {"way": "post", "reach": "come_in"} | fields
    return AskedAnotherWay.ask(project.organisation, project=project, words=words, **fields)


def test_the_soonest_comes_first(signed_in, project, lead):
    later = ask(project, "later", way="large_print")
    sooner = ask(project, "sooner", way="phone")
    day = timezone.localdate() - timedelta(days=1)
    AskedAnotherWay.objects.filter(pk=sooner.pk).update(due_on=day)

    text = of_page(signed_in(lead).get("/needs/tasks/"))

    assert text.index("By phone Late Was due on") < text.index("In large print By")
    assert later.named == lead


def test_each_sees_only_their_own(signed_in, project, lead, involvement, administrator, observer):
    ask(project, "The plan", way="large_print")

    seen = {
        one.name: "In large print" in signed_in(one).get("/needs/tasks/").text
        for one in (lead, involvement, administrator, observer)
    }
    assert seen == {
        lead.name: True,
        involvement.name: False,
        administrator.name: False,
        observer.name: False,
    }


def test_what_nobody_was_named_for_is_seen_by_those_who_look_after_the_organisation(
    signed_in, organisation, administrator, lead
):
    row = AskedAnotherWay.ask(organisation, way="large_print", reach="come_in")
    AskedAnotherWay.objects.filter(pk=row.pk).update(named=None)

    assert "In large print" in signed_in(administrator).get("/needs/tasks/").text
    assert "In large print" not in signed_in(lead).get("/needs/tasks/").text


def test_one_task_and_three_cost_the_same(signed_in, queries, project, lead):
    client = signed_in(lead)
    ask(project, "one")
    ask(project, "one done").done("Yes", timezone.localdate(), by=lead)
    with_one = queries(client, "/needs/tasks/")
    for words in ("two", "three"):
        ask(project, words)
        ask(project, f"{words} done").done("Yes", timezone.localdate(), by=lead)

    assert queries(client, "/needs/tasks/") == with_one
