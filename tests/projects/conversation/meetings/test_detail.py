from needs.models import Need, NeedKind
from projects.conversation.models import AgendaPoint, Coming
from tests import factories
from tests.reading import Page


def test_it_says_all_that_people_need_in_order_to_come(signed_in, observer, meeting, url):
    said = Page(signed_in(observer).get(url)).text("project-content")

    for words in (
        "The library, room 2", "Level entrance on the left.", "https://meet.collab.example/join",
        "0115 496 0000, then 8374#", "Call Asha, 07700 900123", "Breaks: at eleven",
    ):  # fmt: skip
        assert words in said, words


def test_the_phone_number_rings_at_one_press(signed_in, observer, url):
    page = signed_in(observer).get(url).text
    assert '<a href="tel:01154960000">0115 496 0000, then 8374#</a>' in page


def test_whoever_is_asked_to_come_can_say_what_they_need(signed_in, participant, url):
    page = Page(signed_in(participant).get(url))
    assert "Say what you need" in page.text("coming")


def test_the_agenda_says_who_brought_what(signed_in, observer, point, url):
    page = Page(signed_in(observer).get(url))

    said = page.text(f"point-{point.pk}")
    assert said == "1 The letter 20 minutes From Ben Participant (service user)"
    assert "20 of 120 minutes are planned." in page.text("agenda")


def test_the_team_sees_who_comes(signed_in, observer, lead, meeting, place, url):
    Coming.say(meeting, place, "yes")
    said = Page(signed_in(observer).get(url)).text("who")

    assert "Can come: 1 Ben Participant" in said
    assert "Not answered yet: Asha Lead, Olu Observer" in said


def test_an_observer_is_told_whom_to_tell(signed_in, observer, participant, meeting, url):
    assert "Tell someone who leads the team" in signed_in(observer).get(url).text
    assert "I can come" in signed_in(participant).get(url).text


def test_the_involvement_team_is_not_asked_to_come(signed_in, involvement, url):
    page = signed_in(involvement).get(url)

    assert page.status_code == 200
    assert "Can you come?" not in page.text
    assert "Tell someone who leads" not in page.text


def test_needs_are_shown_to_those_named_with_what_to_arrange(
    signed_in, lead, participant, project, url
):
    kind = next(one for one in NeedKind.objects.of([project.organisation]) if one.is_for_meetings)
    Need.tell(participant, by=participant, kind=kind, words="Qneed", named=[lead])

    shown = signed_in(lead).get(url).text
    assert kind.arrange in shown
    assert "Qneed" not in shown
    assert kind.arrange not in signed_in(participant).get(url).text


def test_called_off_it_says_why_and_asks_nobody(signed_in, lead, participant, meeting, url):
    meeting.call_off(by=lead, because="The hall is flooded.")
    shown = signed_in(participant).get(url).text

    assert "This meeting does not take place." in shown
    assert "The hall is flooded." in shown
    assert "I can come" not in shown


def test_scripts_stay_text(signed_in, lead, meeting, url):
    AgendaPoint.add(meeting, by=lead, title="<script>alert('p')</script>")

    assert "<script>alert" not in signed_in(lead).get(url).text


def test_outsiders_find_nothing(signed_in, outsider, other_lead, url):
    assert signed_in(outsider).get(url).status_code == 404
    assert signed_in(other_lead).get(url).status_code == 404


def test_one_point_and_one_answer_cost_as_many_queries_as_three(
    signed_in, lead, project, meeting, url, queries
):
    def grow():
        person = factories.make_user()
        member = factories.make_member(project, user=person)
        factories.make_point(meeting, by=person)
        factories.make_point(meeting, by=person, is_parked=True)
        Coming.say(meeting, member, "yes")

    grow()
    client = signed_in(lead)
    one = queries(client, url)
    grow()
    grow()

    assert queries(client, url) == one


def test_a_meeting_that_was_held_asks_nobody_any_more(signed_in, project, lead):
    meeting = factories.make_meeting(project, by=lead, days=-2)
    meeting.close(by=lead, opened_at=None, text="We met.")
    page = signed_in(lead).get(meeting.get_absolute_url()).text

    assert "Not answered yet" not in page
    assert "Nobody has answered yet." not in page
