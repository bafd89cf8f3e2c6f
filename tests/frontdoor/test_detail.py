import pytest
from django.utils import timezone

from projects.models import Part
from stages.models import Sharing, Stage
from tests.factories import (
    make_decision,
    make_member,
    make_poster,
    make_project,
    make_question,
    make_update,
    make_user,
)


@pytest.fixture
def url(project, lead):
    project.publish(by=lead)
    return f"/frontdoor/{project.pk}/"


def test_a_stranger_reads_what_it_is_about_and_where_it_stands(client, lead, organisation, edition):
    project = make_project(
        organisation, "A calmer ward", by=lead, origin="money", problem="It is loud at night.",
        idea="Soft shoes.", contact="Ring 01632 960045.", service="Inpatients",
    )  # fmt: skip
    project.move_to(Stage.DECISION_TIME, by=lead, because="A reason for the team.")
    Part.add(project, by=lead, name="The shoes", state="open", because="Nobody has chosen.")
    project.publish(by=lead)
    page = client.get(f"/frontdoor/{project.pk}/").text

    for said in ("A calmer ward", "It is loud at night.", "Soft shoes.", "Began with: Money",
                 "It is at step 2 of 7: Decision Time.", "We are here", "Ring 01632 960045.",
                 "The shoes", "Nobody has chosen.", "Riverside Health",
                 "Ask for this page another way"):  # fmt: skip
        assert said in page, said
    assert page.index("It is loud at night.") < page.index("Soft shoes.")
    assert "A reason for the team." not in page


def test_it_names_nobody_and_shows_nothing_that_is_the_teams(client, lead, project, item, url):
    member = make_member(project, user=make_user("Marigold Hyacinth"), speaks_for="the choir")
    item.answer("done", by=member.user, note="A note of ours.")
    make_update(project, "Our news", by=lead, text="Told to us.")
    make_decision(project, question="For the team?")
    page = client.get(url).text

    for hidden in (lead.name, "Marigold", "the choir", "A note of ours.", item.wording, "Our news",
                   "For the team?", "Told to us."):  # fmt: skip
        assert hidden not in page, hidden


def test_decisions_are_there_when_a_lead_shares_them(client, lead, project, url):
    shared = make_decision(
        project, question="Saturdays?", decision="Yes.", reason="People work.", decided="2026-05",
        by_whom="Ada of the board", dissent="Some said no.", sharing=Sharing.PUBLIC,
    )  # fmt: skip
    make_decision(project, question="Sundays?", status="proposed", sharing=Sharing.PUBLIC)
    old = make_decision(project, question="Mondays?", sharing=Sharing.PUBLIC)
    old.replace(by=lead, question="Tuesdays?", decision="No.", reason="So.")
    page = client.get(url).text

    for said in (shared.question, "People work.", "May 2026"):
        assert said in page
    for hidden in ("Ada of the board", "Some said no.", "Sundays?", "Mondays?", "Tuesdays?"):
        assert hidden not in page, hidden


def test_open_questions_lead_to_where_anyone_answers(client, lead, project, url):
    assert "What do you think?" not in client.get(url).text
    asked, closed = make_question(project), make_question(project)
    closed.close(by=lead)
    page = client.get(url).text

    assert f'href="/ask/{asked.word}/"' in page
    assert asked.question in page
    assert closed.question not in page


def test_how_to_join_while_the_poster_is_up(client, lead, project, url):
    assert "does not look for anyone new" in client.get(url).text
    poster = make_poster(project)
    assert f'href="/join/poster/{poster.word}/"' in client.get(url).text

    project.turn("complete", by=lead, because="A reason for the team.")
    page = client.get(url).text
    assert "It has ended: Complete." in page
    assert "/join/poster/" not in page
    assert "A reason for the team." not in page


def test_what_is_not_published_is_not_there_for_anyone(
    client, signed_in, lead, outsider, involvement, project
):
    url = f"/frontdoor/{project.pk}/"
    for someone in (client, signed_in(outsider), signed_in(lead), signed_in(involvement)):
        assert someone.get(url).status_code == 404

    project.publish(by=lead)
    assert client.get(url).status_code == 200
    project.take_down(by=lead)
    assert client.get(url).status_code == 404
    assert client.get(f"/frontdoor/{2**63}/").status_code == 404


def test_it_is_the_same_for_a_member(client, signed_in, lead, url):
    strangers, members = (one.get(url).text for one in (client, signed_in(lead)))
    inside = [text.split('id="public"')[1].split("</main>")[0] for text in (strangers, members)]

    assert inside[0] == inside[1]


def test_what_was_written_is_only_text(client, lead, organisation, edition):
    project = make_project(organisation, "<b>Bold</b>", by=lead, idea="<script>harm()</script>")
    project.publish(by=lead)
    page = client.get(f"/frontdoor/{project.pk}/").text

    assert "<script>harm" not in page
    assert "&lt;b&gt;Bold&lt;/b&gt;" in page


def test_three_of_each_cost_as_many_queries_as_one(client, queries, lead, project, url):
    def add():
        Part.add(project, by=lead, name=f"Part {timezone.now()}", state="open")
        make_decision(project, sharing=Sharing.PUBLIC)
        make_question(project)

    make_poster(project)
    add()
    one = queries(client, url)
    add()
    add()

    assert queries(client, url) == one
