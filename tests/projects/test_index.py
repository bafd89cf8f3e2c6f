import re
from datetime import date, timedelta
from html import unescape

from django.utils import timezone

from projects.models import Project, Support
from projects.team.models import JoinRequest
from tests.factories import make_member, make_project, make_user
from tests.hands import paper_hands_of


def test_a_stranger_reads_what_to_do(signed_in, outsider):
    page = signed_in(outsider).get("/projects/").text

    assert "You are not in a project now." in page
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


def next_thing(signed_in, person):
    """(sentence, button, address) on their page, or None."""
    page = signed_in(person).get("/projects/").text
    if "card--next" not in page:
        return None
    card = page.split("card--next")[1].split("</section>")[0]
    [sentence] = re.findall(r'<p class="nhsuk-body-l">(.*?)</p>', card)
    [(address, button)] = re.findall(r'href="([^"]*)">([^<]*)</a>', card)
    return unescape(sentence), button, address


def test_someone_who_asks_to_join_comes_before_what_a_lead_was_given(
    signed_in, lead, participant, project, item
):
    item.give(project.memberships.get(user=lead), by=lead, due_on=date(2030, 12, 1))
    JoinRequest.objects.create(project=project, name="Una", digest="1", mark="1")

    asked = ("Someone asks to join the team, and waits for an answer.", "Read it")
    assert next_thing(signed_in, lead) == (*asked, f"/projects/{project.pk}/team/")
    assert next_thing(signed_in, participant)[1] == "Open the checklist"
    JoinRequest.objects.update(declined_at=timezone.now())
    assert next_thing(signed_in, lead)[1] == "Go to it"


def test_whom_another_made_a_lead_is_asked(signed_in, lead, participant, project):
    project.memberships.get(user=participant).change(by=lead, role="lead")

    sentence = "You were asked to lead this project with others. Is that all right?"
    found = next_thing(signed_in, participant)
    assert found == (sentence, "Say yes or no", project.get_absolute_url())


def test_whom_someone_asks_for_help_reads_it_in_no_team(signed_in, participant, outsider, project):
    member = project.memberships.get(user=participant)
    support = Support.ask(member, by=participant, helper=outsider)

    sentence = "Ben Participant would like you to help them take part."
    address = f"/projects/{project.pk}/support/{support.pk}/agree/"
    assert next_thing(signed_in, outsider) == (sentence, "Say yes or no", address)


def test_a_project_with_nothing_for_me_gives_way_to_one_with_something(
    signed_in, participant, lead, project, organisation
):
    other = make_project(organisation, "The garden", by=lead)
    make_member(other, user=participant)
    for item in other.checklist.filter(stage="big-idea"):
        item.answer("done", by=lead)

    assert next_thing(signed_in, participant)[2].startswith(f"/projects/{project.pk}/checklist/")


def test_an_observer_has_nothing_waiting(signed_in, observer, project):
    assert next_thing(signed_in, observer) is None
    assert "Nothing is waiting for you." in signed_in(observer).get("/projects/").text


def test_the_involvement_team_looks_at_the_quietest_project_that_might_welcome_help(
    signed_in, involvement, lead, project, organisation
):
    Project.objects.update(last_activity_at=timezone.now() - timedelta(days=40))
    make_member(make_project(organisation, by=lead), perspective="carer")

    found = next_thing(signed_in, involvement)
    sentence = "A project might welcome your help. Nobody with lived experience is in the team yet."
    assert found == (sentence, "Look at the project", project.get_absolute_url())


def test_the_involvement_team_is_not_told_to_ask_itself(signed_in, involvement, organisation):
    organisation.contact_phone = "01632 960045"
    organisation.save()
    page = signed_in(involvement).get("/projects/").text

    assert "Nothing is waiting for you." in page
    assert "See all projects of your organisation" in page
    assert "Would you like to join one?" not in page


def test_with_a_code_on_paper_one_sees_the_one_project_and_no_account(lead, project, organisation):
    joan = make_member(project, user=make_user("Joan", email=None))
    make_member(make_project(organisation, "The garden", by=lead), user=joan.user)
    page = paper_hands_of(joan, by=lead).get("/projects/").text

    assert ("A calmer waiting room" in page, "The garden" in page) == (True, False)
    assert ("/projects/words/" in page, "/accounts/news/" in page) == (True, False)
