import pytest


@pytest.mark.parametrize("how", ["finish", "stop"])
def test_it_is_to_be_done_after_all(signed_in, participant, lead, action, how):
    getattr(action, how)(by=lead, **({"because": "No money."} if how == "stop" else {}))
    press = action.get_absolute_url() + "take-up-again/"
    for _press in range(2):
        response = signed_in(participant).post(press, follow=True)

    assert response.redirect_chain == [(action.get_absolute_url(), 302)]
    assert "It is to be done again." in response.text
    action.refresh_from_db()
    assert (action.state, action.because, action.done_on) == ("to_do", "", None)
    lines = action.project.activity.filter(what="took up again:")
    assert lines.count() == 1


def test_who_only_looks_may_not(signed_in, observer, lead, action):
    action.finish(by=lead)

    assert signed_in(observer).post(action.get_absolute_url() + "take-up-again/").status_code == 403
