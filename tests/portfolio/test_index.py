from datetime import date, timedelta
from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from projects.checklist.models import Answer
from projects.models import Project, SearchText
from stages.models import Stage
from tests.factories import make_decision, make_member, make_organisation, make_project
from tests.portfolio.reading import ADDRESS, heading, page_of, rows_of, text_of, titles


@pytest.fixture
def client(signed_in, involvement):
    return signed_in(involvement)


def test_nobody_is_asked_to_sign_in(project):
    response = Client().get(ADDRESS)

    assert response.status_code == 302
    assert response.url == f"{reverse('account_login')}?next={ADDRESS}"


@pytest.mark.parametrize("person", ["lead", "participant", "observer", "administrator", "outsider"])
def test_whoever_oversees_nothing_gets_404(request, signed_in, project, involvement, person):
    assert signed_in(request.getfixturevalue(person)).get(ADDRESS).status_code == 404
    assert signed_in(involvement).get(ADDRESS).status_code == 200


def test_only_projects_of_the_organisations_that_someone_oversees(
    client, project, signed_in, other_involvement
):
    theirs = make_project(other_involvement.oversees.get(), "A shop on the ward")

    assert titles(client) == [project.title]
    assert titles(signed_in(other_involvement)) == [theirs.title]


def test_several_organisations_are_named_in_each_row(client, project, involvement):
    hilltop = make_organisation(name="Hilltop")
    hilltop.involvement_team.add(involvement)
    make_project(hilltop, "B night shift")

    rows = rows_of(client)

    assert list(rows) == ["A calmer waiting room", "B night shift"]
    assert rows["A calmer waiting room"].startswith("A calmer waiting room Riverside Health ")
    assert rows["B night shift"].startswith("B night shift Hilltop ")


def test_one_organisation_is_not_repeated_in_each_row(client, project):
    assert "Riverside Health" not in rows_of(client)[project.title]


def test_a_row_says_how_a_project_stands(client, project, lead, participant):
    make_member(project, perspective="service_user")
    make_member(project, perspective="carer")
    make_decision(project, by=lead, review_on=date(2031, 5, 3))
    first, second, third = project.checklist.filter(stage=Stage.BIG_IDEA)
    first.answer(Answer.DONE, by=lead)
    second.answer(Answer.NOT_NEEDED, by=lead, note="Settled.")
    now = timezone.now()
    Project.objects.filter(pk=project.pk).update(
        service="Memory clinic",
        review_on=date(2031, 6, 4),
        started_at=now - timedelta(days=1),
        partnership_at=now - timedelta(days=12),
        last_activity_at=now - timedelta(days=1),
    )

    row = rows_of(client)[project.title]

    started = timezone.localdate() - timedelta(days=1)
    assert row == (
        f"{project.title} Memory clinic Began with: A team Started {started.day} {started:%B %Y} "
        "Step and progress The Big Idea "
        "The Big Idea: 1 of 2 done. Decision Time: 0 of 3 done. Building the Team: 0 of 3 done. "
        "Understand What's Around: 0 of 3 done. Gather Ideas: 0 of 3 done. "
        "Make the Change: 0 of 3 done. The Collaborative Partnership: 0 of 3 done. "
        "Keep the Conversation Going: 0 of 3 done. Checking the Impact: 0 of 3 done. "
        "1 of 26 done "
        "When something last happened Partnership: 12 days ago Conversation: nothing yet "
        "Last change: yesterday "
        "Team 2 service users, 1 carer, 1 staff "
        "Where help may be welcome Nothing at the moment "
        "Look at the project again: 4 June 2031 Look at a decision again: 3 May 2031"
    )


def test_those_who_left_are_not_in_the_make_up_of_the_team(client, project, lead):
    make_member(project, perspective="carer").leave(by=lead)
    make_member(project, perspective="partner")

    assert " Team 1 staff, 1 partner Where " in rows_of(client)[project.title]


def test_names_of_members_are_not_on_the_page(client, project, participant):
    assert "Ben Participant" not in page_of(client)


def test_the_page_opens_with_active_projects_and_shows_others_by_status(client, project, lead):
    for number, status in enumerate(["paused", "stopped", "not_collaborative", "complete"]):
        other = make_project(project.organisation, f"Project {status}", by=lead)
        other.turn(status, by=lead, because=f"Reason {number}")

    assert titles(client) == [project.title]
    assert titles(client, "?status=active") == [project.title]
    for status in ["paused", "stopped", "not_collaborative", "complete"]:
        assert titles(client, f"?status={status}") == [f"Project {status}"]


def test_filter_by_step(client, project, lead):
    make_project(project.organisation, "Elsewhere", by=lead).move_to(
        Stage.GATHER_IDEAS, by=lead, because="Ready."
    )

    assert titles(client, "?stage=gather-ideas") == ["Elsewhere"]
    assert titles(client, "?stage=big-idea") == [project.title]


def test_filter_by_service(client, project, lead):
    make_project(project.organisation, "Parking", by=lead, service="Memory clinic & café")
    make_project(project.organisation, "Porters", by=lead, service="Estates")

    assert titles(client, "?" + urlencode({"service": "Memory clinic & café"})) == ["Parking"]
    options = text_of(page_of(client).split('id="id_service"')[1].split("</select>")[0])
    assert options.endswith("Any service Estates Memory clinic & café")


def test_a_service_that_is_gone_finds_nothing_and_stays_chosen(client, project):
    page = page_of(client, "?service=Closed+long+ago")

    assert '<option value="Closed long ago" selected>' in page
    assert heading(client, "?service=Closed+long+ago") == "No project matches what you chose"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("café", ["Café Été"]),
        ("CAFE", ["Café Été"]),
        ("ete cafe", ["Café Été"]),
        ("straße", ["Night shift"]),
        ("STRASSE", ["Night shift"]),
        ("memory", ["Night shift"]),
        ("cafe memory", []),
        ("saturdays", ["A calmer waiting room", "Café Été"]),
        ("100%", ["Night shift"]),
        ("1_0", []),
        ("", ["A calmer waiting room", "Café Été", "Night shift"]),
    ],
)
def test_each_word_must_be_in_title_idea_or_service(client, project, lead, words, found):
    make_project(project.organisation, "Café Été", by=lead)
    make_project(
        project.organisation,
        "Night shift",
        by=lead,
        idea="100% of the Straße",
        service="Memory clinic",
    )

    assert titles(client, f"?words={quote(words)}") == found


def test_words_follow_when_the_idea_is_reworded(client, project, lead):
    project.reword(by=lead, opened_at=project.idea_as_opened(), title="Façade", idea="Paint it.")

    assert titles(client, "?words=facade+paint") == ["Façade"]
    assert titles(client, "?words=calmer") == []


@pytest.mark.parametrize(
    ("sort", "found"),
    [
        ("", ["A", "B", "C"]),
        ("title", ["A", "B", "C"]),
        ("step", ["C", "B", "A"]),
        ("latest", ["B", "A", "C"]),
        ("quiet", ["C", "A", "B"]),
        ("started", ["C", "B", "A"]),
    ],
)
def test_the_order(client, organisation, edition, lead, sort, found):
    now = timezone.now()
    for title, stage, active, started in [
        ("A", Stage.CHECKING_THE_IMPACT, 2, 30),
        ("B", Stage.DECISION_TIME, 1, 20),
        ("C", Stage.BIG_IDEA, 3, 10),
    ]:
        one = make_project(organisation, title, by=lead, edition=edition)
        Project.objects.filter(pk=one.pk).update(
            stage=stage,
            last_activity_at=now - timedelta(days=active),
            started_at=now - timedelta(days=started),
        )

    assert titles(client, f"?sort={sort}") == found


@pytest.mark.parametrize(
    "query",
    [
        "?stage=nonsense",
        "?stage=keep-the-conversation-going",
        "?status=nonsense",
        "?reason=nonsense",
        "?sort=nonsense",
        "?words=%00",
        "?service=%00",
        "?page=nonsense",
        "?page=0",
        "?page=-1",
        "?page=99999999999999999999",
        "?page=99",
        "?page=٣",
    ],
)
def test_what_the_address_says_wrongly_counts_as_left_alone(client, project, query):
    assert titles(client, query) == [project.title]


def test_very_many_words_are_no_trouble(client, project):
    assert titles(client, "?words=" + "calmer+" * 900) == [project.title]


def test_filters_work_together(client, project, lead):
    other = make_project(project.organisation, "A calmer ward", by=lead, service="Wards")
    other.move_to(Stage.GATHER_IDEAS, by=lead, because="Ready.")

    assert titles(client, "?words=calmer&stage=gather-ideas&service=Wards") == ["A calmer ward"]
    assert titles(client, "?words=room&stage=gather-ideas&service=Wards") == []


def fill(organisation, lead, number):
    """Many projects without the verbs: only their rows matter here."""
    first = Project.objects.filter(organisation=organisation).first()
    projects = Project.objects.bulk_create(
        Project(
            organisation=organisation,
            edition=first.edition,
            title=f"Many {n:04}",
            origin="team",
            service="Wards",
            started_by=lead,
            carers=1,
            service_users=1,
        )
        for n in range(number)
    )
    SearchText.objects.bulk_create(
        SearchText(project=one, text=SearchText.of(one)) for one in projects
    )


def test_twenty_five_to_a_page_and_the_address_keeps_the_choice(client, project, lead):
    fill(project.organisation, lead, 51)

    assert len(titles(client, "?words=many")) == 25
    assert titles(client, "?words=many&page=2") == [f"Many {n:04}" for n in range(25, 50)]
    assert titles(client, "?words=many&page=3") == ["Many 0050"]
    assert titles(client, "?words=many&page=4") == ["Many 0050"]
    middle = page_of(client, "?words=many&service=Wards&page=2&stage=&sort=title")
    assert 'rel="prev" href="?words=many&amp;service=Wards&amp;page=1"' in middle
    assert 'rel="next" href="?words=many&amp;service=Wards&amp;page=3"' in middle
    assert "Page 2 of 3" in text_of(middle)


def test_exactly_one_page_has_no_second(client, project, lead):
    fill(project.organisation, lead, 24)

    assert len(titles(client)) == 25
    assert 'rel="next"' not in page_of(client)
    assert "25 projects found." in text_of(page_of(client))


def test_beyond_five_hundred_the_page_stops_counting_and_says_so(client, project, lead):
    fill(project.organisation, lead, 600)

    assert "More than 500 projects found." in text_of(page_of(client))
    assert 'rel="next"' in page_of(client, "?page=19")
    last = page_of(client, "?page=99")
    assert titles(client, "?page=99")[0] == "Many 0474"
    assert 'rel="next"' not in last
    assert "take the spreadsheet: it holds all of them" in text_of(last)


def test_the_heading_counts_offers_of_help_in_words(client, project, lead):
    assert heading(client) == "1 project would welcome an offer of help"
    fill(project.organisation, lead, 30)
    make_project(project.organisation, "Another", by=lead)

    assert heading(client) == "2 projects would welcome an offer of help"
    assert heading(client, "?reason=any") == "2 projects would welcome an offer of help"
    assert titles(client, "?reason=any") == ["A calmer waiting room", "Another"]
    assert heading(client, "?words=many") == "No project needs an offer of help at the moment"
    assert 'href="?words=room&amp;reason=any"' in page_of(client, "?words=room")


def test_beyond_a_hundred_offers_of_help_are_not_counted(client, project, lead):
    fill(project.organisation, lead, 120)
    Project.objects.update(decisions_bare=1)

    assert heading(client) == "More than 100 projects would welcome an offer of help"
    assert heading(client, "?reason=any") == heading(client)
    assert "121 projects found." in text_of(page_of(client))
    Project.objects.filter(title__gte="Many 0099").update(decisions_bare=0)
    assert heading(client) == "100 projects would welcome an offer of help"


def test_no_project_at_all(client, organisation):
    page = page_of(client)

    assert heading(client) == "No project yet"
    assert f'href="{reverse("projects:new")}"' in page
    assert "<table" not in page


def test_none_is_active(client, project, lead):
    project.turn("paused", by=lead, because="Summer.")

    assert heading(client) == "No project is active at the moment"


def test_none_matches_and_a_link_clears_the_choice(client, project):
    page = page_of(client, "?words=nowhere")

    assert heading(client, "?words=nowhere") == "No project matches what you chose"
    assert f'<a href="{ADDRESS}">Clear what you chose</a>' in page
    assert "Clear what you chose" not in page_of(client)


def test_htmx_gets_the_table_and_the_number_for_the_status_line(client, project):
    page = client.get(ADDRESS, headers={"HX-Request": "true"}).content.decode()

    assert page.lstrip().startswith('<section id="found"')
    assert page.rstrip().endswith("</section>")
    assert '<p id="status" hx-swap-oob="innerHTML">1 project found</p>' in page
    assert "hx-swap-oob" not in page_of(client)


def test_going_back_gets_a_whole_page(client, project):
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    page = client.get(ADDRESS, headers=headers).content.decode()

    assert page.lstrip().lower().startswith("<!doctype html>")


def test_what_people_typed_is_never_markup(client, project, lead):
    bad = "<script>alert(1)</script>"
    make_project(project.organisation, bad, by=lead, service=bad)

    page = page_of(client, "?" + urlencode({"words": bad, "service": bad}))

    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(1)") == 7


def test_nothing_can_be_sent_to_it(client, project):
    assert client.post(ADDRESS).status_code == 405


QUERIES = ["", "?stage=big-idea&status=active&reason=any&words=a&service=Wards&sort=step"]


@pytest.mark.parametrize("query", QUERIES)
def test_one_project_and_three_cost_the_same(
    client, organisation, edition, lead, django_assert_num_queries, query
):
    make_project(organisation, "A", by=lead, service="Wards")
    with django_assert_num_queries(9):
        assert titles(client, query) == ["A"]
    for title, service in [("B", "Wards"), ("C", "Estates"), ("D", "Wards")]:
        project = make_project(organisation, title, by=lead, service=service)
        make_decision(make_member(project).project)

    with django_assert_num_queries(9):
        client.get(ADDRESS + query)
