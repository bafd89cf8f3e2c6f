from accounts.models import PrivateRead
from tests.hands import paper_hands_of
from tests.needs.marks import of_page


def test_the_named_person_reads_what_is_asked_and_that_is_noted(
    signed_in, task, lead, participant, project
):
    response = signed_in(lead).get(task.get_absolute_url())

    text = of_page(response)
    assert "In another language: Polish" in text
    assert "The summary for my mother" in text
    assert f'href="/projects/{project.pk}/"' in response.text
    read = PrivateRead.objects.get()
    assert (read.reader, read.of) == (lead, participant)


def test_nobody_else_finds_it(
    signed_in, client, task, participant, observer, involvement, administrator, outsider
):
    others = (participant, observer, involvement, administrator, outsider)
    address = task.get_absolute_url()

    assert [signed_in(one).get(address).status_code for one in others] == [404] * 5
    assert client.get(address).url.startswith("/accounts/login/")


def test_a_code_on_paper_opens_no_task(project, no_email, lead, task):
    task.hand_over(no_email, by=lead)
    client = paper_hands_of(project.memberships.get(user=no_email), by=lead)

    assert client.get(task.get_absolute_url()).status_code == 404


def test_a_number_beyond_all_rows_is_not_found(signed_in, lead):
    assert signed_in(lead).get(f"/needs/tasks/{2**70}/").status_code == 404
