from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from outbox.models import Message
from tests.factories import make_follower, make_member, make_update, make_user


def send(browser, update, opened_at=None):
    at = update.version if opened_at is None else opened_at
    return browser.post(f"{update.get_absolute_url()}send/", {"opened_at": at})


def told(person):
    return Message.objects.get(to=person, subject="An update about a project")


def test_the_team_is_told_in_its_digest_with_all_the_words(signed_in, lead, participant, project):
    update = make_update(
        project, "Later", is_sent=False, text="The board meets in June.", kind="delay",
        promised_on="2999-05-03", what_next="We ask again.", have_a_say="Ring us.",
        easy="In June.",
    )  # fmt: skip
    easy = make_user(wording="easy")
    make_member(project, user=easy)
    response = send(signed_in(lead), update)

    assert response.url == update.get_absolute_url()
    message = told(participant)
    assert not message.at_once
    assert message.text == (
        "Later\n\nThe board meets in June.\n\nWhat is next: We ask again.\n\n"
        "We will say more on 3 May 2999.\n\nHow to have a say: Ring us."
    )
    assert "In June.\n\n" in told(easy).text
    assert "The board meets" not in told(easy).text
    assert not Message.objects.filter(to=lead, subject="An update about a project").exists()


def test_who_has_no_e_mail_gets_the_same_as_a_letter_or_a_call(signed_in, lead, project):
    on_paper = make_user("Phil Phone", email=None, way="phone", phone="01632 960001")
    make_member(project, user=on_paper)
    update = make_update(project, "The clinic stays", is_sent=False)
    send(signed_in(lead), update)

    assert "The clinic stays" in signed_in(lead).get(f"/projects/{project.pk}/exports/post/").text


def test_pressed_twice_everyone_is_told_once(signed_in, lead, participant, project):
    update = make_update(project, is_sent=False)
    version = update.version
    for _press in range(2):
        send(signed_in(lead), update, version)

    assert told(participant)
    assert project.activity.filter(what="sent the update:").count() == 1


def test_words_that_changed_meanwhile_are_read_again_first(signed_in, lead, participant, project):
    update = make_update(project, is_sent=False)
    opened_at = update.version
    update.change(by=lead, text="Other words.")
    page = send(signed_in(lead), update, opened_at)

    assert page.status_code == 409
    assert "Someone changed this draft while you were reading it." in page.text
    assert "Other words." in page.text
    assert not Message.objects.filter(to=participant, subject__contains="update").exists()


def test_who_follows_hears_what_is_for_them_and_can_stop(signed_in, lead, project):
    project.publish(by=lead)
    _follower, code = make_follower(project, "joan@collab.example")
    make_follower(project, "not.yet@collab.example", is_confirmed=False)
    call_command("send_due")
    mail.outbox.clear()
    send(signed_in(lead), make_update(project, "For the team", is_sent=False))
    send(
        signed_in(lead), make_update(project, "For followers", is_sent=False, audience="followers")
    )
    send(
        signed_in(lead),
        make_update(project, "For all", is_sent=False, audience="public", easy="E."),
    )
    call_command("send_due")

    theirs = [one for one in mail.outbox if one.to == ["joan@collab.example"]]
    assert ["For followers" in one.body for one in theirs] == [True, False]
    assert ["For all" in one.body for one in theirs] == [False, True]
    update = project.updates.get(headline="For all")
    assert f"/frontdoor/{project.pk}/updates/{update.pk}/" in theirs[1].body
    assert "In easy words: E." in theirs[1].body
    assert "/frontdoor/" not in theirs[0].body.split(f"/frontdoor/following/{code}/stop/")[0]
    stop = theirs[0].extra_headers["List-Unsubscribe"]
    assert stop.endswith(f"/frontdoor/following/{code}/stop/>")
    assert [one for one in mail.outbox if one.to == ["not.yet@collab.example"]] == []
    assert project.title not in theirs[0].subject


def test_telling_a_hundred_followers_costs_as_many_queries_as_telling_one(lead, project):
    def asked():
        update = make_update(project, is_sent=False, audience="public")
        with CaptureQueriesContext(connection) as found:
            update.send(by=lead)
        return len(found)

    project.publish(by=lead)
    make_follower(project)
    asked()
    one = asked()
    for _more in range(5):
        make_follower(project)
    assert asked() == one


def test_opening_the_address_sends_nothing(signed_in, lead, participant, project):
    update = make_update(project, is_sent=False)

    assert signed_in(lead).get(f"{update.get_absolute_url()}send/").status_code == 405
    assert send(signed_in(participant), update).status_code == 403
    update.refresh_from_db()
    assert not update.is_sent
