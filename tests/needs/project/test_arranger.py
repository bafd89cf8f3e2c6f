from needs.models import Arranger, AskedAnotherWay


def choose(client, project, person):
    member = project.memberships.get(user=person).pk if person else ""
    return client.post(f"/needs/project/{project.pk}/arranger/", {"member": member})


def test_leads_choose_who_is_asked(signed_in, project, lead, observer):
    before = Arranger.of(project)
    choose(signed_in(lead), project, observer)
    asked = AskedAnotherWay.ask(project.organisation, project=project, way="post", reach="come_in")

    assert (before, Arranger.of(project), asked.named) == (lead, observer, observer)


def test_nobody_in_particular_is_the_first_lead_again(signed_in, project, lead, observer):
    Arranger.choose(project, observer, by=lead)
    choose(signed_in(lead), project, None)

    assert Arranger.of(project) == lead


def test_who_has_left_arranges_nothing(project, lead, observer):
    Arranger.choose(project, observer, by=lead)
    project.memberships.get(user=observer).leave(by=observer)

    assert Arranger.of(project) == lead


def test_only_leads_choose(signed_in, project, participant, involvement, other_lead):
    answers = [
        choose(signed_in(one), project, participant).status_code
        for one in (participant, involvement, other_lead)
    ]

    assert (answers, Arranger.objects.count()) == ([403, 403, 404], 0)
