from needs.models import Need
from tests.needs.marks import has_error


def typed(project, person, **more):
    member = project.memberships.get(user=person)
    return {"member": member.pk, "kind": "braille", "words": "Grade 2", "agreed": "on"} | more


def test_a_lead_writes_down_what_they_were_told_and_is_named(signed_in, project, lead, no_email):
    response = signed_in(lead).post(f"/needs/project/{project.pk}/new/", typed(project, no_email))

    need = Need.objects.get()
    assert response.url == f"/needs/project/{project.pk}/"
    assert (need.person, need.kind.key, need.words) == (no_email, "braille", "Grade 2")
    assert (need.told_by, need.told_in) == (lead, project)
    assert [one.person for one in need.named.all()] == [lead]


def test_the_person_has_to_have_agreed(signed_in, project, lead, no_email):
    address = f"/needs/project/{project.pk}/new/"
    response = signed_in(lead).post(address, typed(project, no_email, agreed=""))

    assert has_error(response, "agreed")
    assert Need.objects.count() == 0


def test_who_has_email_tells_it_themselves(signed_in, project, lead, participant, no_email):
    address = f"/needs/project/{project.pk}/new/"
    response = signed_in(lead).post(address, typed(project, participant))

    assert has_error(response, "member")
    assert Need.objects.count() == 0


def test_only_leads_write_down(signed_in, project, participant, involvement, other_lead, no_email):
    answers = [
        signed_in(one)
        .post(f"/needs/project/{project.pk}/new/", typed(project, no_email))
        .status_code
        for one in (participant, involvement, other_lead)
    ]

    assert (answers, Need.objects.count()) == ([403, 403, 404], 0)
