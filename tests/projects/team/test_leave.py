from django.utils import timezone

from tests.factories import make_member, make_user
from tests.hands import paper_hands_of


def url(member):
    return f"/projects/{member.project_id}/team/{member.pk}/leave/"


def test_a_member_leaves_after_being_asked_once(signed_in, participant, project):
    member = project.memberships.get(user=participant)
    client = signed_in(participant)

    assert "Leave this team?" in client.get(url(member)).text
    member.refresh_from_db()
    assert member.left_on is None
    assert client.post(url(member)).url == "/projects/"
    member.refresh_from_db()
    assert member.left_on == timezone.localdate()
    project.refresh_from_db()
    assert project.service_users == 0


def test_a_lead_says_goodbye_to_someone(signed_in, lead, participant, project):
    member = project.memberships.get(user=participant)
    response = signed_in(lead).post(url(member))

    assert response.url == f"/projects/{project.pk}/team/"
    assert project.activity.first().what == "said goodbye to"


def test_the_last_lead_cannot_leave(signed_in, lead, project):
    member = project.memberships.get(user=lead)
    response = signed_in(lead).post(url(member))

    assert response.status_code == 422
    assert "Make someone else a lead first." in response.text


def test_from_a_closed_project_too(signed_in, lead, participant, project):
    project.turn("complete", by=lead, because="Done.")
    member = project.memberships.get(user=participant)

    assert signed_in(lead).post(url(member)).status_code == 403
    assert signed_in(participant).post(url(member)).status_code == 302
    member.refresh_from_db()
    assert member.left_on == timezone.localdate()


def test_nobody_sends_another_member_away(signed_in, observer, outsider, participant, project):
    member = project.memberships.get(user=participant)
    assert signed_in(observer).post(url(member)).status_code == 403
    assert signed_in(outsider).post(url(member)).status_code == 404
    member.refresh_from_db()
    assert member.left_on is None


def test_who_leaves_reads_that_they_have_left(signed_in, participant, project):
    member = project.memberships.get(user=participant)
    page = signed_in(participant).post(url(member), follow=True).text

    assert "You have left the team" in page
    assert "Ben Participant has left" not in page


def test_with_a_code_on_paper_goodbye_is_a_page_and_not_a_form_to_sign_in(lead, project):
    project.organisation.contact_phone = "01632 960045"
    project.organisation.save()
    member = make_member(project, user=make_user("Joan", email=None))
    client = paper_hands_of(member, by=lead)
    page = client.post(url(member))

    assert page.status_code == 200
    assert "You have left the team" in page.text
    assert "Changed your mind? Ask us. Phone: 01632 960045." in page.text
    assert "_auth_user_id" not in client.session
    member.refresh_from_db()
    assert member.left_on == timezone.localdate()
