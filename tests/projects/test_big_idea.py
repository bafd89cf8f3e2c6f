import pytest


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/big-idea/"


def typed(project, **changes):
    return {
        "title": project.title,
        "idea": project.idea,
        "opened_at": project.idea_as_opened(),
    } | changes


def test_a_lead_changes_what_the_big_idea_says(signed_in, lead, project, url):
    date = {"review_on_day": "1", "review_on_month": "3", "review_on_year": "2027"}
    signed_in(lead).post(url, typed(project, problem="It is loud.", **date))

    project.refresh_from_db()
    assert (project.problem, str(project.review_on)) == ("It is loud.", "2027-03-01")
    assert project.activity.first().what == "changed the big idea"


def test_saving_it_as_it_is_records_nothing(signed_in, lead, project, url):
    version = project.version
    signed_in(lead).post(url, typed(project))

    project.refresh_from_db()
    assert project.version == version


def test_the_second_of_two_leads_sees_both_texts(signed_in, lead, project, url):
    second = typed(project, idea="Yours: paint it green.")
    signed_in(lead).post(url, typed(project, idea="Mine: paint it blue."))
    response = signed_in(lead).post(url, second)

    assert response.status_code == 409
    assert "Mine: paint it blue." in response.text
    assert "Yours: paint it green." in response.text
    project.refresh_from_db()
    assert project.idea == "Mine: paint it blue."


def test_a_tick_meanwhile_is_no_reason_to_ask_again(signed_in, lead, project, item, url):
    form = typed(project, idea="Paint it green.")
    item.answer("done", by=lead)
    signed_in(lead).post(url, form)

    project.refresh_from_db()
    assert project.idea == "Paint it green."


def test_who_may(signed_in, participant, involvement, outsider, project, url):
    for person, status in ((participant, 403), (involvement, 403), (outsider, 404)):
        assert signed_in(person).post(url, typed(project, idea="No.")).status_code == status
    project.refresh_from_db()
    assert project.idea == "Open on Saturdays."


def test_what_people_have_said_already_is_kept_and_the_problem_comes_first(
    signed_in, lead, project, url
):
    client = signed_in(lead)
    page = client.get(url).text
    assert page.index("What problem does it solve") < page.index("What is the idea?")
    client.post(url, typed(project, already_said="Thirty people wrote to us."))

    project.refresh_from_db()
    assert project.already_said == "Thirty people wrote to us."


def test_where_it_came_from_stays_and_its_note_can_change(signed_in, lead, project, url):
    client = signed_in(lead)
    page = client.get(url).text
    assert "Began with: A team" in page
    assert "This label stays for the life of the project" in page
    assert 'name="origin"' not in page
    client.post(url, typed(project, origin="person", origin_note="Begun in May."))

    project.refresh_from_db()
    assert (project.origin, project.origin_note) == ("team", "Begun in May.")
    opened_at = project.idea_as_opened()
    with pytest.raises(ValueError, match="does not change"):
        project.reword(by=lead, opened_at=opened_at, origin="person")


def test_the_label_stands_wherever_the_project_is_shown(signed_in, lead, involvement, project):
    places = [
        (lead, "/projects/"),
        (lead, f"/projects/{project.pk}/"),
        (lead, f"/projects/{project.pk}/team/"),
        (involvement, "/portfolio/"),
    ]
    for person, place in places:
        assert "Began with: A team" in signed_in(person).get(place).text, place
    summary = signed_in(lead).get(f"/projects/{project.pk}/exports/summary/").text
    assert "A team" in summary


def test_the_guides_questions_stand_beside_the_form(signed_in, lead, project, url):
    project.edition.prompts.create(
        key="P-1", stage="big-idea", position=1, text="Who asked for this?"
    )
    for page in (url, "/projects/new/"):
        assert "Who asked for this?" in signed_in(lead).get(page).text
