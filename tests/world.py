"""A whole organisation with its projects, full of words, made through the verbs.

For what walks every page. `say(what)` gives the text of each field, so that the same world can
be made of plain words, of very long ones or of ones that someone meant to do harm with.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.utils import timezone

from accounts.models import PrivateRead, User
from accounts.session_store import SessionStore
from administration.organisation import rosters
from administration.organisation.rosters import Roster
from administration.people import accounts
from needs.models import Arranger, AskedAnotherWay, Need, NeedKind
from outbox.models import Envelope, Message
from outbox.packing import pack_at_once
from outbox.stop import token_for
from privacy.models import Destroyed, LegalHold, RetentionClass, Statement, note_agreed
from projects.checklist.models import ChecklistItem
from projects.consents.models import Consent
from projects.consents.wording import Use
from projects.decisions.models import Decision
from projects.models import Hand, Part, Support
from stages.models import Edition, Level, Stage
from tests import factories
from tests.world_of_deciding import decide_again, fill_deciding
from tests.world_of_evidence import fill_evidence
from tests.world_of_fairness import fill_fairness, ids_of_fairness
from tests.world_of_ideas import fill_ideas, give_from_outside
from tests.world_of_impact import bring_a_lesson, fill_impact, ids_of_impact
from tests.world_of_meetings import fill_meetings, ids_of_meetings
from tests.world_of_partnership import fill_partnership, ids_of_partnership
from tests.world_of_plan import fill_plan, ids_of_plan
from tests.world_of_proposals import fill_proposals
from tests.world_of_story import bring_a_case, fill_story
from tests.world_of_talk import NO_TALK, fill_talk, ids_of_talk, talk_from_outside
from tests.world_of_team import fill_payment, fill_team, values_of_team


def plainly(what):
    return f"Some words about {what}."


@dataclass
class World:
    cast: dict = field(default_factory=dict)
    full: object = None
    empty: object = None
    closed: object = None
    other: object = None
    helper_code: str = ""
    proposed: dict = field(default_factory=dict)
    doors: dict = field(default_factory=dict)
    """How people come into each project: its open invitation, its poster, who asks to join."""

    def values(self, project, **also):
        """What an address in `project` may name: one of each kind, the decision a proposal."""
        return {
            "project_id": project.pk,
            "item_id": project.checklist.filter(left_out=False).first().pk,
            "decision_id": decision.pk
            if (decision := project.decisions.filter(status="proposed").first())
            else 0,
            "number": 1,
            "assessment_id": made.pk if (made := project.assessments.concluded().first()) else 0,
            "part_id": part.pk if (part := project.parts.last()) else 0,
            "idea_id": idea.pk if (idea := project.ideas.shown().first()) else 0,
            "theme_id": theme.pk if (theme := project.themes.first()) else 0,
            "question_id": asked.pk if (asked := project.open_questions.first()) else 0,
            "source_id": source.pk
            if (source := project.sources.exclude(files=None).order_by("pk").first())
            else 0,
            "file_id": file.pk if (file := project.files.here().first()) else 0,
            "group_session_id": met.pk if (met := project.sessions.first()) else 0,
            "member_id": project.memberships.here().last().pk,
            "stage": Stage.BIG_IDEA,
            "since": 0,
            "organisation_id": project.organisation_id,
            "person_id": self.cast["gone"].pk,
            "other_id": self.cast["carer"].pk,
            "roster": "staff",
            "statement_id": statement.pk
            if (statement := Statement.objects.order_by("pk").first())
            else 0,
            "statement_kind": "privacy",
            "record_kind": "closed_projects",
            "hold_id": hold.pk if (hold := LegalHold.objects.standing().first()) else 0,
            "session_id": UserSession.objects.get(user=self.cast["lead"]).pk,
            "need_id": need.pk if (need := Need.objects.order_by("pk").first()) else 0,
            "kind_id": kind.pk if (kind := NeedKind.objects.order_by("pk").last()) else 0,
            "task_id": task.pk
            if (task := AskedAnotherWay.objects.open().order_by("pk").first())
            else 0,
            "token": token_for(self.cast["participant"]),
            "support_id": support.pk if (support := project.supports.lasting().first()) else 0,
            "support_code": self.helper_code,
            "record_id": record.pk if (record := project.records.first()) else 0,
            "pk": 0,
            **ids_of_fairness(project),
            **ids_of_plan(project),
            **ids_of_partnership(project),
            **ids_of_impact(project),
            **ids_of_meetings(project),
            **values_of_team(self, project),
            **ids_of_talk(project),
            **self.proposed,
            **self.doors.get(project.pk, NO_DOORS),
            **also,
        }


NO_DOORS = {"invitation_id": 0, "request_id": 0, "code": "A" * 12, "word": "B" * 6}
NO_DOORS |= {"come_back": "C" * 12, "asked_word": "D" * 6, "follow_code": "E" * 12}
NO_DOORS |= {"proposal_code": "F" * 12}
NO_DOORS |= NO_TALK
NO_DOORS |= {"waiting_id": 0, "giver_id": 0}


def make_world(say=plainly):
    """Four projects of one organisation: `full`, `empty`, `closed`, and `other` of other people."""
    world = World()
    edition = make_guide(say)
    organisation = factories.make_organisation(
        name=say("the organisation"),
        contact_name=say("who to ask"),
        contact_email="ask@collab.example",
        contact_phone=say("the phone")[:40],
        contact_address=say("the address"),
        crisis_help=say("help"),
    )
    elsewhere = factories.make_organisation()
    world.cast = make_cast(say, organisation, elsewhere)
    lead, other_lead = world.cast["lead"], world.cast["other_lead"]
    world.full = make_full(say, organisation, edition, world.cast)
    fill_evidence(say, world.full, lead)
    world.empty = factories.make_project(organisation, say("nothing yet"), by=lead, idea="")
    world.closed = factories.make_project(organisation, say("what is over"), by=lead)
    fill(say, world.closed, lead)
    fill_evidence(say, world.closed, lead)
    on_paper = factories.make_user(say("the name of someone on paper")[:80], email=None)
    factories.make_member(world.closed, user=on_paper)
    world.closed.turn("complete", by=lead, because=say("why it is over"))
    world.other = factories.make_project(organisation, say("other people's"), by=other_lead)
    fill(say, world.other, other_lead)
    fill_evidence(say, world.other, other_lead)
    fill_team(say, world.other, other_lead)
    for project in (world.full, world.closed, world.other):
        bring_a_case(say, project)
    for project in (world.full, world.closed):
        factories.make_record(project, by=lead, note=say("why it is made"))
    bring_a_lesson(world)
    look_after(say, organisation, world)
    look_after_people(say, organisation, world)
    say_what_they_need(say, organisation, world)
    help_each_other(say, world)
    share(world)
    fill_payment(say, world)
    world.proposed = fill_proposals(say, world)
    world.full.publish(by=lead)
    make_messages(say, world.full, world.cast)
    world.doors = {project.pk: open_doors(say, project) for project in (world.full, world.other)}
    for project in (world.full, world.other):
        world.doors[project.pk] |= give_from_outside(say, project)
        world.doors[project.pk] |= talk_from_outside(say, project)
    return world


def open_doors(say, project):
    """A letter on its way, someone who said no, a poster, and two who asked to join."""
    lead = project.started_by
    letter, code = factories.make_invitation(
        project, by=lead, name=say("who is invited")[:80], post_to=say("their house")[:400],
        phone=say("their phone")[:40], speaks_for=say("their group")[:200],
        what_for=say("what for"), offer=say("what we offer"),
    )  # fmt: skip
    refused, _code = factories.make_invitation(project, by=lead, name=say("who said no")[:80])
    refused.decline(say("why not"))
    poster = {"title": say("the poster")[:100], "words": say("the poster's words")[:500]}
    more = ("easy", "purpose", "time", "where", "support", "offer", "questions")
    poster |= {name: say(f"the poster's {name}")[:300] for name in more}
    poster["groups"] = [say("a group to look for")[:200]]
    page = factories.make_poster(project, by=lead, **poster)
    told = {"phone": say("my phone")[:40], "why": say("why I ask")}
    waits, come_back = factories.make_request(project, name=say("who asks")[:80], **told)
    answered, _code = factories.make_request(project, name=say("who asked")[:80])
    answered.decline(by=lead, reply=say("kind words"))
    return {
        "invitation_id": letter.pk, "request_id": waits.pk, "code": code,
        "word": page.word, "come_back": come_back,
    }  # fmt: skip


def share(world):
    """The lead shares two things, and those who are named have been printed."""
    lead, members = world.cast["lead"], world.full.memberships
    for use in (Use.NAME, Use.WORDS):
        Consent.give(members.get(user=lead), use, by=lead)
    where = {"what": "The printed summary", "url": "/", "by": lead}
    Consent.used(members.all(), Use.NAME, **where)


def say_what_they_need(say, organisation, world):
    """A need of the participant's that the lead sees, one of the lead's own, and two requests."""
    today, cast = timezone.localdate(), world.cast
    Arranger.choose(world.full, cast["lead"], by=cast["lead"])
    kind = NeedKind.add(
        organisation, name=say("what helps")[:80], asks=say("a question"), arrange=say("plan this")
    )
    told = {"kind": kind, "words": say("what I need"), "by": cast["participant"]}
    need = Need.tell(cast["participant"], named=[cast["lead"]], **told)
    need.arranged(say("what is booked"), today, by=cast["lead"])
    Need.tell(cast["lead"], by=cast["lead"], words=say("my own need"), named=[cast["carer"]])
    how = {"way": "language", "language": say("a language")[:80], "words": say("in my words")}
    reached = {"reach": "post", "name": say("my name")[:80], "post_to": say("my house")}
    reached |= {"phone": say("my phone")[:40]}
    asked = AskedAnotherWay.ask(organisation, project=world.full, page="/stages/", **how, **reached)
    asked.hand_over(cast["lead"], by=cast["lead"], note=say("a note"))
    AskedAnotherWay.ask(organisation, way="phone", reach="known", asker=cast["lead"])
    done = AskedAnotherWay.ask(organisation, project=world.full, way="post", reach="come_in")
    done.done(say("what was done"), today, by=cast["lead"])


def look_after(say, organisation, world):
    """What administrators write: statements, how long things are kept, what is held."""
    administrator = world.cast["administrator"]
    for kind in Statement.Kind:
        for version in ("old", "new"):
            text = f"# {say('a heading')}\n\n{say(f'the {version} words')}\n\n- {say('a line')}"
            Statement.publish(organisation, kind, by=administrator, text=text, easy=say("easy"))
    note_agreed(world.cast["participant"], organisation)
    RetentionClass.choose(
        organisation, "closed_projects", by=administrator, months=12, basis=say("why so long")
    )
    LegalHold.begin(organisation, world.closed, by=administrator, why=say("why it is kept"))
    LegalHold.begin(organisation, world.cast["stranger"], by=administrator, why=say("why"))
    Destroyed.objects.create(
        organisation=organisation, kind="people", how="asked", how_many=1, rows={"needs": 2},
        note=say("where the letter is"), by=administrator,
    )  # fmt: skip


def look_after_people(say, organisation, world):
    """What administrators do to accounts, and what they looked at."""
    administrator, gone = world.cast["administrator"], world.cast["gone"]
    organisation.staff.add(gone)
    rosters.add(
        organisation, Roster.STAFF, by=administrator, email="new@collab.example", name=say("new")
    )
    accounts.switch_off(gone, by=administrator, because=say("why it is off"))
    accounts.bring_back(gone, by=administrator)
    PrivateRead.note(administrator, [gone], "postal address", why=say("why I looked")[:200])
    User.objects.filter(pk=gone.pk).update(phone=say("a phone")[:40], post_to=say("a house"))


def make_messages(say, project, cast):
    """A letter and a call that wait, and an e-mail in each kind of trouble."""
    cast["carer"].change(way="post", post_to=say("a postal address"))
    cast["staff"].change(way="phone", phone=say("a phone number")[:40])
    told = {"subject": say("a subject"), "text": say("the news"), "about": project}
    both = [cast["carer"], cast["staff"]]
    Message.write_all(both, group=project.title, url=project.get_absolute_url(), **told)
    three = [
        Message.write(to=cast[name], at_once=True, **told)
        for name in ("participant", "observer", "lead")
    ]
    pack_at_once(timezone.now(), only=[message.pk for message in three])
    failed, refused, unsure = Envelope.objects.filter(messages__in=three).order_by("pk")
    for envelope in (failed, refused, unsure):
        envelope.take()
    failed.not_taken("450")
    refused.not_taken("550", for_good=True)
    unsure.not_known("killed")


def help_each_other(say, world):
    """Who helps whom, what is written down for others, and what they see differently."""
    lead, observer, full = world.cast["lead"], world.cast["observer"], world.full
    member = full.memberships.get(user=world.cast["participant"])
    Support.ask(member, by=member.user, helper=observer).agree(by=observer)
    Support.ask(member, by=member.user, email="helper@collab.example")
    letter = Message.objects.get(address="helper@collab.example")
    world.helper_code = letter.opened()[1].split("/")[-2]
    Support.ask(member, by=member.user, helper=lead)
    theirs = world.other.memberships.get(user=world.cast["other_lead"])
    Support.ask(theirs, by=theirs.user, helper=world.cast["carer"])
    item, decision = full.checklist.first(), full.decisions.get(status="proposed")
    decision.see_differently(by=world.cast["carer"], note=say("how a carer sees it"))
    hand = Hand.record_group(full, by=lead, group=say("the group")[:150], people=12, met="2026-05")
    with hand.writing():
        item.answer("done", by=lead, note=say("what the group says"))
        item.see_differently(by=lead, note=say("how the group sees it"))
        decision.see_differently(by=lead, note=say("how the group sees it"))


def make_guide(say):
    edition = factories.make_edition(items=2)
    Edition.objects.filter(pk=edition.pk).update(
        title=say("the guide"),
        status=say("how far the guide is"),
        about=[say("the guide")],
        check_in_how=[say("how to check in")],
        check_in_about=say("checking in"),
    )
    edition.refresh_from_db()
    for text in edition.stage_texts.all():
        text.purpose, text.purpose_easy = say("the purpose"), say("the easy purpose")
        text.note, text.why = say("a note"), say("the reason")
        text.save()
    for item in edition.checklist.all():
        item.wording, item.help, item.easy = say("the item"), say("help"), say("easy words")
        item.save()
    for stage in Stage:
        key, at = f"{stage.number}", {"stage": stage, "position": stage.number}
        edition.prompts.create(key=f"P{key}", text=say("a prompt"), **at)
        edition.pitfalls.create(key=f"F{key}", text=say("a trap"), instead=say("instead"), **at)
        edition.outputs.create(
            key=f"O{key}", name=say("a paper"), kind="document", says=say("a paper"),
            sharing="team", **at,
        )  # fmt: skip
    edition.sources.create(
        key="MODEL", position=1, short_name=say("a source"), what=say("a source"),
        where=say("where to find it"), link_status="read",
    )  # fmt: skip
    edition.principles.create(
        key="P-1", position=1, title=say("a rule"), text=say("a rule"), easy=say("a rule")
    )
    for number, level in enumerate(Level, start=1):
        edition.levels.create(
            key=level, position=number, name=say("a level"), meaning=say("a level"),
            who_decides=say("a level"), easy=say("a level"),
        )  # fmt: skip
    edition.check_in_questions.create(
        key="C-1", position=1, theme=say("a theme"), statement=say("a question"),
        easy=say("a question"), if_low=say("what to do"),
    )  # fmt: skip
    edition.check_in_scale.create(key="1", position=1, label=say("never"), easy=say("never"))
    edition.words.create(word=say("a word"), meaning=say("a meaning"), position=1)
    return edition


def make_cast(say, organisation, elsewhere):
    names = ("lead", "participant", "observer", "involvement", "administrator", "stranger",
             "other_lead", "other_involvement", "carer", "staff", "gone")  # fmt: skip
    cast = {name: factories.make_user(say(f"the name of {name}")[:80]) for name in names}
    elsewhere_too = SessionStore()
    elsewhere_too.create()
    UserSession.objects.create(
        user=cast["lead"], ip="192.0.2.7", user_agent=say("the browser")[:200],
        session_key=elsewhere_too.session_key,
    )  # fmt: skip
    organisation.staff.add(cast["lead"])
    organisation.involvement_team.add(cast["involvement"])
    organisation.administrators.add(cast["administrator"])
    elsewhere.involvement_team.add(cast["other_involvement"])
    cast["administrator"].is_staff = True
    cast["administrator"].save()
    return cast


def make_full(say, organisation, edition, cast):
    project = factories.make_project(
        organisation,
        say("the project"),
        by=cast["lead"],
        edition=edition,
        idea=say("the idea"),
        problem=say("the problem"),
        origin_note=say("where it came from"),
        affected=say("who it affects"),
        already_decided=say("what is decided"),
        already_said=say("what people have said"),
        purpose=say("what the team is for")[:300],
        service=say("the service"),
        contact=say("how to get in touch"),
        review_on=timezone.localdate() - timedelta(days=1),
    )
    for name, role, perspective in [
        ("participant", "participant", "service_user"),
        ("carer", "lead", "carer"),
        ("gone", "participant", "partner"),
        ("staff", "participant", "staff"),
        ("observer", "observer", "partner"),
    ]:
        factories.make_member(
            project, role, perspective, user=cast[name], speaks_for=say("a group"),
            name_in_summary=True,
        )  # fmt: skip
    project.memberships.get(user=cast["gone"]).leave(by=cast["gone"])
    fill(say, project, cast["lead"])
    fill_team(say, project, cast["lead"])
    member = project.memberships.get(user=cast["staff"])
    answer_items(say, project, cast, member)
    project.turn("paused", by=cast["lead"], because=say("why it rests"))
    project.turn("active", by=cast["lead"], because=say("why it goes on"))
    decide_again(say, project, cast)
    both = {"asked_lived": project.memberships.get(user=cast["carer"]), "asked_staff": member}
    project.move_to(Stage.DECISION_TIME, by=cast["lead"], because=say("why we move"), **both)
    return project


def fill(say, project, lead):
    """Parts and decisions of each kind, and what other modules fill in."""
    today = timezone.localdate()
    fill_fairness(say, project, lead)
    fill_partnership(say, project, lead)
    for number, state in enumerate(Part.State):
        Part.add(
            project, by=lead, name=say(f"part {number}"), state=state, level=Level.ASK,
            by_whom=say("who said so"), because=say("why"), look_again_on=today,
        )  # fmt: skip
    details = {
        name: say(name)
        for name in ("options", "lived_said", "staff_said", "decision", "reason", "by_whom",
                     "dissent")
    }  # fmt: skip
    details |= {"stage": Stage.DECISION_TIME, "level": Level.TALK, "where": "outside"}
    old = Decision.record(project, by=lead, question=say("the old question"), **details)
    old.replace(
        by=lead, question=say("the new question"), review_on=today, sharing="public", **details
    )
    Decision.record(project, by=lead, question=say("a bare question"), decision=say("yes"))
    Decision.record(
        project, by=lead, status=Decision.Status.PROPOSED, question=say("a proposal"), **details
    )
    fill_ideas(say, project, lead)
    fill_deciding(say, project, lead)
    fill_plan(say, project, lead)
    fill_talk(say, project, lead)
    fill_impact(say, project, lead)
    fill_story(say, project, lead)
    fill_meetings(say, project, lead)


def answer_items(say, project, cast, member):
    lead, carer, staff = cast["lead"], cast["carer"], cast["staff"]
    ChecklistItem.add(
        project, Stage.BIG_IDEA, say("our own item"), by=lead, help=say("help"), easy=say("easy")
    )
    first, second, own = project.checklist.filter(stage=Stage.BIG_IDEA)
    first.answer("done", by=lead, note=say("the first note"))
    first.answer("partly", by=carer, note=say("the second note"))
    first.see_differently(by=carer, note=say("how a carer sees it"))
    first.see_differently(by=staff, note=say("how staff see it"))
    first.reword(say("our words"), by=lead, easy=say("our easy words"), because=say("why"))
    own.give(member, by=lead, due_on=timezone.localdate() - timedelta(days=1))
    second.leave_out(by=lead, because=say("why we leave it out"))
    later = project.checklist.filter(stage=Stage.DECISION_TIME)
    for item, value in zip(later, ("done", "not_needed"), strict=True):
        item.answer(value, by=lead, note=say("the note"))
