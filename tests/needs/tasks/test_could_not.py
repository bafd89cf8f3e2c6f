from django.utils import timezone

from tests.needs.marks import has_error


def test_it_could_not_be_done_because(signed_in, task, lead):
    signed_in(lead).post(f"/needs/tasks/{task.pk}/could-not/", {"because": "No one speaks it."})

    task.refresh_from_db()
    assert (task.outcome, task.answer) == ("could_not", "No one speaks it.")
    assert (task.done_on, task.answered_by) == (timezone.localdate(), lead)


def test_without_a_reason_it_stays_open(signed_in, task, lead):
    response = signed_in(lead).post(f"/needs/tasks/{task.pk}/could-not/", {"because": ""})

    task.refresh_from_db()
    assert (task.is_open, has_error(response, "because")) == (True, True)


def test_nobody_else_says_so(signed_in, task, involvement):
    address = f"/needs/tasks/{task.pk}/could-not/"
    response = signed_in(involvement).post(address, {"because": "No"})

    task.refresh_from_db()
    assert (response.status_code, task.is_open) == (404, True)
