import pytest

from tests.factories import make_project
from tests.reading import Page


def url_of(assessment):
    return f"/projects/{assessment.project_id}/assessment/{assessment.pk}/said/"


@pytest.mark.parametrize("who", ["lead", "participant", "observer", "involvement"])
def test_every_question_with_everything_people_said(
    request, signed_in, participant, carer, going_on, who
):
    first, *_rest = going_on.questions.all()
    first.say(by=participant, note="We have the time.")
    first.say(by=carer, note="I have none.")
    page = Page(signed_in(request.getfixturevalue(who)).get(url_of(going_on)))

    assert page.text(f"question-{first.pk}") == (
        "1. Decision Time, item 1 Ben Participant We have the time. Cleo Carer I have none."
    )
    assert "Nobody has said anything to this." in page.text(f"question-{first.pk + 1}")


def test_it_reads_as_it_was_asked_whatever_the_checklist_says_later(
    signed_in, lead, project, going_on
):
    item = project.checklist.filter(stage="decision-time").first()
    item.reword("Something else", by=lead)
    text = signed_in(lead).get(url_of(going_on)).text

    assert ("Decision Time, item 1" in text, "Something else" in text) == (True, False)


def test_one_voice_and_three_voices_cost_the_same(
    signed_in, lead, participant, carer, staff, going_on, queries
):
    first, second, *_rest = going_on.questions.all()
    client = signed_in(lead)
    first.say(by=participant, note="One.")
    one = queries(client, url_of(going_on))
    first.say(by=carer, note="Two.")
    second.say(by=staff, note="Three.")

    assert queries(client, url_of(going_on)) == one


def test_not_for_others_and_not_inside_another_project(
    signed_in, lead, outsider, organisation, going_on
):
    other = make_project(organisation, by=lead)
    elsewhere = url_of(going_on).replace(f"/{going_on.project_id}/a", f"/{other.pk}/a")

    assert signed_in(outsider).get(url_of(going_on)).status_code == 404
    assert signed_in(lead).get(elsewhere).status_code == 404
