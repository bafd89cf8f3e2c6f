def test_the_questions_to_talk_about_with_what_to_try(signed_in, members, base):
    text = signed_in(members[1].user).get(f"{base}/check-in/talk/").text

    assert "Purpose is good." in text
    assert "If not, try this: Try more Purpose." in text
    assert "Open PC-A?" in text
    assert "Open PC-C?" not in text
