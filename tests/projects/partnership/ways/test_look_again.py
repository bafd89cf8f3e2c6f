from datetime import date

from projects.partnership.models import Ways
from tests.reading import Page


def test_the_words_stay_and_the_next_day_is_set(signed_in, lead, participant, project, base):
    ways = Ways.write(project, by=lead, text="We listen.")
    ways.say(by=participant, agrees=True)
    url = f"{base}/ways/look-again/"
    form = {"revisit_on_day": 2, "revisit_on_month": 5, "revisit_on_year": 2030}
    client = signed_in(participant)
    client.post(url, form)
    client.post(url, form)

    ways.refresh_from_db()
    assert (ways.revisit_on, ways.voices.count()) == (date(2030, 5, 2), 1)
    assert project.activity.filter(what="said when to look again at:").count() == 1
    wrong = Page(client.post(url, {"revisit_on_day": "2"}))
    assert "Write the day, the month and the year." in wrong.text("id_revisit_on-error")


def test_without_ways_it_leads_back(signed_in, lead, project, base):
    assert signed_in(lead).get(f"{base}/ways/look-again/").url == f"{base}/ways/"
