import pytest

from projects.models import Project
from tests.factories import make_member, make_organisation, make_project, make_user
from tests.hands import paper_hands_of

TYPED = {
    "title": "A calmer waiting room",
    "idea": "Make it quiet.",
    "problem": "It is loud.",
    "origin": "person",
    "already_decided": "The room stays.",
    "perspective": "carer",
}


@pytest.fixture
def starter(organisation, edition, lead):
    return lead


def test_a_member_of_staff_starts_a_project(signed_in, starter, organisation):
    response = signed_in(starter).post("/projects/new/", TYPED)

    project = Project.objects.get()
    assert response.url == f"/projects/{project.pk}/"
    assert (project.organisation, project.origin, project.problem) == (
        organisation,
        "person",
        "It is loud.",
    )
    membership = project.memberships.get()
    assert (membership.role, membership.perspective) == ("lead", "carer")
    assert project.checklist.count() == 27
    assert project.carers == 1


def test_nothing_typed_is_lost_when_something_is_missing(signed_in, starter):
    page = signed_in(starter).post("/projects/new/", TYPED | {"title": "", "origin": "moon"}).text

    assert "Write something here." in page
    assert "It is loud." in page
    assert Project.objects.count() == 0


def test_someone_of_two_organisations_chooses_one(signed_in, starter, organisation):
    second = make_organisation(name="Hilltop Health")
    second.involvement_team.add(starter)
    elsewhere = make_organisation(name="Not mine")
    client = signed_in(starter)

    page = client.get("/projects/new/").text
    assert "Hilltop Health</option>" in page
    assert "Not mine" not in page
    client.post("/projects/new/", TYPED | {"organisation": elsewhere.pk})
    assert Project.objects.count() == 0
    client.post("/projects/new/", TYPED | {"organisation": second.pk})
    assert Project.objects.get().organisation == second


def test_sending_it_twice_begins_one_project(signed_in, starter):
    client = signed_in(starter)
    first, second = (client.post("/projects/new/", TYPED) for _time in range(2))

    assert first.url == second.url
    assert Project.objects.count() == 1


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("\u200b", "Write at least one letter or number."),
        ("Calm \u202egnitiaw", "There is a sign in this text that nobody can see."),
        ("nul\x00l", "There is a sign in this text that nobody can see."),
        ("x" * 201, "This is too long: 201 letters. Use 200 or fewer."),
    ],
)
def test_a_title_that_cannot_be_read_is_refused(signed_in, starter, title, said):
    page = signed_in(starter).post("/projects/new/", TYPED | {"title": title}).text

    assert said in page
    assert Project.objects.count() == 0


def test_a_title_in_any_script_with_signs_is_kept(signed_in, starter):
    signed_in(starter).post("/projects/new/", TYPED | {"title": "غرفة هادئة 👩‍👧 “calm”"})
    assert Project.objects.get().title == "غرفة هادئة 👩‍👧 “calm”"


def test_who_may(signed_in, outsider, participant):
    for person in (outsider, participant):
        assert signed_in(person).get("/projects/new/").status_code == 403
        assert signed_in(person).post("/projects/new/", TYPED).status_code == 403
    assert Project.objects.count() == 1


def test_a_lead_somewhere_may_start_another_there(signed_in, edition, outsider):
    make_project(by=outsider)
    assert signed_in(outsider).get("/projects/new/").status_code == 200


def test_a_code_on_paper_starts_no_project(signed_in, starter, project):
    member = make_member(project, "lead", user=make_user("Joan", email=None))
    client = paper_hands_of(member, by=starter)

    assert client.post("/projects/new/", TYPED).status_code == 404
    assert "Start a project" not in client.get("/projects/").text
    assert Project.objects.count() == 1
    assert "Start a project" in signed_in(starter).get("/projects/").text
