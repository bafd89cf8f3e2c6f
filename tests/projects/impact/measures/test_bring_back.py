from projects.impact.models import Measure


def test_it_is_collected_again_when_there_is_room(signed_in, lead, project, measure):
    measure.retire(by=lead, because="So.")
    for number in range(5):
        Measure.add(project, by=lead, name=f"Measure {number}")
    press = measure.get_absolute_url() + "bring-back/"

    assert "You measure 5 things already" in signed_in(lead).post(press).text
    measure.refresh_from_db()
    assert measure.retired_on is not None
    project.measures.standing().last().retire(by=lead, because="So.")
    for _press in range(2):
        assert signed_in(lead).post(press).url == measure.get_absolute_url()
    measure.refresh_from_db()
    assert (measure.retired_on, measure.retired_because) == (None, "")


def test_a_participant_may_not(signed_in, participant, lead, measure):
    measure.retire(by=lead, because="So.")

    press = measure.get_absolute_url() + "bring-back/"
    assert signed_in(participant).post(press).status_code == 403
