from projects.conversation.models import Hearer


def test_it_is_said_another_way(signed_in, lead, participant, project, plan, typed):
    hearer = Hearer.add(project, by=lead, **typed)
    typed |= {"how": "A visit", "opened_at": hearer.version}
    signed_in(participant).post(f"{plan}{hearer.pk}/change/", typed)

    hearer.refresh_from_db()
    assert hearer.how == "A visit"


def test_two_at_once_see_both_texts(signed_in, lead, participant, project, plan, typed):
    hearer = Hearer.add(project, by=lead, **typed)
    opened_at = hearer.version
    hearer.change(by=lead, how="A phone call")
    typed |= {"how": "A visit", "opened_at": opened_at}
    page = signed_in(participant).post(f"{plan}{hearer.pk}/change/", typed)

    assert page.status_code == 409
    assert "Asha Lead changed this while you were writing" in page.text
    assert "A phone call" in page.text
    assert "A visit" in page.text


def test_two_lines_are_not_about_the_same_group(signed_in, lead, project, plan, typed):
    Hearer.add(project, by=lead, who="Staff")
    hearer = Hearer.add(project, by=lead, **typed)
    typed |= {"who": "Staff", "opened_at": hearer.version}
    page = signed_in(lead).post(f"{plan}{hearer.pk}/change/", typed)

    assert "This group stands in the plan already." in page.text
