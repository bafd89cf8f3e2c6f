import csv
import io

from projects.consents.models import Consent, ConsentUse
from projects.consents.wording import Use
from tests import factories


def lines(client, project):
    response = client.get(f"/projects/{project.pk}/story/list.csv")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_a_line_for_each_entry_and_nobody_is_named(signed_in, observer, lead, project, chain):
    chain.action.finish(by=lead)
    [line] = lines(signed_in(observer), project)

    assert line["What became of it"] == "We did"
    assert line["What people said"] == "A clock we can see, number 1."
    assert line["Decision"] == "A clock goes up, number 1."
    assert line["Done"].startswith("Hang the clock, number 1 (")
    assert line["What shows it"] == (
        "People who ask how long, number 1: before: 43 (January 2026); now: 12 (June 2026)"
    )
    assert lead.name not in "".join(line.values())


def test_a_member_s_words_only_if_they_agreed_and_nothing_private(
    signed_in, observer, lead, participant, project, chain
):
    idea = factories.make_idea(project, "My own words.", by=participant)
    chain.decision.share("private", by=lead)
    client = signed_in(observer)
    assert [line["What people said"] for line in lines(client, project)] == [
        "", "A clock we can see, number 1.",
    ]  # fmt: skip
    assert {line["Decision"] for line in lines(client, project)} == {""}

    Consent.give(project.memberships.get(user=participant), Use.WORDS, by=participant)
    assert lines(client, project)[0]["What people said"] == idea.text


def test_whose_words_stand_in_it_finds_it_among_what_they_agreed_to(
    signed_in, observer, participant, project
):
    factories.make_idea(project, "My own words.", by=participant)
    lines(signed_in(observer), project)
    assert not ConsentUse.objects.exists()

    consent = Consent.give(project.memberships.get(user=participant), Use.WORDS, by=participant)
    lines(signed_in(observer), project)

    [used] = consent.uses.all()
    assert (used.what, used.by) == ("The spreadsheet “You said, we did”", observer)
    page = signed_in(participant).get(f"/projects/{project.pk}/consents/")
    assert f'href="/projects/{project.pk}/story/"' in page.text
    assert "The spreadsheet “You said, we did”" in page.text


def test_what_would_be_calculated_stays_text_and_outsiders_get_none(
    signed_in, observer, outsider, project
):
    factories.make_session(project, ideas=["=1+1"])
    [line] = lines(signed_in(observer), project)

    assert line["What people said"] == "'=1+1"
    address = f"/projects/{project.pk}/story/list.csv"
    assert signed_in(outsider).get(address).status_code == 404
