import pytest
from django.urls import reverse

from accounts.models import PrivateRead
from needs.models import Need, NeedKind
from outbox.models import Message
from tests import factories


@pytest.fixture
def url(project):
    return reverse("exports:post", args=[project.pk])


@pytest.fixture
def by_post(project):
    fields = {"email": None, "way": "post", "post_to": "1 Mill Lane\nRiverside"}
    return factories.make_member(project, user=factories.make_user("Pat Paper", **fields)).user


@pytest.fixture
def by_phone(project):
    fields = {"email": None, "way": "phone", "phone": "01632 960 001"}
    return factories.make_member(project, user=factories.make_user("Phil Phone", **fields)).user


def tell(person, about, text="The paint is white."):
    subject, group = "A decision", getattr(about, "title", "")
    return Message.write(to=person, subject=subject, text=text, about=about, group=group)


def test_a_lead_sees_who_waits_for_paper_and_what_to_say_on_the_phone(
    signed_in, lead, project, by_post, by_phone, url
):
    tell(by_post, project, "For the letter alone.")
    tell(by_phone, project)
    page = signed_in(lead).get(url).text

    shown = ("Pat Paper", "1 Mill Lane", "Phil Phone", "01632 960 001", "The paint is white.")
    assert [words for words in shown if words not in page] == []
    assert "For the letter alone." not in page
    reads = PrivateRead.objects.filter(reader=lead).order_by("what")
    assert list(reads.values_list("of", "what")) == [
        (by_phone.pk, "phone number"),
        (by_post.pk, "postal address"),
    ]


def test_only_leads_see_it(signed_in, participant, involvement, outsider, url):
    answers = [signed_in(one).get(url).status_code for one in (participant, involvement, outsider)]

    assert answers == [403, 403, 404]


def test_nobody_with_e_mail_stands_there(signed_in, lead, project, participant, url):
    tell(participant, project)
    page = signed_in(lead).get(url).text

    assert ("No letters are waiting." in page, "No calls are waiting." in page) == (True, True)
    assert "Ben Participant" not in page


def test_someone_without_address_or_number_is_told_in_person(signed_in, lead, project, url):
    for way in ("post", "phone"):
        person = factories.make_user(email=None, way=way)
        factories.make_member(project, user=person)
        tell(person, project)
    page = signed_in(lead).get(url).text

    assert "We have no postal address. Hand it over when you meet." in page
    assert "We have no phone number. Ask for it when you meet." in page
    assert PrivateRead.objects.count() == 0


def test_told_is_noted_with_who_and_when(signed_in, lead, project, by_post, url):
    message = tell(by_post, project)
    client = signed_in(lead)
    response = client.post(url, {"messages": str(message.pk), "way": "post"})
    page = client.get(response.url).text

    message.refresh_from_db()
    assert (response.url, message.envelope.state) == (url, "told")
    assert (message.envelope.done_by, message.envelope.way) == (lead, "post")
    assert "Noted: 1 person told." in page
    assert "Pat Paper: on paper, by Asha Lead on" in page
    assert "No letters are waiting." in page


def test_what_came_after_the_letter_was_printed_still_waits(signed_in, lead, project, by_post, url):
    first = tell(by_post, project)
    later = tell(by_post, project, "It came later.")
    signed_in(lead).post(url, {"messages": str(first.pk), "way": "post"})

    assert list(Message.objects.by_hand()) == [later]


def test_pressed_twice_is_told_once(signed_in, lead, project, by_post, url):
    message = tell(by_post, project)
    client = signed_in(lead)
    for _press in range(2):
        client.post(url, {"messages": str(message.pk), "way": "post"})

    assert by_post.envelopes.count() == 1


def test_all_of_them_in_one_press(signed_in, lead, project, by_post, by_phone, url):
    numbers = [tell(person, project).pk for person in (by_post, by_phone)]
    data = {"messages": ",".join(str(number) for number in numbers), "way": "post"}
    page = signed_in(lead).post(url, data, follow=True).text

    assert "Noted: 2 people told." in page


def test_each_lead_sees_and_tells_only_their_own_project_s_part(
    signed_in, lead, other_lead, project, by_post, url
):
    other = other_lead.memberships.get().project
    factories.make_member(other, user=by_post)
    ours, theirs = tell(by_post, project), tell(by_post, other, "Another project's news.")
    client = signed_in(lead)
    both = f"{ours.pk},{theirs.pk}"
    assert f'value="{ours.pk}"' in client.get(url).text
    client.post(url, {"messages": both, "way": "post"})

    assert list(Message.objects.by_hand()) == [theirs]


def test_nonsense_tells_nobody(signed_in, lead, project, by_post, url):
    tell(by_post, project)
    client = signed_in(lead)

    for messages in ("", "all", "-1", "9" * 40, ",,x"):
        assert client.post(url, {"messages": messages, "way": "smoke"}).url == url
    assert Message.objects.by_hand().count() == 1


def test_who_has_left_or_may_not_see_it_any_more_is_not_told(
    signed_in, lead, project, by_post, by_phone, url
):
    part = project.parts.create(name="The room", state="open")
    tell(by_phone, part, "About the room.")
    tell(by_post, project)
    part.delete()
    project.memberships.get(user=by_post).leave(by=by_post)
    page = signed_in(lead).get(url).text

    assert ("Pat Paper" in page, "About the room." in page) == (False, False)


def test_a_secret_is_never_shown(signed_in, lead, project, by_phone, url):
    told = {"subject": "Numbers", "text": "814253", "about": project}
    Message.write(to=by_phone, secret=True, at_once=True, **told)

    assert "814253" not in signed_in(lead).get(url).text


def test_an_ending_is_told_after_the_project_is_closed(signed_in, lead, project, by_post, url):
    message = tell(by_post, project)
    project.turn("complete", by=lead, because="It is done.")
    client = signed_in(lead)
    assert "Pat Paper" in client.get(url).text
    client.post(url, {"messages": str(message.pk), "way": "post"})
    message.refresh_from_db()

    assert message.envelope.state == "told"


def test_three_messages_cost_as_many_queries_as_one(
    signed_in, lead, project, by_post, by_phone, url, queries
):
    client = signed_in(lead)
    client.get(url)
    for person in (by_post, by_phone):
        tell(person, factories.make_decision(project))
    queries(client, url)  # the looks at address and number are written down once
    first = queries(client, url)
    for _n in range(2):
        for person in (by_post, by_phone):
            tell(person, factories.make_decision(project))

    assert queries(client, url) == first


def test_each_person_more_costs_the_same_few_queries(signed_in, lead, project, url, queries):
    """Each may see other things, so each is asked for alone; a page has at most forty."""
    client, cost = signed_in(lead), []
    for _n in range(4):
        tell(factories.make_member(project, user=factories.make_user(email=None)).user, project)
        cost.append(queries(client, url))

    assert cost[3] - cost[2] == cost[2] - cost[1] <= 2


@pytest.fixture
def large_print(organisation):
    NeedKind.lay_out(organisation)
    return organisation.need_kinds.get(key="large-print")


def test_what_someone_needs_stands_beside_their_letter_for_whom_they_chose(
    signed_in, lead, project, by_post, large_print, url
):
    tell(by_post, project)
    Need.tell(by_post, by=lead, kind=large_print, words="20 point, please", told_in=project)
    second = factories.make_member(project, "lead", "staff").user
    page, unnamed = (signed_in(one).get(url).text for one in (lead, second))

    assert "20 point, please" in page
    assert "This letter is printed in large print: 18 point." in page
    assert ("20 point" in unnamed, "large print" in unnamed) == (False, False)
    reads = PrivateRead.objects.filter(of=by_post, what="access needs")
    assert list(reads.values_list("reader", flat=True)) == [lead.pk]


def test_a_call_says_what_matters_when_people_talk(
    signed_in, lead, project, by_phone, large_print, url
):
    tell(by_phone, project)
    breaks = large_print.organisation.need_kinds.get(key="breaks")
    for kind, words in ((large_print, "20 point"), (breaks, "Not before ten"), (None, "Go slowly")):
        Need.tell(by_phone, by=lead, kind=kind, words=words, told_in=project)
    page = signed_in(lead).get(url).text

    assert [words in page for words in ("Not before ten", "Go slowly", "20 point")] == [
        True,
        True,
        False,
    ]


def test_three_people_with_needs_cost_the_same_few_queries(
    signed_in, lead, project, large_print, url, queries
):
    client, cost = signed_in(lead), []
    for _n in range(4):
        person = factories.make_member(project, user=factories.make_user(email=None)).user
        Need.tell(person, by=lead, kind=large_print, told_in=project)
        tell(person, project)
        client.get(url)
        cost.append(queries(client, url))

    assert cost[3] - cost[2] == cost[2] - cost[1] <= 2
