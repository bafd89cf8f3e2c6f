from projects.partnership.models import Ways


def test_an_earlier_wording_stays_readable(signed_in, lead, observer, project, base):
    first = Ways.write(project, by=lead, text="We listen.")
    second = Ways.write(project, by=lead, text="We listen well.")
    client = signed_in(observer)

    assert "We listen." in client.get(f"{base}/ways/{first.pk}/").text
    assert client.get(f"{base}/ways/{second.pk}/").url == f"{base}/ways/"
