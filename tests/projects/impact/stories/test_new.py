import pytest

from projects.models import Hand, Support
from tests.reading import Page


@pytest.fixture
def form(url):
    return url + "stories/new/"


@pytest.fixture
def mine():
    return {"text": "I could not find the door.", "whose": "mine", "agrees": "on", "agreed": "",
            "sharing": "team", "told_on_day": "", "told_on_month": "4",
            "told_on_year": "2026"}  # fmt: skip


@pytest.fixture
def theirs(mine):
    more = {"whose": "others", "voice": "team", "perspective": "carer", "agreed": "Yes, in May."}
    return mine | more


def test_a_member_tells_their_own(signed_in, participant, project, form, mine):
    response = signed_in(participant).post(form, mine)

    story = project.stories.get()
    assert response.url == story.get_absolute_url()
    assert (story.given_by, story.written_by, story.voice) == (participant, None, "own")
    assert (story.perspective, story.told_on) == ("service_user", "2026-04")


def test_the_activity_says_whose_and_when_and_not_what(signed_in, participant, project, form, mine):
    signed_in(participant).post(form, mine)

    line = project.activity.first()
    assert (line.what, line.subject, line.note) == (
        "told how things are:", "A service user’s story, April 2026", "",
    )  # fmt: skip


def test_somebody_elses_is_written_down_with_how_they_agreed(
    signed_in, participant, project, form, theirs
):
    signed_in(participant).post(form, theirs | {"sharing": "public"})

    story = project.stories.get()
    assert (story.given_by, story.written_by, story.agreed) == (None, participant, "Yes, in May.")
    assert (story.voice, story.perspective, story.sharing) == ("team", "carer", "public")


def test_sent_twice_it_is_one(signed_in, participant, project, form, mine):
    for _press in range(2):
        signed_in(participant).post(form, mine)

    assert project.stories.count() == 1


WRONG = [
    ("text", "", "Write something here.", "text"),
    ("agrees", "", "Ask first. Without a yes, the story cannot stand here.", "agrees"),
    ("agreed", "", "Write how they said yes.", "agreed"),
    ("voice", "", "Choose one.", "voice"),
    ("whose", "", "Choose one.", "whose"),
    ("sharing", "private", "Choose one of these.", "sharing"),
]


@pytest.mark.parametrize(("name", "value", "said", "field"), WRONG)
def test_what_is_missing_is_said_next_to_the_field(
    signed_in, lead, project, form, theirs, name, value, said, field
):
    page = Page(signed_in(lead).post(form, theirs | {name: value}))

    assert said in page.text(f"id_{field}-error")
    assert not project.stories.exists()


def test_who_helps_a_member_writes_the_members_own(
    signed_in, lead, participant, observer, project, form, mine
):
    member = project.memberships.get(user=participant)
    support = Support.ask(member, by=participant, helper=observer)
    support.agree(by=observer)
    client = signed_in(observer)
    client.post(f"/projects/{project.pk}/support/{support.pk}/begin/")
    hand = Hand.objects.get()
    client.post(form, mine | {"written_for": str(hand.pk)})

    story = project.stories.get()
    assert (story.given_by, story.hand, story.perspective) == (participant, hand, "service_user")
    words = signed_in(participant).get("/projects/words/").text
    assert "I could not find the door." in words
    assert "I could not find the door." not in signed_in(observer).get("/projects/words/").text


@pytest.mark.parametrize(
    ("who", "status"), [("observer", 403), ("involvement", 403), ("outsider", 404)]
)
def test_others_may_not(request, signed_in, project, form, mine, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert client.get(form).status_code == status
    assert client.post(form, mine).status_code == status
    assert not project.stories.exists()


def test_it_can_stand_beside_the_numbers_it_is_about(
    signed_in, participant, lead, project, measure, form, mine
):
    measure.retire(by=lead, because="So.")
    page = signed_in(participant).get(form)
    assert f'value="{measure.pk}"' not in page.text
    measure.bring_back(by=lead)
    page = signed_in(participant).get(f"{form}?measure={measure.pk}")
    assert Page(page).values["measure"] == str(measure.pk)
    signed_in(participant).post(form, mine | {"measure": measure.pk})

    assert project.stories.get().measure == measure
