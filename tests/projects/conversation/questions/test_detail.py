from django.utils import timezone

from tests.factories import make_asked


def test_the_question_with_its_answers_newest_first_and_no_name_in_them(
    signed_in, observer, participant, lead, project
):
    asked = make_asked(project, "When?", by=participant)
    asked.say(by=lead, text="We ask the board.", by_when=timezone.localdate())
    asked.say(by=lead, text="In May.", answered_as="The ward manager", easy="May.")
    page = signed_in(observer).get(asked.get_absolute_url()).text

    assert page.index("In May.") < page.index("We ask the board.")
    assert "The ward manager" in page
    assert "We do not know yet. We will say by" in page
    assert lead.name not in page
    assert "Add to the answer" not in page
    assert "Add to the answer" in signed_in(lead).get(asked.get_absolute_url()).text


def test_what_waits_from_outside_is_not_there_for_the_rest(
    signed_in, lead, participant, involvement, from_outside
):
    url = from_outside.get_absolute_url()

    assert "We do not know by whom." in signed_in(lead).get(url).text
    assert signed_in(participant).get(url).status_code == 404
    assert signed_in(involvement).get(url).status_code == 404


def test_what_was_not_taken_in_stays_between_the_leads_and_whoever_asked(
    signed_in, lead, participant, observer, project
):
    asked = make_asked(project, "Who is ill?", by=participant)
    asked.decline(by=lead, because="It is about one person.")
    url = asked.get_absolute_url()

    assert "It is about one person." in signed_in(participant).get(url).text
    assert signed_in(lead).get(url).status_code == 200
    assert signed_in(observer).get(url).status_code == 404
