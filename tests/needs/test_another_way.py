import re
from datetime import date

import pytest
from django.conf import settings
from freezegun import freeze_time

from needs.models import AskedAnotherWay
from outbox.models import Message
from projects.models import Project
from tests import factories
from tests.hands import paper_hands_of
from tests.needs.marks import has_error, of_page
from tests.reading import Page

COME_IN = {"way": "large_print", "reach": "come_in", "words": "The leaflet"}


def ask(client, **typed):
    return client.post("/needs/another-way/", COME_IN | typed)


def test_anyone_asks_without_an_account(client, organisation, involvement):
    with freeze_time("2026-11-19 10:00"):  # a Thursday
        response = ask(client, name="Joan", reach="post", post_to="4 Mill Lane")

    asked = AskedAnotherWay.objects.get()
    assert response.url == "/needs/asked/"
    assert (asked.way, asked.words, asked.name) == ("large_print", "The leaflet", "Joan")
    assert (asked.post_to, asked.asker, asked.project) == ("4 Mill Lane", None, None)
    assert (asked.organisation, asked.named) == (organisation, involvement)
    assert asked.due_on == date(2026, 11, 26)


def test_the_named_person_is_told_at_once_and_nothing_is_said(client, organisation, involvement):
    ask(client, way="language", language="Polish", words="My hearing is bad")

    told = Message.objects.get()
    assert (told.to, told.at_once) == (involvement, True)
    assert told.subject == "Someone asked for something another way"
    assert "Polish" not in told.subject + told.text
    assert "hearing" not in told.text


def test_in_a_project_it_goes_to_who_arranges_things_there(
    signed_in, participant, project, lead, involvement
):
    address = f"/projects/{project.pk}/decisions/"
    ask(signed_in(participant), page=address, reach="known")

    asked = AskedAnotherWay.objects.get()
    assert (asked.project, asked.named, asked.page) == (project, lead, address)
    assert (asked.asker, asked.reach) == (participant, "known")


def test_a_lead_without_email_is_not_asked(signed_in, organisation, participant, involvement):
    lead = factories.make_user("Nell", email=None)
    project = factories.make_project(organisation, "On paper", by=lead)
    factories.make_member(project, user=participant)
    ask(signed_in(participant), page=f"/projects/{project.pk}/")

    assert AskedAnotherWay.objects.get().named == involvement


@pytest.mark.parametrize("who", ["nobody", "outsider", "other_lead", "other_involvement"])
def test_a_page_that_the_asker_may_not_see_is_not_kept(
    request, client, signed_in, project, involvement, who
):
    client = client if who == "nobody" else signed_in(request.getfixturevalue(who))
    ask(client, page=f"/projects/{project.pk}/")

    asked = AskedAnotherWay.objects.get()
    assert (asked.page, asked.project) == ("", None)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/stages/", "/stages/"),
        ("/stages/gather-ideas/?page=2", "/stages/gather-ideas/"),
        ("/", "/"),
        ("//elsewhere.example/stages/", ""),
        ("https://elsewhere.example/stages/", ""),
        ("/nowhere/", ""),
        ("/needs/7/", ""),
        ("/projects/99999999999999999999/", ""),
        ("/stages/\x00/", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_only_the_path_of_a_page_of_ours_is_kept(client, organisation, address, kept):
    response = client.get("/needs/another-way/", {"page": address})

    assert Page(response).values["page"] == kept


def test_a_page_that_is_not_kept_is_no_mistake_of_the_person(client, organisation):
    ask(client, page="/stages/\x00/")

    assert AskedAnotherWay.objects.get().page == ""


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"reach": "email", "email": ""}, "email"),
        ({"reach": "email", "email": "joan"}, "email"),
        ({"reach": "phone"}, "phone"),
        ({"reach": "post"}, "post_to"),
        ({"way": "language"}, "language"),
        ({"way": "other", "words": ""}, "words"),
        ({"way": ""}, "way"),
        ({"reach": "known"}, "reach"),
    ],
)
def test_what_the_choice_needs_is_asked_for(client, organisation, typed, field):
    response = ask(client, **typed)

    assert has_error(response, field)
    assert AskedAnotherWay.objects.count() == 0


def test_what_the_choice_does_not_need_is_not_kept(client, organisation):
    ask(client, reach="phone", phone="01632 960001", email="no address", language="Polish")

    asked = AskedAnotherWay.objects.get()
    assert (asked.phone, asked.email, asked.language) == ("01632 960001", "", "")


def test_someone_signed_in_is_reached_the_way_we_know(signed_in, participant, project):
    page = Page(signed_in(participant).get("/needs/another-way/"))

    assert page.values["reach"] == "known"
    assert "name" not in page.values


def test_sent_twice_is_one_request(client, organisation, involvement):
    for _time in range(2):
        ask(client, name="Joan")

    assert (AskedAnotherWay.objects.count(), Message.objects.count()) == (1, 1)


def test_a_code_on_paper_asks_in_its_own_project_only(project, no_email, lead, other_lead):
    elsewhere = Project.objects.get(title="Another project")
    factories.make_member(elsewhere, user=no_email)
    client = paper_hands_of(project.memberships.get(user=no_email), by=lead)
    ask(client, page=f"/projects/{elsewhere.pk}/")
    ask(client, page=f"/projects/{project.pk}/")

    pages = AskedAnotherWay.objects.order_by("pk").values_list("page", "project")
    assert list(pages) == [("", None), (f"/projects/{project.pk}/", project.pk)]


def test_one_person_asks_ten_times_an_hour(signed_in, participant, project):
    client = signed_in(participant)
    answers = [ask(client, words=f"Page {n}").status_code for n in range(11)]

    assert answers == [302] * 10 + [429]
    assert AskedAnotherWay.objects.count() == 10


def test_a_workshop_behind_one_address_gets_through(client, organisation):
    answers = [ask(client, name=f"Person {n}").status_code for n in range(60)]

    assert answers == [302] * 60
    assert settings.ACCOUNT_RATE_LIMITS["ask_another_way"] == "100/5m/ip,10/h/key"


def test_an_installation_without_an_organisation_has_nobody_to_ask(client, db):
    assert ask(client).status_code == 404


def test_with_no_one_in_the_involvement_team_an_administrator_is_asked(
    client, organisation, administrator
):
    ask(client)

    assert AskedAnotherWay.objects.get().named == administrator


def test_every_page_leads_here(client, signed_in, project, lead):
    for person, address in [
        (client, "/"),
        (client, "/nowhere/"),
        (signed_in(lead), f"/projects/{project.pk}/team/"),
    ]:
        assert f'href="/needs/another-way/?page={address}"' in person.get(address).text


def test_the_page_says_what_happens_with_it(client, organisation):
    text = of_page(client.get("/needs/another-way/?page=/stages/"))

    assert "A person reads it and answers within five working days." in text
    assert "We note which page you came from." in text


def test_only_what_may_always_stay_empty_is_called_optional(client, organisation):
    labels = re.findall(r"<label[^>]*>(.*?)</label>", client.get("/needs/another-way/").text, re.S)
    optional = [label.strip() for label in labels if "(optional)" in label]

    assert optional == ["What should we call you? (optional)"]
