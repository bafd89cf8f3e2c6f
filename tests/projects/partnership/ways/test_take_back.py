from projects.partnership.models import Ways


def test_neither_yes_nor_no_any_more(signed_in, lead, participant, project, base):
    ways = Ways.write(project, by=lead, text="We listen.")
    ways.say(by=participant, agrees=True)
    client = signed_in(participant)
    url = f"{base}/ways/{ways.pk}/take-back/"
    client.post(url)
    lines = project.activity.count()
    client.post(url)

    assert not ways.voices.exists()
    assert project.activity.count() == lines
