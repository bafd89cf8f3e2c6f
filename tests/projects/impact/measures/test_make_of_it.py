from datetime import date

import pytest
from django.utils import timezone

from outbox.models import Message
from projects.plan.models import Action
from tests import factories
from tests.reading import Page


@pytest.fixture
def form(measure):
    return measure.get_absolute_url() + "make-of-it/"


@pytest.fixture
def typed():
    return {"text": "Nights are calmer.", "who": "A carer and a nurse.",
            "agreed_on_day": "3", "agreed_on_month": "5", "agreed_on_year": "2026"}  # fmt: skip


def test_a_lead_writes_down_what_the_team_agreed(signed_in, lead, observer, measure, form, typed):
    response = signed_in(lead).post(form, typed)

    meaning = measure.meanings.get()
    assert response.url == meaning.get_absolute_url()
    assert (meaning.text, meaning.agreed_on, meaning.by) == (
        "Nights are calmer.", date(2026, 5, 3), lead,
    )  # fmt: skip
    line = measure.project.activity.first()
    assert (line.what, line.subject) == ("wrote down what we make of", "Complaints")
    shown = Page(signed_in(observer).get(measure.get_absolute_url())).text(f"meaning-{meaning.pk}")
    assert shown == ("Nights are calmer. Looked at together on 3 May 2026. A carer and a nurse.")


def test_everyone_behind_the_ideas_hears_first_and_the_team_too(
    signed_in, lead, participant, observer, project, measure, form, typed
):
    idea = factories.make_idea(project, "Softer bins.", by=participant)
    decision = factories.make_decision(project, ideas=[idea])
    action = Action.add(project, by=lead, what="Soft lids", decision=decision)
    measure.show([action], by=lead)
    Message.objects.all().delete()
    signed_in(lead).post(form, typed)

    told = {message.to: message for message in Message.objects.all()}
    assert set(told) == {participant, observer}
    assert told[participant].subject == "What came of it"
    assert "“Softer bins.”" in told[participant].text
    assert told[observer].subject == "What we make of the numbers"
    assert "Nights are calmer." in told[observer].text


def test_who_looks_again_writes_a_new_one_and_the_earlier_stays(
    signed_in, lead, measure, form, typed
):
    client = signed_in(lead)
    for text in ("Calmer.", "Calmer.", "Not any more."):
        client.post(form, typed | {"text": text})

    assert [one.text for one in measure.meanings.all()] == ["Not any more.", "Calmer."]


WRONG = [
    ({"text": ""}, "Write something here.", "text"),
    ({"agreed_on_day": "", "agreed_on_month": "", "agreed_on_year": ""}, "Write the day.",
     "agreed_on"),
    ({"agreed_on_year": str(timezone.localdate().year + 1)}, "This day is still to come.",
     "agreed_on"),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "said", "field"), WRONG)
def test_what_is_wrong_is_said_next_to_the_field(
    signed_in, lead, measure, form, typed, changed, said, field
):
    page = Page(signed_in(lead).post(form, typed | changed))

    assert said in page.text(f"id_{field}-error")
    assert not measure.meanings.exists()


@pytest.mark.parametrize(
    ("who", "status"), [("participant", 403), ("observer", 403), ("outsider", 404)]
)
def test_others_may_not(request, signed_in, measure, form, typed, who, status):
    assert signed_in(request.getfixturevalue(who)).post(form, typed).status_code == status
    assert not measure.meanings.exists()
