import pytest

from privacy.models import Kind, Statement
from tests import factories

PAGES = {
    "/privacy/": "Privacy",
    "/privacy/cookies/": "Cookies",
    "/privacy/accessibility/": "Accessibility",
    "/privacy/complaints/": "Complaints",
}


@pytest.mark.parametrize(("address", "title"), PAGES.items())
def test_anyone_reads_it_with_no_account_and_before_anyone_wrote_it(
    client, organisation, address, title
):
    text = client.get(address).text

    assert f"<h1>{title}</h1>" in text
    assert "These are the words that this website came with." in text
    assert Statement.objects.count() == 0  # reading writes nothing


@pytest.mark.parametrize("address", PAGES)
def test_it_stands_before_there_is_any_organisation(client, db, address):
    assert client.get(address).status_code == 200


def test_every_page_leads_to_it(client, organisation):
    text = client.get("/").text

    assert [address for address in PAGES if f'href="{address}"' not in text] == []


def test_the_first_words_say_where_to_complain(client, organisation):
    assert "Information Commissioner’s Office (ICO)" in client.get("/privacy/").text


@pytest.mark.parametrize("who", [None, "participant", "involvement", "other_involvement"])
def test_nobody_else_sees_the_gaps(client, signed_in, request, organisation, project, who):
    reader = signed_in(request.getfixturevalue(who)) if who else client
    text = reader.get(f"/privacy/?of={organisation.pk}").text

    assert "Write here" not in text
    assert "Why we keep it" in text


def test_an_administrator_sees_the_gaps_and_where_to_fill_them(
    signed_in, administrator, organisation
):
    text = signed_in(administrator).get("/privacy/").text

    assert '<mark class="gap">Write here: a phone number and an e-mail address</mark>' in text
    assert f'href="/privacy/statements/{organisation.pk}/privacy/edit/"' in text


def test_contacts_of_the_organisation_fill_the_gap(client, organisation):
    organisation.contact_phone = "01632 960 001"
    organisation.save()
    text = client.get("/privacy/").text

    assert "<li>Phone: 01632 960 001</li>" in " ".join(text.split()).replace("> ", ">")
    assert "Write here: a phone number and an e-mail address" not in text


def test_the_table_says_how_long_each_thing_is_kept(client, organisation):
    text = client.get("/privacy/").text

    assert text.count('<th scope="row">') == len(Kind)
    assert "6 years after the project was closed and nothing more happened in it" in text


def test_someone_reads_the_words_of_their_own_organisation(signed_in, participant, administrator):
    elsewhere = factories.make_organisation(name="Hilltop Health")
    person = factories.make_member(factories.make_project(elsewhere)).user
    Statement.publish(elsewhere, "privacy", by=administrator, text="How Hilltop does it.")

    assert "How Hilltop does it." in signed_in(person).get("/privacy/").text
    assert "How Hilltop does it." not in signed_in(participant).get("/privacy/").text
    asked = signed_in(participant).get(f"/privacy/?of={elsewhere.pk}")
    assert "How Hilltop does it." in asked.text


@pytest.mark.parametrize("asked", ["999999", "99999999999999999999", "x", "-1", "٣"])
def test_an_organisation_that_is_not_there_is_no_trap(client, organisation, asked):
    expected = 404 if asked == "999999" else 200

    assert client.get("/privacy/", {"of": asked}).status_code == expected


def test_easy_words_come_first_for_who_chose_them(signed_in, participant, organisation):
    participant.change(wording="easy")
    text = signed_in(participant).get("/privacy/").text

    assert "This page is about facts we keep about you." in text
    assert "Read all the words" in text
    assert "Easy read: a draft until people have tested it" in text


def test_earlier_versions_stay_readable(client, organisation, administrator):
    first = Statement.publish(organisation, "privacy", by=administrator, text="The old words.")
    Statement.publish(organisation, "privacy", by=administrator, text="The new words.")
    text = client.get("/privacy/").text

    assert "The new words." in text
    assert "The old words." not in text
    assert f'href="/privacy/statements/{first.pk}/"' in text


def test_one_version_and_three_cost_the_same(client, organisation, administrator, queries):
    Statement.publish(organisation, "privacy", by=administrator, text="1")
    one = queries(client, "/privacy/")
    for number in (2, 3):
        Statement.publish(organisation, "privacy", by=administrator, text=f"{number}")

    assert queries(client, "/privacy/") == one
