from datetime import date

import pytest
from django.utils.timezone import localdate

from outbox.models import Message
from projects.assessment.models import Assessment
from tests.factories import make_assessment
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/assessment/result/"


@pytest.fixture
def typed(project, going_on):
    shared = project.part_versions.standing().exclude(state="fixed")
    return {
        "outcome": "part",
        "parts": [str(one.pk) for one in shared],
        "alternative": "We ask for views on the rest.",
        "reason": "The money is fixed.",
        "by_whom": "The team in May",
        "where": "inside",
        "lived_said": "Do not waste our time.",
        "staff_said": "",
        "review_on_day": "1",
        "review_on_month": "5",
        "review_on_year": "2999",
    }


def test_part_of_it_becomes_one_decision(signed_in, lead, project, going_on, url, typed):
    response = signed_in(lead).post(url, typed)

    going_on.refresh_from_db()
    assert response.url == f"/projects/{project.pk}/assessment/{going_on.pk}/"
    assert (going_on.outcome, going_on.shared) == ("part", ["Opening hours", "The rooms"])
    [decision] = project.decisions.all()
    assert going_on.decision == decision
    assert decision.decision == (
        "We do these parts together, and not the rest:\n"
        "– Opening hours: We design it together\n"
        "– The rooms: We ask you\n"
        "What we offer instead: We ask for views on the rest."
    )
    assert (decision.question, decision.stage) == ("Can we do this together?", "decision-time")
    assert decision.options_list == ["All of it", "Part of it", "None of it"]
    assert (decision.reason, decision.by_whom) == ("The money is fixed.", "The team in May")
    assert (decision.where, decision.lived_said) == ("inside", "Do not waste our time.")
    assert (decision.decided, decision.level) == (localdate().isoformat(), "")
    assert decision.review_on == date(2999, 5, 1)
    assert decision.is_agreed
    assert project.activity.first().what == "recorded the decision"
    assert going_on.version == project.activity.first().version


def test_all_of_it_needs_no_parts_and_no_alternative(signed_in, lead, project, url, typed):
    typed |= {"outcome": "all", "alternative": ""}
    signed_in(lead).post(url, typed)

    assessment = project.assessments.get()
    assert assessment.decision.decision == "We do all of this together."
    assert assessment.sentence == "All of this is done together."
    assert not assessment.parts.exists()


def test_one_level_for_all_that_is_shared_is_that_of_the_decision(
    signed_in, lead, project, url, typed
):
    typed["parts"] = typed["parts"][:1]
    signed_in(lead).post(url, typed)

    assert project.decisions.get().level == "L-4"


def test_the_parts_stay_as_they_read_when_it_was_decided(lead, project, parts, concluded):
    parts[0].change(by=lead, name="Times", state="fixed", because="A new law.")

    assert Assessment.objects.get(pk=concluded.pk).shared == ["Opening hours"]


def test_the_team_is_told_once_with_the_whole_decision(
    signed_in, lead, participant, project, url, typed
):
    Message.objects.all().delete()
    signed_in(lead).post(url, typed)

    [told] = Message.objects.filter(to=participant)
    assert told.url == project.assessments.get().get_absolute_url()
    assert "The money is fixed." in told.text
    assert "Do you agree, or do you see it differently?" in told.text


WRONG = [
    ({"outcome": ""}, "outcome", "Choose one."),
    ({"outcome": "half"}, "outcome", "Choose one of these."),
    ({"parts": []}, "parts", "Choose at least one part."),
    ({"parts": ["999999"]}, "parts", "Choose one of these."),
    ({"alternative": ""}, "alternative", "Say what you offer instead."),
    ({"outcome": "none", "alternative": ""}, "alternative", "Say what you offer instead."),
    ({"reason": ""}, "reason", "Write the reason, or tick"),
    ({"reason": "nul\x00l"}, "reason", "that nobody can see"),
    ({"by_whom": ""}, "by_whom", "Write something here."),
    ({"by_whom": "b" * 201}, "by_whom", "This is too long"),
    ({"where": "mars"}, "where", "Choose one of these."),
    ({"review_on_day": "32"}, "review_on", "This is not a real date."),
]


@pytest.mark.parametrize(("change", "field", "said"), WRONG)
def test_what_is_wrong_is_said_next_to_the_field(
    signed_in, lead, project, going_on, url, typed, change, field, said
):
    response = signed_in(lead).post(url, typed | change)

    assert said in Page(response).text(f"id_{field}-error")
    assert Page(response).values["lived_said"] == "Do not waste our time."
    assert not project.decisions.exists()


def test_what_is_fixed_cannot_be_shared(signed_in, lead, project, url, typed):
    fixed = project.part_versions.standing().get(state="fixed")
    response = signed_in(lead).post(url, typed | {"parts": [fixed.pk]})

    assert Page(response).text("id_parts-error")


def test_with_nothing_open_on_the_sheet_it_leads_there(signed_in, lead, project, prompts, url):
    make_assessment(project, by=lead)
    response = signed_in(lead).post(url, {"outcome": "part"})

    assert "Write the parts on the sheet first." in Page(response).text("id_parts-error")


def test_the_reason_may_be_missing_on_purpose(signed_in, lead, project, url, typed):
    signed_in(lead).post(url, typed | {"reason": "", "no_reason_yet": "on"})

    project.refresh_from_db()
    assert project.decisions.get().is_bare
    assert project.decisions_bare == 1


def test_a_later_choice_takes_the_place_of_the_one_before(signed_in, lead, project, concluded, url):
    make_assessment(project, by=lead)
    later = {"outcome": "all", "reason": "There is money now.", "by_whom": "The board"}
    signed_in(lead).post(url, later)

    newest = project.assessments.concluded().first()
    concluded.refresh_from_db()
    assert newest.decision.replaces == concluded.decision
    assert concluded.decision.is_replaced
    assert concluded.sentence == "Part of this is done together: “Opening hours”."
    assert project.decisions.agreed().count() == 1


def test_the_same_choice_once_more_is_a_decision_of_its_own(lead, project, concluded):
    again = make_assessment(
        project,
        by=lead,
        outcome="part",
        parts=concluded.parts.all(),
        alternative="We ask for views.",
    )

    assert again.decision != concluded.decision


def test_pressed_twice_it_is_decided_once(signed_in, lead, project, going_on, url, typed):
    late = Assessment.objects.get(pk=going_on.pk)
    details = {"outcome": "all", "reason": "It helps.", "by_whom": "The team"}
    going_on.conclude(by=lead, **details)
    late.conclude(by=lead, **details)

    assert project.decisions.count() == 1
    assert late.decision == going_on.decision


def test_two_leads_at_once_the_second_keeps_every_word(
    signed_in, lead, project, going_on, url, typed
):
    going_on.conclude(by=lead, outcome="all", reason="It helps.", by_whom="The team")
    response = signed_in(lead).post(url, typed)

    page = Page(response)
    assert response.status_code == 409
    assert page.text("late").startswith("It was decided while you were writing")
    assert page.values["reason"] == "The money is fixed."
    assert project.decisions.count() == 1


def test_when_nobody_is_asked_it_leads_to_the_list(signed_in, lead, project, url):
    assert signed_in(lead).get(url).url == f"/projects/{project.pk}/assessment/"


@pytest.mark.parametrize(
    ("who", "status"),
    [("participant", 403), ("observer", 403), ("involvement", 403), ("outsider", 404)],
)
def test_others_may_not(request, signed_in, project, url, typed, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert client.get(url).status_code == client.post(url, typed).status_code == status
    assert not project.decisions.exists()


def test_each_part_says_its_state_and_level(signed_in, lead, url, typed):
    text = signed_in(lead).get(url).text

    assert "Partly open. We ask you" in text
    assert "Some parts are fixed." in text
