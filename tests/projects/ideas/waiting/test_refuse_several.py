"""A heap of rubbish is refused for one reason."""

from projects.ideas.models import Giver, Idea


def page(project):
    return f"/projects/{project.pk}/ideas/waiting/refuse-several/"


def test_those_that_were_ticked_are_refused_and_the_others_wait(
    signed_in, participant, project, question, idea, others_idea
):
    junk = [Giver.give(question, mark=f"m{n}", text=f"Buy pills {n}.")[0] for n in range(3)]
    client = signed_in(participant)
    numbers = [str(one.pk) for one in junk[:2]] + [str(others_idea.pk), "many", "9" * 30]
    asked = client.get(page(project), {"idea": numbers}).text
    assert "Buy pills 0." in asked
    assert "Buy pills 2." not in asked
    assert "More fruit." not in asked

    typed = {"idea": numbers, "reason": "other", "because": ""}
    assert "2 ideas are not taken in." in client.post(page(project), typed, follow=True).text
    assert set(Idea.objects.waiting()) == {idea, others_idea, junk[2]}


def test_without_a_reason_it_asks_again_with_the_same_ideas(signed_in, participant, project, idea):
    text = signed_in(participant).post(page(project), {"idea": [idea.pk]}).text

    assert "Choose one." in text
    assert f'name="idea" value="{idea.pk}"' in text


def test_nothing_ticked_is_said(signed_in, participant, project, idea):
    assert "Tick the ideas first." in signed_in(participant).get(page(project), follow=True).text


def test_others_may_not(signed_in, request, project, idea):
    answers = [
        signed_in(request.getfixturevalue(who)).post(page(project)).status_code
        for who in ("observer", "involvement", "outsider")
    ]

    assert answers == [403, 403, 404]
