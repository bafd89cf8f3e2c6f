import csv
from datetime import date, timedelta
from io import StringIO
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from projects.checklist.models import Answer
from projects.models import Project
from stages.models import Stage
from tests.factories import make_decision, make_member, make_organisation, make_project
from tests.portfolio.reading import titles

ADDRESS = reverse("portfolio:projects_csv")


@pytest.fixture
def client(signed_in, involvement):
    return signed_in(involvement)


def text(client, query=""):
    response = client.get(ADDRESS + query)
    assert response.status_code == 200
    return response.getvalue().decode()


def lines(client, query=""):
    return list(csv.DictReader(StringIO(text(client, query).removeprefix("\ufeff"))))


def test_nobody_is_asked_to_sign_in(project):
    assert Client().get(ADDRESS).url == f"{reverse('account_login')}?next={ADDRESS}"


@pytest.mark.parametrize("person", ["lead", "participant", "administrator", "outsider"])
def test_whoever_oversees_nothing_gets_404(request, signed_in, project, involvement, person):
    assert signed_in(request.getfixturevalue(person)).get(ADDRESS).status_code == 404
    assert signed_in(involvement).get(ADDRESS).status_code == 200


def test_it_is_a_file_that_spreadsheets_read(client, project):
    response = client.get(ADDRESS)

    today = timezone.localdate().isoformat()
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == f'attachment; filename="projects-{today}.csv"'
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.getvalue().startswith(b"\xef\xbb\xbfProject,Service,Began with,Status,Step,")


def test_it_holds_what_the_page_shows(client, project, lead):
    make_member(project, perspective="carer")
    make_decision(project, by=lead, review_on=date(2031, 5, 3))
    project.checklist.first().answer(Answer.DONE, by=lead)
    yesterday = timezone.now() - timedelta(days=1)
    Project.objects.filter(pk=project.pk).update(
        service="Memory clinic",
        review_on=date(2031, 6, 4),
        started_at=yesterday,
        last_activity_at=yesterday,
        partnership_at=yesterday,
    )

    day = timezone.localdate(yesterday).isoformat()
    assert lines(client) == [
        {
            "Project": project.title,
            "Service": "Memory clinic",
            "Began with": "A team",
            "Status": "Active",
            "Step": "The Big Idea",
            **{stage.label: "0 of 3 done" for stage in Stage},
            "The Big Idea": "1 of 3 done",
            "All nine stages": "1 of 27 done",
            "Partnership": day,
            "Conversation": "nothing yet",
            "Service users": "0",
            "Carers": "1",
            "Staff": "1",
            "Partners": "0",
            "Started": day,
            "Last activity": day,
            "Look at the project again": "2031-06-04",
            "Look at a decision again": "2031-05-03",
            "Reasons to offer help": "",
        }
    ]


def test_no_name_of_a_member_and_no_other_organisation(client, project, participant):
    other = make_project(make_organisation(), "Elsewhere")

    assert "Ben Participant" not in text(client)
    assert "Asha Lead" not in text(client)
    assert other.title not in text(client)


def test_several_organisations_are_named(client, project, involvement):
    hilltop = make_organisation(name="Hilltop")
    hilltop.involvement_team.add(involvement)
    make_project(hilltop, "B night shift")

    assert [(line["Project"], line["Organisation"]) for line in lines(client)] == [
        (project.title, "Riverside Health"),
        ("B night shift", "Hilltop"),
    ]


@pytest.mark.parametrize(
    "choice",
    [
        {},
        {"words": "night"},
        {"service": "Wards"},
        {"stage": "gather-ideas"},
        {"status": "paused"},
        {"reason": "any"},
        {"reason": "decision_bare"},
        {"sort": "latest"},
        {"sort": "quiet", "words": "shift"},
    ],
)
def test_filters_and_order_are_those_of_the_page(client, project, lead, choice):
    make_project(project.organisation, "Z night shift", by=lead, service="Wards")
    moved = make_project(project.organisation, "Day shift", by=lead)
    moved.move_to(Stage.GATHER_IDEAS, by=lead, because="Ready.")
    make_decision(moved, reason="")
    make_project(project.organisation, "Later", by=lead).turn("paused", by=lead, because="Summer.")
    query = f"?{urlencode(choice)}"

    assert [line["Project"] for line in lines(client, query)] == titles(client, query)
    assert titles(client, query) != []


def test_all_pages_are_in_it(client, project, lead):
    Project.objects.bulk_create(
        Project(
            organisation=project.organisation,
            edition=project.edition,
            title=f"Many {number:04}",
            origin="team",
            started_by=lead,
        )
        for number in range(1040)
    )

    assert [line["Project"] for line in lines(client, "?page=2")] == [
        project.title,
        *(f"Many {number:04}" for number in range(1040)),
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_spreadsheet_calculates_nothing_that_people_typed(client, project, start):
    Project.objects.update(title=f"{start}1+1", service=f"{start}2")

    assert f"'{start}1+1" in text(client)
    (line,) = csv.reader(StringIO(text(client).split("\r\n", 1)[1], newline=""))
    assert line[:2] == [f"'{start}1+1", f"'{start}2"]


def test_an_empty_spreadsheet_has_its_headings(client, organisation):
    assert text(client).count("\r\n") == 1


def test_one_project_and_three_cost_the_same(
    client, organisation, edition, lead, django_assert_num_queries
):
    make_project(organisation, "A", by=lead)
    with django_assert_num_queries(6):
        assert len(lines(client)) == 1
    for title in "BCD":
        make_decision(make_member(make_project(organisation, title, by=lead)).project)

    with django_assert_num_queries(6):
        assert len(lines(client)) == 4
