import pytest


@pytest.fixture
def form(room, lesson):
    return f"{room}{lesson.pk}/take-away/"


def test_it_asks_first_then_it_is_gone(signed_in, participant, project, room, form):
    client = signed_in(participant)

    assert "Take this lesson away?" in client.get(form).text
    assert project.lessons.count() == 1
    assert client.post(form).url == room
    assert not project.lessons.exists()
    assert client.post(form).url == room


@pytest.mark.parametrize(
    ("who", "status"), [("other_member", 403), ("observer", 403), ("outsider", 404)]
)
def test_others_may_not(request, signed_in, project, form, who, status):
    assert signed_in(request.getfixturevalue(who)).post(form).status_code == status
    assert project.lessons.count() == 1
