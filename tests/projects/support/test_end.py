import pytest

from projects.models import Project, Support


@pytest.fixture
def url(support):
    return f"/projects/{support.project_id}/support/{support.pk}/end/"


def test_the_member_ends_it(signed_in, participant, helper, project, support, url):
    response = signed_in(participant).post(url)

    assert response.url == support.get_absolute_url()
    support.refresh_from_db()
    assert (support.ended_by, support.is_agreed) == (participant, False)
    assert project not in Project.objects.visible_to(helper)
    line = project.activity.first()
    assert (line.what, line.subject) == ("ended the help for", "Ben Participant")


def test_the_helper_ends_it_and_is_out_of_the_project(signed_in, helper, support, url):
    client = signed_in(helper)

    assert client.post(url).url == "/projects/"
    assert client.get(support.get_absolute_url()).status_code == 404


def test_also_in_a_closed_project(signed_in, participant, lead, project, support, url):
    project.turn("complete", by=lead, because="Done.")
    signed_in(participant).post(url)

    assert Support.objects.agreed().count() == 0


def test_a_lead_ends_it_only_for_someone_without_e_mail(
    signed_in, lead, moira, helper, support, url
):
    assert signed_in(lead).post(url).status_code == 404
    theirs = Support.ask(moira, by=lead, helper=helper)
    theirs.agree(by=helper)
    signed_in(lead).post(f"/projects/{theirs.project_id}/support/{theirs.pk}/end/")

    assert list(Support.objects.agreed()) == [support]


def test_a_helper_does_not_end_it_in_the_member_s_name(helping, helper, support, url):
    helping().post(url)

    support.refresh_from_db()
    assert support.ended_by == helper


def test_others_end_nothing(signed_in, observer, involvement, outsider, support, url):
    for person in (observer, involvement, outsider):
        assert signed_in(person).post(url).status_code == 404
    assert Support.objects.agreed().count() == 1
