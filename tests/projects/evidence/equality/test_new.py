import pytest

from tests.reading import Page


def test_a_participant_adds_a_group(signed_in, participant, project, url, fields):
    response = signed_in(participant).post(url + "new/", fields)

    row = project.checked_groups.get()
    assert response.url == row.get_absolute_url()
    assert (row.name, row.harm, row.due_on.isoformat()) == (
        "People who work nights", "The door is locked at night.", "2027-05-01",
    )  # fmt: skip
    assert project.activity.first().what == "added to the equality check:"


def test_sent_twice_it_is_one(signed_in, lead, project, url, fields):
    for _press in range(2):
        signed_in(lead).post(url + "new/", fields)

    assert project.checked_groups.count() == 1


WRONG = [
    ("name", "", "Write something here."),
    ("name", "n" * 201, "This is too long: 201 letters. Use 200 or fewer."),
    ("who", "w" * 201, "This is too long: 201 letters. Use 200 or fewer."),
    ("harm", "nul\x00l", "There is a sign in this text that nobody can see."),
    ("due_on_year", "", "Write the day, the month and the year."),
]


@pytest.mark.parametrize(("name", "value", "said"), WRONG)
def test_what_is_wrong_is_said_next_to_the_field(
    signed_in, lead, project, url, fields, name, value, said
):
    page = Page(signed_in(lead).post(url + "new/", fields | {name: value}))

    field = name.removesuffix("_year")
    assert said in page.text(f"id_{field}-error")
    assert page.values["good"] == "They can sit down."
    assert not project.checked_groups.exists()


@pytest.mark.parametrize(("who", "status"), [("observer", 403), ("outsider", 404)])
def test_others_may_not(request, signed_in, project, url, fields, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert client.get(url + "new/").status_code == status
    assert client.post(url + "new/", fields).status_code == status
    assert not project.checked_groups.exists()
