from datetime import date

from tests.factories import make_member, make_project


def test_a_stranger_reads_what_to_do(signed_in, outsider):
    page = signed_in(outsider).get("/projects/").text

    assert "You are not in a project yet." in page
    assert "Start a project" not in page


def test_my_one_next_thing_is_what_i_was_given(signed_in, lead, project, item):
    member = make_member(project)
    item.give(member, by=lead, due_on=date(2030, 12, 1))
    page = signed_in(member.user).get("/projects/").text

    assert "By 1 December 2030, please look at this: “The Big Idea, item 1”" in page
    assert f'href="{item.get_absolute_url()}">Go to it</a>' in page


def test_nothing_is_waiting_when_all_is_answered(signed_in, participant, lead, project):
    for item in project.checklist.filter(stage="big-idea"):
        item.answer("done", by=lead)
    assert "Nothing is waiting for you." in signed_in(participant).get("/projects/").text


def test_only_my_projects_are_here_and_closed_ones_apart(
    signed_in, lead, project, other_lead, organisation
):
    done = make_project(organisation, "The old garden", by=lead)
    done.turn("complete", by=lead, because="It is open.")
    page = signed_in(lead).get("/projects/").text

    assert page.index("A calmer waiting room") < page.index("Closed projects")
    assert page.index("Closed projects") < page.index("The old garden")
    assert "Another project" not in page


def test_someone_who_left_does_not_see_it_any_more(signed_in, participant, project):
    project.memberships.get(user=participant).leave(by=participant)

    assert project.title not in signed_in(participant).get("/projects/").text
    assert signed_in(participant).get(f"/projects/{project.pk}/").status_code == 404


def test_nobody_is_sent_to_sign_in(client, db):
    assert client.get("/projects/").url == "/accounts/login/?next=/projects/"


def test_queries_stay_flat(signed_in, lead, organisation, project, queries):
    with_one = queries(signed_in(lead), "/projects/")
    make_project(organisation, by=lead)
    make_project(organisation, by=lead)
    assert queries(signed_in(lead), "/projects/") == with_one
