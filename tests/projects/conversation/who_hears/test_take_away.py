from projects.conversation.models import Hearer


def test_it_is_taken_away_after_a_question(signed_in, lead, participant, project, plan, typed):
    hearer = Hearer.add(project, by=lead, **typed)
    url = f"{plan}{hearer.pk}/take-away/"
    assert "Carers on the ward" in signed_in(participant).get(url).text
    assert Hearer.objects.exists()
    assert signed_in(participant).post(url).url == plan
    assert not Hearer.objects.exists()
    assert project.activity.latest("pk").subject == "Carers on the ward"


def test_who_only_looks_takes_nothing_away(signed_in, lead, observer, project, plan, typed):
    hearer = Hearer.add(project, by=lead, **typed)

    assert signed_in(observer).post(f"{plan}{hearer.pk}/take-away/").status_code == 403
