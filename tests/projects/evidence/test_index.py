import re

import pytest

from projects.evidence.models import Source
from tests import factories
from tests.projects.evidence.conftest import SCRIPT
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/evidence/"


def rows_on(response):
    return re.findall(r'id="(source-\d+)"', response.text)


@pytest.mark.parametrize("who", ["lead", "participant", "observer", "involvement"])
def test_whoever_sees_the_project_reads_the_register(request, signed_in, project, lead, url, who):
    factories.make_group(project, "Parents", by=lead)
    source = factories.make_source(
        project, "Survey", by=lead, kind="data", sort="survey", finding="Too loud.",
        voice="carers", voice_words="Parents who wait", dated="2025-03 to 2026-01",
        strength="some", link="https://www.example.org/a?b=1",
        group=project.groups.get(), upload=factories.make_upload(),
    )  # fmt: skip
    page = Page(signed_in(request.getfixturevalue(who)).get(url))

    assert page.text(f"source-{source.pk}") == (
        "Survey Too loud. Carers: Parents who wait Parents March 2025 to January 2026 A survey "
        "It gives a good idea Link to www.example.org 1 file"
    )


def test_outsiders_learn_nothing(signed_in, outsider, source, url):
    assert signed_in(outsider).get(url).status_code == 404


@pytest.mark.parametrize(
    ("who", "button", "begin"),
    [
        ("lead", True, "Begin with the last thing people told you about this service."),
        ("participant", True, "Begin with the last thing people told you about this service."),
        ("observer", False, "Someone in the team can add to it."),
    ],
)
def test_empty_it_says_what_belongs_here(request, signed_in, url, project, who, button, begin):
    text = signed_in(request.getfixturevalue(who)).get(url).text

    assert "Nothing is written down here yet" in text
    assert begin in text
    assert ("Add a source" in text) == button
    assert 'id="missing"' not in text


def test_kinds_come_in_order_and_the_newest_first(signed_in, lead, project, url):
    made = {
        title: factories.make_source(project, title, by=lead, kind=kind, dated=dated)
        for title, kind, dated in [
            ("A", "policy", ""), ("B", "experience", "2024"), ("C", "experience", "2025-02"),
            ("D", "staff", ""),
        ]
    }  # fmt: skip
    response = signed_in(lead).get(url)

    assert rows_on(response) == [f"source-{made[title].pk}" for title in "CBDA"]
    kinds = [Page(response).text(f"kind-{kind}") for kind in ("experience", "staff", "policy")]
    assert kinds == ["People’s experience", "What staff know", "Laws, policies and rules"]


def test_what_is_missing_is_named(signed_in, lead, project, source, url):
    factories.make_group(project, "Night staff", by=lead)
    factories.make_source(project, by=lead, kind="data", voice="nobody")

    assert Page(signed_in(lead).get(url)).text("missing") == (
        "What is not here yet Nothing yet from staff No research yet No laws, policies or rules "
        "yet Nothing yet about how other services do it The voice of people who use the service "
        "is missing The voice of staff is missing The voice of partners is missing Nothing yet "
        "about this group: Night staff"
    )


def test_what_staff_know_is_their_voice_and_a_voice_nobody_named_is_not_said_to_be_missing_alone(
    signed_in, lead, project, url
):
    factories.make_source(project, by=lead, kind="staff")
    missing = Page(signed_in(lead).get(url)).text("missing")

    assert "The voice of staff is missing" not in missing
    assert "nobody has written down whose voice it is The voice of people who use" in missing


def test_nothing_is_missing_when_all_is_there(signed_in, lead, project, url):
    voices = ["service_users", "carers", "staff", "partners", "public", "nobody"]
    for kind, voice in zip(Source.Kind.values, voices, strict=True):
        factories.make_source(project, by=lead, kind=kind, voice=voice)

    assert 'id="missing"' not in signed_in(lead).get(url).text


def test_one_kind_alone(signed_in, lead, project, source, url):
    other = factories.make_source(project, by=lead, kind="data")

    assert rows_on(signed_in(lead).get(url + "?kind=data")) == [f"source-{other.pk}"]
    for nonsense in ("gossip", "policy", "%00", "<b>"):
        assert len(rows_on(signed_in(lead).get(f"{url}?kind={nonsense}"))) == 2


def test_the_sources_of_another_project_are_not_here(signed_in, lead, source, earlier, url):
    assert rows_on(signed_in(lead).get(url)) == [f"source-{source.pk}"]


def test_more_than_fifty_are_on_pages(signed_in, lead, project, url):
    for _number in range(51):
        factories.make_source(project, by=lead)
    client = signed_in(lead)

    assert len(rows_on(client.get(url))) == 50
    assert len(rows_on(client.get(url + "?page=2"))) == 1


def test_one_source_and_three_cost_the_same(signed_in, lead, project, url, queries):
    def add(kind):
        group = factories.make_group(project, by=lead)
        factories.make_source(
            project, by=lead, kind=kind, group=group, upload=factories.make_upload()
        )

    add("experience")
    client = signed_in(lead)
    one = queries(client, url)
    add("data")
    add("experience")

    assert queries(client, url) == one


def test_a_closed_project_offers_nothing_to_press(signed_in, lead, project, source, url):
    project.turn("complete", by=lead, because="Done.")
    text = signed_in(lead).get(url).text

    assert source.title in text
    assert "Add a source" not in text


def test_easy_words(signed_in, participant, source, url):
    participant.change(wording="easy")

    assert "What we know, and who told us." in signed_in(participant).get(url).text


def test_words_are_words(signed_in, lead, project, url):
    factories.make_source(project, SCRIPT % "a", by=lead, finding=SCRIPT % "b", sort=SCRIPT % "c")

    assert "<script>alert(" not in signed_in(lead).get(url).text
