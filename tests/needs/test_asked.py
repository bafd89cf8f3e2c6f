from django.utils import timezone

from needs.models import AskedAnotherWay
from tests.hands import paper_hands_of
from tests.needs.marks import of_page
from ui.jinja import day

ASK = {"way": "large_print", "reach": "come_in", "words": "The leaflet"}


def test_someone_without_an_account_reads_when_the_answer_comes(client, organisation, involvement):
    text = of_page(client.post("/needs/another-way/", ASK, follow=True))

    due = day(AskedAnotherWay.objects.get().due_on)
    assert f"Thank you. We have it. The involvement team answers you by {due}" in text
    assert involvement.name not in text


def test_a_member_reads_the_name_and_later_the_answer(signed_in, participant, project, lead):
    client = signed_in(participant)
    typed = ASK | {"reach": "known", "page": f"/projects/{project.pk}/"}
    waiting = of_page(client.post("/needs/another-way/", typed, follow=True))
    AskedAnotherWay.objects.get().done("It is in the post.", timezone.localdate(), by=lead)
    answered = of_page(client.get("/needs/asked/"))

    assert f"{lead.name} answers you by" in waiting
    assert "Back to my projects" in waiting
    assert "It is in the post." in answered


def test_nobody_reads_what_others_asked(signed_in, client, participant, observer, project):
    signed_in(participant).post("/needs/another-way/", ASK | {"words": "secretly"})

    assert "secretly" not in signed_in(observer).get("/needs/asked/").text
    assert "secretly" not in client.get("/needs/asked/").text


def test_a_code_on_paper_does_not_show_what_was_asked_before(project, no_email, lead):
    AskedAnotherWay.ask(
        project.organisation, way="post", reach="known", asker=no_email, words="secretly"
    )
    client = paper_hands_of(project.memberships.get(user=no_email), by=lead)

    assert "secretly" not in client.get("/needs/asked/").text


def test_one_request_and_three_cost_the_same(signed_in, queries, participant, organisation, lead):
    client = signed_in(participant)

    def asked(words):
        AskedAnotherWay.ask(organisation, way="post", reach="known", asker=participant, words=words)

    asked("one")
    with_one = queries(client, "/needs/asked/")
    asked("two")
    asked("three")

    assert queries(client, "/needs/asked/") == with_one
