from projects.conversation.models import Hearer


def test_a_line_is_added_once(signed_in, participant, project, plan, typed):
    for _press in range(2):
        response = signed_in(participant).post(f"{plan}new/", typed)
    hearer = Hearer.objects.get()

    assert response.url == f"{plan}#hearer-{hearer.pk}"
    assert (hearer.who, hearer.seen_to_by) == ("Carers on the ward", "The ward clerk")
    assert project.activity.latest("pk").what == "added to who hears what:"


def test_it_says_who(signed_in, participant, plan, typed):
    page = signed_in(participant).post(f"{plan}new/", typed | {"who": ""})

    assert "Write something here." in page.text


def test_who_only_looks_adds_nothing(signed_in, observer, plan):
    assert signed_in(observer).get(f"{plan}new/").status_code == 403
