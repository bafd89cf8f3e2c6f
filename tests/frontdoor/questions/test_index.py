from outbox.models import Message
from projects.consents.models import Consent, ConsentUse
from projects.consents.wording import Use
from projects.conversation.models import AskedQuestion
from tests.factories import make_asked, make_follower


def test_what_was_answered_for_anyone_without_who_asked(client, lead, participant, project, url):
    place = project.memberships.get(user=participant)
    Consent.give(place, Use.PUBLIC_WORDS, by=participant)
    public = make_asked(project, "When does it begin?", by=participant)
    public.say(by=lead, text="In May.", answered_as="The ward manager", sharing="public")
    make_asked(project, "For the team?", by=participant).say(by=lead, text="Yes.")
    make_asked(project, "Not answered?")
    page = client.get(url).text

    for words in ("When does it begin?", "In May.", "The ward manager"):
        assert words in page
    for hidden in ("For the team?", "Not answered?", participant.name, lead.name):
        assert hidden not in page
    assert "When does it begin?" in client.get(f"/frontdoor/{project.pk}/").text


def test_the_words_of_a_member_stand_there_while_they_agree(
    client, lead, participant, project, url
):
    """As their ideas do: a lead cannot choose it for them."""
    make_follower(project, "f@collab.example")
    place = project.memberships.get(user=participant)
    asked = make_asked(project, "Why is my ward cold?", by=participant)
    asked.say(by=lead, text="We look.", sharing="public")
    pages = [url, f"/frontdoor/{project.pk}/"]

    def is_there():
        return ["Why is my ward cold?" in client.get(page).text for page in pages]

    assert is_there() == [False, False]
    assert not any("cold" in one.opened()[0] for one in Message.objects.filter(to=None))
    Consent.give(place, Use.PUBLIC_WORDS, by=participant)
    assert is_there() == [True, True]
    Consent.withdraw(place, Use.PUBLIC_WORDS, by=participant)
    assert is_there() == [False, False]


def test_where_it_stands_is_written_down_for_who_asked(lead, participant, project, url):
    place = project.memberships.get(user=participant)
    Consent.give(place, Use.PUBLIC_WORDS, by=participant)
    asked = make_asked(project, by=participant)
    asked.say(by=lead, text="We look.", sharing="public")
    asked.say(by=lead, text="It is warm now.", sharing="public")

    [used] = ConsentUse.objects.all()
    assert (used.consent.membership, used.url) == (place, url)


def test_three_rows_cost_no_more_than_one(client, lead, given, url, queries):
    def fill():
        asked, _code = given(f"Why? {AskedQuestion.objects.count()}")
        asked.say(by=lead, text="Yes.", sharing="public")

    fill()
    one = queries(client, url)
    fill()
    fill()
    assert queries(client, url) == one


def test_what_is_not_published_is_not_there(client, lead, project, url):
    project.take_down(by=lead)

    assert client.get(url).status_code == 404
