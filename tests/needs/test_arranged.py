from datetime import date

from outbox.models import Message
from tests.needs.marks import has_error

SAID = {"words": "The interpreter comes.", "on_day": "3", "on_month": "6", "on_year": "2027"}


def test_someone_named_says_what_is_arranged_and_the_person_is_told(
    signed_in, participant, shown, lead
):
    response = signed_in(lead).post(f"/needs/{shown.pk}/arranged/", SAID)

    done = shown.arrangements.get()
    assert response.url == shown.get_absolute_url()
    assert (done.words, done.on, done.by) == ("The interpreter comes.", date(2027, 6, 3), lead)
    told = Message.objects.latest("pk")
    assert (told.to, told.subject) == (participant, "Something has been arranged for you")
    assert "interpreter" not in told.text


def test_sent_twice_it_is_arranged_once(signed_in, shown, lead):
    client = signed_in(lead)
    before = Message.objects.count()
    for _time in range(2):
        client.post(f"/needs/{shown.pk}/arranged/", SAID)

    assert (shown.arrangements.count(), Message.objects.count()) == (1, before + 1)


def test_the_day_and_the_words_are_needed(signed_in, shown, lead):
    response = signed_in(lead).post(f"/needs/{shown.pk}/arranged/", {"words": ""})

    assert shown.arrangements.count() == 0
    assert has_error(response, "words")


def test_nobody_who_was_not_named_arranges(signed_in, participant, need, lead, involvement):
    answers = [
        signed_in(one).post(f"/needs/{need.pk}/arranged/", SAID).status_code
        for one in (participant, lead, involvement)
    ]

    assert answers == [404] * 3
    assert need.arrangements.count() == 0
