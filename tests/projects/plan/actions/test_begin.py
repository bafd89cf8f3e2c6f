def test_one_press_and_the_row_as_it_is_now(signed_in, participant, action):
    client, press = signed_in(participant), action.get_absolute_url() + "begin/"
    response = client.post(press, headers={"HX-Request": "true"})

    assert response.text.startswith(f'<li class="card checked" id="action-{action.pk}">')
    assert "Begun" in response.text and "It has begun" not in response.text
    action.refresh_from_db()
    assert action.state == "doing"
    lines = action.project.activity.count()
    assert client.post(press).url == action.get_absolute_url()
    assert action.project.activity.count() == lines


def test_what_others_see_to_a_member_does_not_begin(signed_in, participant, project, lead, add):
    action = add(owner=project.memberships.get(user=lead))

    assert signed_in(participant).post(action.get_absolute_url() + "begin/").status_code == 403


def test_what_is_done_does_not_begin(signed_in, lead, action):
    action.finish(by=lead)
    response = signed_in(lead).post(action.get_absolute_url() + "begin/", follow=True)

    assert "This is done already." in response.text
    action.refresh_from_db()
    assert action.state == "done"
