import pytest

from accounts.models import User
from projects.models import Hand, Support
from projects.partnership.models import CheckIn, ContactWish, SealedBox
from tests.factories import make_member, make_user
from tests.reading import Page


@pytest.fixture
def url(check_in, base):
    return f"{base}/check-in/{check_in.pk}/answer/"


GIVEN = {"q_PC-1": "4", "q_PC-2": "skip", "q_PC-A": " We laugh. ", "side": "staff"}


def box():
    return SealedBox.objects.get().open()


def test_a_member_answers_what_they_like(signed_in, members, check_in, url):
    response = signed_in(members[2].user).post(url, GIVEN)

    assert response.url == check_in.get_absolute_url()
    assert box().counts == {"PC-1": {"staff": [0, 0, 0, 1, 0]}}
    assert box().words == {"PC-A": ["We laugh."]}
    page = signed_in(members[2].user).get(response.url).text
    assert "Your answers are in." in page


def test_every_question_stands_there_with_the_whole_scale(signed_in, members, url):
    text = signed_in(members[2].user).get(url).text

    assert text.count('type="radio"') == 3 * 6 + 3 + 1
    assert all(words in text for words in ("Purpose is good.", "Rather not say", "Open PC-B?"))


def test_easy_words_for_those_who_chose_them(signed_in, members, url):
    User.objects.filter(pk=members[2].user_id).update(wording="easy")
    text = signed_in(members[2].user).get(url).text

    assert ("Purpose easy." in text, "Purpose is good." in text) == (True, False)


def test_twice_is_once(signed_in, members, url):
    client = signed_in(members[2].user)
    client.post(url, GIVEN)
    response = client.post(url, GIVEN | {"q_PC-1": "1"}, follow=True)

    assert "Your answers are in already." in response.text
    assert box().counts == {"PC-1": {"staff": [0, 0, 0, 1, 0]}}


def test_a_word_too_long_is_said_and_nothing_is_kept(signed_in, members, url):
    client = signed_in(members[2].user)
    response = client.post(url, GIVEN | {"q_PC-A": "x" * 1001})

    page = Page(response)
    assert "too long" in page.text("id_q_PC-A-error")
    assert page.values["q_PC-1"] == "4"
    assert box().number == 0


def test_an_answer_that_is_none_of_the_scale_is_said(signed_in, members, url):
    response = signed_in(members[2].user).post(url, {"q_PC-1": "6"})

    assert "Choose one of these." in response.text
    assert box().number == 0


def test_what_is_typed_does_not_wait_in_a_session(client, members, url):
    response = client.post(url, GIVEN)

    assert response.status_code == 302
    assert response.url.startswith("/accounts/")
    assert "typed" not in client.session


def test_contact_is_a_note_apart_for_the_one_they_choose(
    signed_in, members, url, organisation, involvement
):
    client = signed_in(members[2].user)
    asked = {"contact": "Ring Qann on 123", "contact_to": "involvement"}
    client.post(url, GIVEN | asked)

    wish = ContactWish.objects.get()
    assert (wish.to, wish.words) == ("involvement", "Ring Qann on 123")
    assert {field.name for field in ContactWish._meta.concrete_fields} == {
        "id", "project", "to", "words", "on"
    }  # fmt: skip
    [message] = involvement.messages.all()
    assert "Qann" not in message.subject + message.text


@pytest.fixture
def writing_with(signed_in):
    """`writing_with(hand)` is a browser in which that hand is in use."""

    def client_of(hand):
        client = signed_in(hand.typed_by)
        session = client.session
        session["hand"] = {"hand": hand.pk, "project": hand.project_id}
        session.save()
        return client

    return client_of


def test_a_helper_answers_for_a_member_and_leaves_no_trace(writing_with, members, url, project):
    helper = make_user("Ola Helper")
    support = Support.ask(members[4], by=members[4].user, helper=helper)
    support.agree(by=helper)
    hand = Hand.help(support)
    lines = project.activity.count()
    writing_with(hand).post(url, GIVEN | {"written_for": str(hand.pk)})

    assert box().given == [members[4].pk]
    assert project.activity.count() == lines


def test_whoever_writes_down_what_others_say_does_not_answer_for_them(
    writing_with, lead, members, url, check_in
):
    """They would know the answers, and could take them from those of everyone."""
    hand = Hand.record_for(members[4], by=lead)
    client = writing_with(hand)
    response = client.post(url, GIVEN | {"written_for": str(hand.pk)}, follow=True)

    assert "each for themselves" in response.text
    assert box().number == 0
    to_paper = url.replace("/answer/", "/on-paper/")
    client.post(to_paper, {"written_for": str(hand.pk)})
    assert not check_in.papers.exists()


def test_whoever_writes_for_a_member_does_not_learn_whether_they_have_answered(
    writing_with, lead, members, url, check_in, project
):
    hand = Hand.record_for(members[4], by=lead)
    client = writing_with(hand)

    def seen():
        pages = [check_in.get_absolute_url(), url, project.get_absolute_url()]
        shown = [client.get(page, follow=True) for page in pages]
        shown.append(client.post(url, GIVEN | {"written_for": str(hand.pk)}, follow=True))
        return [Page(one).text("maincontent") for one in shown]

    before = seen()
    check_in.give(members[4], answers={"PC-1": 5}, words={}, side="")

    assert seen() == before


def test_a_group_does_not_answer(writing_with, lead, url, project):
    hand = Hand.record_group(project, by=lead, group="The Tuesday group", people=12)
    writing_with(hand).post(url, GIVEN | {"written_for": str(hand.pk)})

    assert box().number == 0


def test_not_after_the_last_day(signed_in, members, url):
    CheckIn.objects.update(closes_on="2020-01-01")
    response = signed_in(members[2].user).post(url, GIVEN, follow=True)

    assert "This check-in is over." in response.text
    assert not SealedBox.objects.exists()


def test_who_is_down_for_paper_may_answer_here_until_a_paper_is_typed_in(
    signed_in, project, lead, members, in_a_week, base
):
    check_in = CheckIn.open(project, by=lead, closes_on=in_a_week, on_paper=members[1:3])
    url = f"{base}/check-in/{check_in.pk}/answer/"
    assert "You are down to answer on paper." in signed_in(members[1].user).get(url).text
    signed_in(members[1].user).post(url, GIVEN)
    assert box().given == [members[1].pk]
    check_in.give_paper(mark="1", answers={}, words={}, side="")
    assert "please use the form" in signed_in(members[2].user).get(url).text
    signed_in(members[2].user).post(url, GIVEN)
    assert box().number == 2


def test_those_who_only_look_do_not_answer(
    signed_in, project, check_in, url, involvement, outsider
):
    watcher = make_member(project, "observer", "partner", user=make_user("Olu"))

    assert signed_in(watcher.user).post(url, GIVEN).status_code == 403
    assert signed_in(involvement).post(url, GIVEN).status_code == 403
    assert signed_in(outsider).post(url, GIVEN).status_code == 404
    assert box().number == 0
