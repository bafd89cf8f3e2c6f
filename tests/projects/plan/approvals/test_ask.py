from django.utils.timezone import localdate


def test_they_were_asked_today_once(signed_in, lead, project, url, approval):
    for _press in range(2):
        response = signed_in(lead).post(url + f"approvals/{approval.pk}/ask/")

    approval.refresh_from_db()
    assert response.url == approval.get_absolute_url()
    assert approval.asked_on == localdate()
    assert project.activity.filter(what="asked for a yes from").count() == 1


def test_others_may_not(signed_in, participant, url, approval):
    assert signed_in(participant).post(url + f"approvals/{approval.pk}/ask/").status_code == 403
