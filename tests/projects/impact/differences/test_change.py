import pytest

from projects.ideas.models import Idea
from tests import factories
from tests.reading import Page


@pytest.fixture
def form(room, difference):
    return f"{room}{difference.pk}/change/"


def opened(client, form):
    return Page(client.get(form)).values["opened_at"]


def test_who_wrote_it_changes_it(signed_in, participant, project, difference, form, typed):
    client = signed_in(participant)
    response = client.post(form, typed | {"opened_at": opened(client, form), "sharing": "public"})

    difference.refresh_from_db()
    assert response.url == difference.get_absolute_url()
    assert (difference.meant, difference.sharing) == ("People sleep.", "public")
    assert project.activity.first().what == "changed what was written about a difference:"


def test_an_idea_that_was_chosen_stays_on_offer(signed_in, lead, project, difference, form):
    idea = factories.make_idea(project, "Softer bins.", by=lead)
    difference.ideas.add(idea)

    assert "Softer bins." in signed_in(lead).get(form).text


def test_two_at_once_see_both_texts(signed_in, lead, participant, difference, form, typed):
    idea = factories.make_idea(difference.project, "Softer bins.", by=lead)
    Idea.objects.filter(pk=idea.pk).update(status="used")
    first, second = signed_in(participant), signed_in(lead)
    at = opened(second, form)
    first.post(form, typed | {"opened_at": at, "changed": "New lids."})
    response = second.post(
        form, typed | {"opened_at": at, "changed": "No bins.", "goes_back_to": [idea.pk]}
    )

    assert response.status_code == 409
    assert ("New lids." in response.text, "No bins." in response.text) == (True, True)
    difference.refresh_from_db()
    assert difference.changed == "New lids."
    again = Page(response).values
    second.post(form, typed | {"opened_at": again["opened_at"], "changed": again["changed"]})
    difference.refresh_from_db()
    assert difference.changed == "No bins."


def test_what_is_gone_is_said_so(signed_in, lead, difference, room, form, typed):
    difference.take_away(by=lead)

    assert signed_in(lead).post(form, typed).url == room
    assert signed_in(lead).get(f"{room}999/change/").status_code == 404


@pytest.mark.parametrize(
    ("who", "status"), [("other_member", 403), ("observer", 403), ("outsider", 404)]
)
def test_others_may_not(request, signed_in, difference, form, typed, who, status):
    assert signed_in(request.getfixturevalue(who)).post(form, typed).status_code == status
    difference.refresh_from_db()
    assert difference.meant == ""
