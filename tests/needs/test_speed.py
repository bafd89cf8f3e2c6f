from datetime import date, timedelta

from django.utils import timezone

from needs.models import AskedAnotherWay
from needs.speed import months_of
from tests import factories
from tests.needs.marks import of_page


def asked(organisation, *, days_ago=0, done_after=None, could_not=False, **fields):
    """A request of some days ago, with what became of it."""
    today, now = timezone.localdate(), timezone.now()
    fields = {"way": "post", "reach": "come_in", "words": str(fields) + str(days_ago)} | fields
    row = AskedAnotherWay.ask(organisation, **fields)
    then = now - timedelta(days=days_ago)
    due = {"asked_at": then, "due_on": timezone.localdate(then) + timedelta(days=7)}
    if done_after is not None:
        row.done("Done", today, by=row.named)
        due["done_on"] = timezone.localdate(then) + timedelta(days=done_after)
    if could_not:
        row.could_not("No", by=row.named)
    AskedAnotherWay.objects.filter(pk=row.pk).update(**due)
    return row


def test_the_figures_of_a_month(organisation, involvement):
    today = timezone.localdate()
    ago = (today - today.replace(day=1)).days + 10  # last month, whatever day it is
    for number, days in enumerate((2, 4, 12)):
        asked(organisation, days_ago=ago, done_after=days, words=str(number))
    asked(organisation, days_ago=ago, could_not=True)
    asked(organisation, days_ago=ago, words="waiting")

    [month] = months_of([organisation])

    assert (month.asked, month.met, month.could_not, month.waiting) == (5, 3, 1, 1)
    assert (month.median, month.late) == (4, 1 + (ago > 7) + (ago > 7))
    assert isinstance(month.first, date)


def test_the_involvement_team_reads_figures_and_who_is_late(
    signed_in, organisation, involvement, project, lead
):
    asked(organisation, days_ago=30, project=project, name="Joan Secret", words="My bad hearing")

    text = of_page(signed_in(involvement).get("/needs/speed/"))

    assert f"{lead.name} In “{project.title}” Was due on" in text
    assert "Joan Secret" not in text
    assert "hearing" not in text


def test_nobody_else_reads_them(
    signed_in, lead, administrator, participant, other_involvement, organisation, involvement
):
    asked(organisation, days_ago=30)
    answers = [
        signed_in(one).get("/needs/speed/").status_code
        for one in (lead, administrator, participant)
    ]
    elsewhere = of_page(signed_in(other_involvement).get("/needs/speed/"))

    assert answers == [404] * 3
    assert "Nobody has asked yet." in elsewhere
    assert "Nothing is late." in elsewhere


def test_one_late_request_and_three_cost_the_same(
    signed_in, queries, organisation, involvement, project
):
    client = signed_in(involvement)
    asked(organisation, days_ago=30, project=project, words="one")
    with_one = queries(client, "/needs/speed/")
    other = factories.make_project(organisation, "Two", by=factories.make_user())
    asked(organisation, days_ago=60, project=other, words="two")
    asked(organisation, days_ago=90, words="three")

    assert queries(client, "/needs/speed/") == with_one
