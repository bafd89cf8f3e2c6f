from projects.conversation.models import Hearer


def test_the_plan_as_one_table(signed_in, observer, lead, project, plan, typed):
    Hearer.add(project, by=lead, **typed)
    page = signed_in(observer).get(plan).text

    assert [words for words in typed.values() if words not in page] == []
    assert "Take away" not in page


def test_an_empty_plan_says_how_to_begin(signed_in, participant, observer, plan):
    assert "Begin with those who hear least at the moment." in signed_in(participant).get(plan).text
    assert "Add who hears what" not in signed_in(observer).get(plan).text


def test_three_rows_cost_no_more_than_one(signed_in, lead, project, plan, queries):
    Hearer.add(project, by=lead, who="One")
    one = queries(signed_in(lead), plan)
    Hearer.add(project, by=lead, who="Two")
    Hearer.add(project, by=lead, who="Three")
    assert queries(signed_in(lead), plan) == one


def test_nobody_else_sees_it(signed_in, outsider, plan):
    assert signed_in(outsider).get(plan).status_code == 404
