import pytest

from projects.plan.models import Action
from tests.factories import make_project


@pytest.fixture
def form(measure):
    return measure.get_absolute_url() + "actions/"


def test_a_lead_chooses_what_it_shows_the_effect_of(signed_in, lead, project, measure, form):
    first, second = (Action.add(project, by=lead, what=f"Action {one}") for one in (1, 2))
    response = signed_in(lead).post(form, {"actions": [first.pk]})

    assert response.url == measure.get_absolute_url()
    assert list(measure.actions.all()) == [first]
    assert project.activity.first().what == "said what is shown by the measure"
    lines = project.activity.count()
    signed_in(lead).post(form, {"actions": [first.pk]})
    assert project.activity.count() == lines
    signed_in(lead).post(form, {})
    assert not measure.actions.exists()
    assert "Action 2" in signed_in(lead).get(form).text


def test_with_nothing_planned_it_says_so(signed_in, lead, form):
    assert "Nothing is planned yet" in signed_in(lead).get(form).text


def test_an_action_of_another_project_cannot_be_chosen(signed_in, lead, measure, form):
    other = make_project(measure.project.organisation, by=lead)
    theirs = Action.add(other, by=lead, what="Theirs")
    Action.add(measure.project, by=lead, what="Ours")
    page = signed_in(lead).post(form, {"actions": [theirs.pk]})

    assert "Choose one of these." in page.text or "not one of the available" in page.text
    assert not measure.actions.exists()


@pytest.mark.parametrize(
    ("who", "status"), [("participant", 403), ("observer", 403), ("outsider", 404)]
)
def test_others_may_not(request, signed_in, form, who, status):
    assert signed_in(request.getfixturevalue(who)).post(form, {}).status_code == status
