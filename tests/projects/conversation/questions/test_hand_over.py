from outbox.models import Message
from tests.factories import make_asked


def test_the_other_member_hears_of_it(signed_in, lead, participant, project):
    asked, member = make_asked(project, "When?"), project.memberships.get(user=participant)
    for _press in range(2):
        signed_in(lead).post(f"{asked.get_absolute_url()}hand-over/", {"member": member.pk})

    asked.refresh_from_db()
    assert asked.for_whom == member
    assert Message.objects.filter(to=participant, subject="A question waits for you").count() == 1


def test_not_to_who_only_looks(signed_in, lead, observer, project):
    asked, member = make_asked(project), project.memberships.get(user=observer)
    page = signed_in(lead).post(f"{asked.get_absolute_url()}hand-over/", {"member": member.pk})

    assert "Choose one of these." in page.text


def test_what_came_from_outside_is_not_told_in_the_message(
    lead, participant, project, from_outside
):
    from_outside.hand_to(project.memberships.get(user=participant), by=lead)
    message = Message.objects.get(to=participant)

    assert "ward closing" not in message.text
    assert "Someone outside the team asked something." in message.text
