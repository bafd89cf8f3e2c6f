import csv
from io import StringIO

from projects.conversation.models import AskedQuestion
from tests.factories import make_asked


def rows_of(response):
    return list(csv.DictReader(StringIO(response.getvalue().decode("utf-8-sig"))))


def test_questions_with_their_newest_answer_and_nobodys_name(
    signed_in, participant, lead, project, room
):
    asked = make_asked(project, "When?", by=participant)
    asked.say(by=lead, text="In May.", answered_as="The ward manager")
    asked.say(by=lead, text="In June.", answered_as="The ward manager")
    [row] = rows_of(signed_in(participant).get(f"{room}questions.csv"))

    said = (row["Question"], row["Answer"], row["Who answered"], row["How far it is"])
    assert said == ("When?", "In June.", "The ward manager", "Answered")
    assert participant.name not in str(row)


def test_what_waits_from_outside_is_in_the_leads_file_alone(
    signed_in, participant, lead, project, room
):
    with project.changing():
        AskedQuestion.receive(project, question="Is the ward closing?")

    assert len(rows_of(signed_in(lead).get(f"{room}questions.csv"))) == 1
    assert rows_of(signed_in(participant).get(f"{room}questions.csv")) == []
