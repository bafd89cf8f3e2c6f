def test_it_is_needed_again(signed_in, lead, project, url, approval):
    approval.answer("refused", by=lead, because="Not now.")
    for _press in range(2):
        signed_in(lead).post(url + f"approvals/{approval.pk}/need-again/")

    approval.refresh_from_db()
    assert (approval.state, approval.because, approval.answered_on) == ("needed", "", None)
    assert project.activity.filter(what="needs a yes again from").count() == 1
    assert project.activity.filter(note="Not now.").exists()


def test_others_may_not(signed_in, participant, url, approval):
    press = url + f"approvals/{approval.pk}/need-again/"
    assert signed_in(participant).post(press).status_code == 403
