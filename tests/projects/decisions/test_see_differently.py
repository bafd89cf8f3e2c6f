import pytest

from tests.factories import make_member, make_user


@pytest.fixture
def url(agreed):
    return f"{agreed.get_absolute_url()}see-differently/"


def test_a_participant_s_view_stands_beside_the_decision(
    signed_in, participant, observer, project, agreed, url
):
    version = agreed.version
    response = signed_in(participant).post(url, {"note": "We were not asked."})

    assert response.url == agreed.get_absolute_url()
    view = agreed.views.get()
    assert (view.by, view.note, view.perspective) == (
        participant,
        "We were not asked.",
        "service_user",
    )
    text = signed_in(observer).get(agreed.get_absolute_url()).text
    assert "Ben Participant sees it differently:" in text
    assert '<q class="as-typed">We were not asked.</q>' in text
    line = project.activity.first()
    assert (line.what, line.subject) == ("sees this differently:", "When do we open?")
    agreed.refresh_from_db()
    assert agreed.version == version, "nobody else's form about it is out of date"


def test_the_same_again_is_one_view_and_other_words_replace_it(
    signed_in, participant, project, agreed, url
):
    client = signed_in(participant)
    client.post(url, {"note": "We were not asked."})
    lines = project.activity.count()
    client.post(url, {"note": "We were not asked."})
    assert project.activity.count() == lines
    assert "We were not asked." in client.get(url).text

    client.post(url, {"note": "Nobody asked us."})
    assert [view.note for view in agreed.views.all()] == ["Nobody asked us."]


def test_without_words_nothing_is_said(signed_in, participant, agreed, url):
    response = signed_in(participant).post(url, {"note": " "})

    assert "Write something here." in response.text
    assert agreed.views.count() == 0


def test_also_beside_a_proposal_and_not_offered_beside_what_was_replaced(
    signed_in, participant, lead, proposal, agreed
):
    client = signed_in(participant)
    client.post(f"{proposal.get_absolute_url()}see-differently/", {"note": "Not yet."})
    agreed.replace(by=lead, question="Newer?", decision="At ten.", reason="The bus.")

    assert proposal.views.get().note == "Not yet."
    assert "Change my view" in client.get(proposal.get_absolute_url()).text
    assert "see-differently" not in client.get(agreed.get_absolute_url()).text


def test_who_may(signed_in, observer, involvement, outsider, agreed, url):
    for person, status in ((observer, 403), (involvement, 403), (outsider, 404)):
        client = signed_in(person)
        assert client.get(url).status_code == status
        assert client.post(url, {"note": "No."}).status_code == status
    assert agreed.views.count() == 0


def test_as_many_queries_for_three_views_as_for_one(
    signed_in, lead, participant, agreed, second, queries
):
    client = signed_in(lead)
    agreed.see_differently(by=participant, note="No.")
    one = queries(client, agreed.get_absolute_url())
    for person in (lead, second):
        agreed.see_differently(by=person, note="No.")
    assert queries(client, agreed.get_absolute_url()) == one


@pytest.fixture
def second(project):
    person = make_user("Cleo Carer")
    make_member(project, user=person, perspective="carer")
    return person
