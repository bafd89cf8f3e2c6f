import pytest

from tests.reading import Page


@pytest.fixture
def form(measure):
    return measure.get_absolute_url() + "change/"


def test_the_form_says_what_is_there_and_a_lead_changes_it(
    signed_in, lead, measure, form, about_measure
):
    client = signed_in(lead)
    assert Page(client.get(form)).values["name"] == "Complaints"
    response = client.post(form, about_measure | {"opened_at": str(measure.version)})

    measure.refresh_from_db()
    assert response.url == measure.get_absolute_url()
    assert (measure.name, measure.expected) == ("How calm it is", "1,250")
    page = Page(client.get(form))
    assert page.values["expected"] == "1,250"
    lines = measure.project.activity.count()
    client.post(form, {name: page.values[name] for name in about_measure})
    assert measure.project.activity.count() == lines


def test_two_people_at_once_both_texts_are_shown(signed_in, lead, measure, form, about_measure):
    typed = about_measure | {"opened_at": str(measure.version)}
    measure.change(by=lead, name="All complaints", target_words="fewer")
    response = signed_in(lead).post(form, typed)

    page = Page(response)
    assert response.status_code == 409
    shown = page.text("meanwhile")
    assert "What you wrote How calm it is What is there now All complaints" in shown
    assert "What you wrote 1,250 What is there now fewer" in shown
    signed_in(lead).post(form, {name: page.values[name] for name in typed})
    measure.refresh_from_db()
    assert measure.name == "How calm it is"


@pytest.mark.parametrize(("who", "status"), [("participant", 403), ("outsider", 404)])
def test_others_may_not(request, signed_in, measure, form, about_measure, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert client.post(form, about_measure).status_code == status
    measure.refresh_from_db()
    assert measure.name == "Complaints"
