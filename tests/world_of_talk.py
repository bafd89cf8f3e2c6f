"""The conversation, full of words, made through the verbs: told, asked, answered, followed."""

from datetime import timedelta

from django.utils import timezone

from outbox.models import Message
from projects.consents.models import Consent
from projects.consents.wording import Use
from projects.conversation.models import AskedQuestion, Asker, Follower, Hearer, Rhythm, Update

NO_TALK = {"follow_up_code": "G" * 12, "follower_code": "H" * 12}


def fill_talk(say, project, lead):
    """Updates of each kind, a draft; questions at each point; the plan and the rhythm."""
    words = {
        "text": say("what happened"), "easy": say("the same in easy words"),
        "what_next": say("what is next"), "have_a_say": say("how to have a say"),
        "promised_on": timezone.localdate() - timedelta(days=1),
    }  # fmt: skip
    for audience in ("public", "followers", "team"):
        kind = "unknown" if audience == "public" else "bad"
        headline = say(f"an update, {audience}")[:200]
        about = {"headline": headline, "kind": kind, "audience": audience}
        Update.write(project, by=lead, **about, **words).send(by=lead)
    sent = project.updates.get(audience="public")
    sent.correct(by=lead, text=say("what is right"), because=say("why it was wrong"),
                 easy=say("what is right, in easy words"))  # fmt: skip
    Update.write(project, by=lead, headline=say("a draft")[:200], **words)
    question = {"question": say("what a member asks")}
    Consent.give(project.memberships.get(user=lead), Use.PUBLIC_WORDS, by=lead)
    asked = AskedQuestion.ask(project, by=lead, **question)
    answer = {"text": say("what is answered"), "easy": say("the answer in easy words")}
    answer |= {"answered_as": say("which role")[:100], "sharing": "public"}
    later = timezone.localdate() + timedelta(days=9)
    asked.say(by=lead, **answer | {"text": say("not known yet"), "by_when": later})
    asked.say(by=lead, **answer)
    refused = AskedQuestion.ask(project, by=lead, question=say("what nobody answers"))
    refused.decline(by=lead, because=say("why not"))
    AskedQuestion.ask(project, by=lead, question=say("what waits"))
    plan = {name: say(f"{name} of the plan")[:100] for name in Hearer.WORDS}
    Hearer.add(project, by=lead, **plan)
    Rhythm.agree(project, by=lead, weeks=2, because=say("why so often"))


def talk_from_outside(say, project):
    """Someone who asked, and someone who follows; their codes."""
    asked, code = Asker.ask(
        project, mark="a form", question=say("a question from outside"),
        email="asker@collab.example",
    )  # fmt: skip
    Follower.ask(project, "follower@collab.example")
    letter = Message.objects.filter(address="follower@collab.example").latest("pk")
    follower_code = letter.opened()[1].split("/")[-2]
    Follower.behind(follower_code).confirm()
    assert asked.from_outside
    return {"follow_up_code": code, "follower_code": follower_code}


def ids_of_talk(project):
    """What addresses of these rooms name; 0 where the project has none."""
    found = {
        "update_id": project.updates.public().first() or project.updates.sent().first(),
        "asked_id": project.asked_questions.waiting().last(),
        "hearer_id": project.hearers.first(),
    }
    return {name: row.pk if row else 0 for name, row in found.items()}
