import pytest


@pytest.fixture
def url(concluded):
    return f"{concluded.get_absolute_url()}take-back/"


def test_a_yes_is_taken_back(signed_in, participant, project, concluded, url):
    concluded.agree(by=participant)
    response = signed_in(participant).post(url)

    assert response.url == f"{concluded.get_absolute_url()}#voices"
    assert not concluded.agreements.exists()
    assert project.activity.first().what == "took back that they agree:"


def test_a_no_is_taken_back_and_those_of_others_stay(signed_in, participant, carer, concluded, url):
    concluded.see_differently(by=participant, note="No.")
    concluded.see_differently(by=carer, note="Me too.")
    signed_in(participant).post(url)

    assert [view.by for view in concluded.decision.views.all()] == [carer]


def test_without_either_nothing_happens(signed_in, participant, project, concluded, url):
    lines = project.activity.count()
    signed_in(participant).post(url)

    assert project.activity.count() == lines


@pytest.mark.parametrize(("who", "status"), [("observer", 403), ("outsider", 404)])
def test_others_may_not(request, signed_in, concluded, url, who, status):
    assert signed_in(request.getfixturevalue(who)).post(url).status_code == status


def test_only_a_press_takes_back(signed_in, participant, concluded, url):
    assert signed_in(participant).get(url).status_code == 405
