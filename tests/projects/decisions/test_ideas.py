"""Which ideas a decision answers: chosen among all there are, and told to those behind them."""

import pytest

from outbox.models import Message
from projects.decisions.models import NotAgreed
from projects.ideas.models import Idea, Theme
from tests import factories
from tests.reading import Page


@pytest.fixture
def url(agreed):
    return f"{agreed.get_absolute_url()}ideas/"


@pytest.fixture
def idea(project, participant):
    return factories.make_idea(project, "A quiet corner.", by=participant)


@pytest.fixture
def other(project, lead):
    return factories.make_idea(project, "Softer doors.", by=lead)


def test_a_lead_ticks_ideas_and_those_behind_them_hear(
    signed_in, lead, participant, observer, project, agreed, idea, other, url
):
    idea.me_too(by=observer)
    response = signed_in(lead).post(url, {"answered": [idea.pk, other.pk]})

    assert response.url == f"{agreed.get_absolute_url()}#ideas"
    assert set(agreed.ideas.all()) == {idea, other}
    told = Message.objects.filter(subject="A decision answers an idea")
    assert {message.to for message in told} == {participant, observer}
    assert told.first().text.startswith(
        "You gave this idea, or want it too: “A quiet corner.”\n\n"
        "This is what was decided:\n\nWhen do we open?\n\nYes.\n\nWhy: It helps people."
    )
    assert project.activity.first().what == "said which ideas are answered by"


def test_pressed_twice_it_is_said_once(signed_in, lead, project, agreed, idea, url):
    client = signed_in(lead)
    client.post(url, {"answered": [idea.pk]})
    lines = project.activity.count()
    client.post(url, {"answered": [idea.pk]})

    assert project.activity.count() == lines
    assert Message.objects.filter(subject="A decision answers an idea").count() == 1


def test_what_another_lead_ticked_meanwhile_stays(signed_in, lead, agreed, idea, other, url):
    third = factories.make_idea(agreed.project)
    agreed.answer([other, third], by=lead)
    signed_in(lead).post(url, {"was": [other.pk], "answered": [idea.pk]})

    assert set(agreed.ideas.all()) == {idea, third}


def test_a_proposal_tells_nobody_yet_and_agreeing_does(
    signed_in, lead, participant, proposal, idea
):
    signed_in(lead).post(f"{proposal.get_absolute_url()}ideas/", {"answered": [idea.pk]})
    assert not Message.objects.filter(subject="A decision answers an idea").exists()
    proposal.refresh_from_db()
    proposal.agree(by=lead)

    told = Message.objects.filter(to=participant, subject="A decision is agreed").get()
    assert "“A quiet corner.”" in told.text


def test_each_person_reads_of_a_decision_once(project, lead, participant, observer, idea):
    factories.make_decision(project, by=lead, question="Where is it quiet?", ideas=[idea])
    told = Message.objects.filter(subject="A decision is written down")

    assert sorted((one.to.name, "A quiet corner." in one.text) for one in told) == [
        ("Ben Participant", True),
        ("Olu Observer", False),
    ]
    assert "Where is it quiet?" in told.get(to=participant).text


def test_a_replaced_one_stays_as_it_is(signed_in, lead, agreed, idea, url):
    agreed.replace(by=lead, question="When?", decision="Later.", reason="So.")
    response = signed_in(lead).post(url, {"answered": [idea.pk]}, follow=True)

    assert "Its ideas stay as they are." in response.text
    assert not agreed.ideas.exists()
    with pytest.raises(NotAgreed):
        agreed.answer([idea], by=lead)


def test_the_new_one_answers_the_same_ideas(lead, agreed, idea):
    agreed.answer([idea], by=lead)
    new = agreed.replace(by=lead, question="When?", decision="Later.", reason="So.")

    assert list(new.ideas.all()) == list(agreed.ideas.all()) == [idea]


def test_who_is_behind_an_idea_of_the_old_one_hears_what_took_its_place(
    lead, participant, agreed, idea, other
):
    agreed.answer([idea], by=lead)
    agreed.replace(by=lead, question="When?", decision="Later.", reason="So.", ideas=[other])

    told = Message.objects.get(to=participant, subject="A decision has changed").text
    assert told.startswith("You gave this idea, or want it too: “A quiet corner.”")
    assert "It replaces what was decided before: Yes." in told


def test_what_waits_at_the_door_and_what_is_elsewhere_cannot_be_ticked(
    signed_in, lead, project, agreed, url
):
    waits = factories.make_received(project)
    theirs = factories.make_idea(factories.make_project(project.organisation, by=lead))
    typed = {"answered": [waits.pk, theirs.pk, "x", "\x00", "9" * 30, "-1"]}

    assert signed_in(lead).post(url, typed).status_code == 302
    assert not agreed.ideas.exists()


def test_by_theme_and_what_is_ticked_is_ticked(signed_in, lead, project, agreed, idea, other, url):
    theme = Theme.add(project, by=lead, name="Noise")
    idea.put_under(theme, by=lead)
    agreed.answer([idea], by=lead)
    page = Page(signed_in(lead).get(f"{url}?theme={theme.pk}"))

    assert f"idea-{idea.pk}" in page.texts
    assert f"idea-{other.pk}" not in page.texts
    assert (page.values["was"], page.values["answered"]) == (str(idea.pk), str(idea.pk))


def test_one_idea_and_five_hundred_cost_the_same(
    signed_in, lead, project, agreed, idea, queries, url
):
    client = signed_in(lead)
    forms = [url, agreed.get_absolute_url(), f"/projects/{project.pk}/decisions/new/"]
    agreed.answer([idea], by=lead)
    with_one = [queries(client, address) for address in forms]
    Idea.objects.bulk_create(
        Idea(project=project, text=f"Idea {number}.", way="public") for number in range(500)
    )
    agreed.answer(project.ideas.all()[:3], by=lead)

    assert [queries(client, address) for address in forms] == with_one
    assert len(client.get(forms[2]).text) < 150_000


@pytest.mark.parametrize(
    ("who", "status"),
    [("participant", 403), ("observer", 403), ("involvement", 403), ("outsider", 404)],
)
def test_others_may_not(request, signed_in, agreed, idea, url, who, status):
    response = signed_in(request.getfixturevalue(who)).post(url, {"answered": [idea.pk]})

    assert response.status_code == status
    assert not agreed.ideas.exists()
