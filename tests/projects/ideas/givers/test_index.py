"""Who gave ideas from outside and wants to hear of them: for the reader of the question alone."""

from projects.ideas.models import Giver


def page(project):
    return f"/projects/{project.pk}/ideas/givers/"


def test_the_reader_sees_whom_to_tell_and_no_contact(signed_in, lead, participant, project, idea):
    client = signed_in(participant)
    assert "To tell by phone or post" not in client.get(page(project)).text

    idea.let_in(by=lead)
    text = client.get(page(project)).text
    assert "To tell by phone or post" in text
    assert "A seat by the door." in text
    for hidden in ("Joan", "0163"):
        assert hidden not in text


def test_leads_who_are_not_the_reader_may_not_nor_may_others(signed_in, request, project, idea):
    answers = {
        who: signed_in(request.getfixturevalue(who)).get(page(project)).status_code
        for who in ("lead", "observer", "involvement", "outsider")
    }

    assert answers == {"lead": 403, "observer": 403, "involvement": 403, "outsider": 404}


def test_the_anonymous_are_not_there_and_those_with_e_mail_need_nobody(
    signed_in, lead, participant, project, question, idea
):
    anonymous, _code = Giver.give(question, mark="b", text="Louder music.")
    mailed, _code = Giver.give(question, mark="c", text="A clock.", email="a@collab.example")
    for one in (anonymous, mailed):
        one.let_in(by=lead)
    text = signed_in(participant).get(page(project)).text

    assert "Louder music." not in text
    assert "A clock." in text
    assert "To tell by phone or post" not in text


def test_one_or_three_ask_the_same_number_of_queries(
    signed_in, queries, lead, participant, project, question, idea
):
    idea.let_in(by=lead)
    client = signed_in(participant)
    client.get(page(project))
    one = queries(client, page(project))
    for number in range(2):
        more, _code = Giver.give(question, mark=f"m{number}", text=f"{number}.", reach="Here")
        more.let_in(by=lead)

    assert queries(client, page(project)) == one
