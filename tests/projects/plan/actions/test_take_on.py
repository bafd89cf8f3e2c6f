def test_what_is_nobodys_becomes_mine(signed_in, participant, action, place):
    press = action.get_absolute_url() + "take-on/"
    response = signed_in(participant).post(press, headers={"HX-Request": "true"})

    assert "Ben Participant" in response.text and "I will do it" not in response.text
    action.refresh_from_db()
    assert action.owner == place
    assert action.project.activity.first().what == "will see to:"


def test_whose_owner_has_left(signed_in, lead, project, add, place):
    action = add(owner=place)
    place.leave(by=place.user)
    signed_in(lead).post(action.get_absolute_url() + "take-on/")

    action.refresh_from_db()
    assert action.owner == project.memberships.get(user=lead)


def test_who_comes_second_is_told(signed_in, participant, project, lead, add):
    other = project.memberships.get(user=lead)
    for action in (add("Lead's", owner=other), add("A body's", body="The estates team")):
        before = action.who
        press = action.get_absolute_url() + "take-on/"
        response = signed_in(participant).post(press, follow=True)

        assert "Someone else sees to it by now." in response.text
        action.refresh_from_db()
        assert action.who == before


def test_what_is_done_is_taken_by_nobody(signed_in, participant, lead, action):
    action.finish(by=lead)
    signed_in(participant).post(action.get_absolute_url() + "take-on/")

    action.refresh_from_db()
    assert action.owner is None
