import pytest

from outbox.models import Message


@pytest.fixture
def url(check_in, base):
    return f"{base}/check-in/{check_in.pk}/remind/"


def test_everyone_once_also_who_has_answered(signed_in, lead, members, check_in, url, project):
    check_in.give(members[3], answers={}, words={}, side="")
    before = Message.objects.count()
    client = signed_in(lead)
    client.post(url)
    client.post(url)

    new = Message.objects.order_by("pk")[before:]
    assert {message.to for message in new} == {one.user for one in members if one.user != lead}
    assert project.activity.filter(what="reminded everyone of:").count() == 1
    assert "Everyone was reminded" in client.get(check_in.get_absolute_url()).text


def test_only_leads(signed_in, members, url):
    assert signed_in(members[3].user).post(url).status_code == 403
