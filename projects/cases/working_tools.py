"""What the made-up projects do with their working tools: further verbs of a diary.

What keeps a day or a time without a line of activity of its own gets it here; `dating` does the
rest.
"""

from datetime import datetime, timedelta
from decimal import Decimal

from django.utils import timezone

from projects.cases.dating import MORNING
from projects.cases.pictures import bars
from projects.cases.results import Results
from projects.evidence.models import CheckedGroup, EqualityVersion, Source
from projects.ideas.models import Giver, Idea, OpenQuestion, Session, Theme
from projects.impact.models import Measure, Reading, Story
from projects.models import AffectedGroup
from projects.payment.models import Claim, PaymentKeeper, PaymentOffer
from proposals.models import Proposal
from stages.models import Sharing


class WorkingTools(Results):
    """The half of `Example` that is about the rooms of the stages. Each method is a verb."""

    def then(self):
        return timezone.make_aware(datetime.combine(self.day, MORNING))

    def affects(self, by, name, here, affected, ask=""):
        """`here` is yes, no or "", when nobody knows."""
        AffectedGroup.add(self.project, by=by, name=name, here=here, affected=affected, ask=ask)

    def group(self, name):
        return self.project.groups.get(name=name) if name else None

    def is_for(self, by, purpose):
        self.project.say_purpose(purpose, by=by, was=self.project.purpose)

    # What people are paid

    def offers(self, by, said):
        PaymentOffer.say(self.project, by=by, **said)

    def looks_after_payment(self, by):
        PaymentKeeper.choose(self.project, by, by=by)
        PaymentKeeper.objects.filter(project=self.project).update(chosen_at=self.then())

    def claims(self, by, what, amount):
        claim = Claim.ask(self.project, by, what=what, on=self.day, amount=Decimal(amount))
        Claim.objects.filter(pk=claim.pk).update(asked_at=self.then())

    def sees_to_claim(self, by, what, status, because=""):
        claim = self.project.claims.get(what=what)
        claim.turn(status, by=by, because=because)
        Claim.objects.filter(pk=claim.pk).update(changed_at=self.then())

    # What is known, and whether it is fair

    def finds(self, by, said):
        """`file` is a text, `bars` the numbers of a picture made of them; both have words."""
        details = {"group": self.group(said.get("group"))}
        details |= {key: said[key] for key in said if key not in ("file", "bars", "group")}
        details.setdefault("dated", self.day.isoformat())
        Source.add(self.project, by=by, upload=upload_of(said), **details)

    def checks_fairness(self, by):
        CheckedGroup.lay_out(self.project, by=by)

    def expects_of(self, by, group, said):
        """What the change may mean for a group: one of the law's by its key, or the team's own."""
        details = {key: said[key] for key in said if key != "due_in"}
        if "due_in" in said:
            details["due_on"] = self.today + timedelta(days=said["due_in"])
        self.checked(group).change(by=by, **details)

    def has_done_for(self, by, group):
        row = self.checked(group)
        row.finish(by=by)
        CheckedGroup.objects.filter(pk=row.pk).update(done_on=self.day)

    def checked(self, group):
        rows = self.project.checked_groups
        return rows.filter(key=group).first() or rows.get(name=group)

    def keeps_check(self, by, why, note):
        EqualityVersion.keep(self.project, by=by, why=why, note=note)

    def measures(self, by, said):
        Measure.add(self.project, by=by, **said)

    def counts(self, by, measure, said):
        """On this day, unless `on` says another."""
        details = {"on": self.day.isoformat()} | said
        details["value"] = Decimal(said["value"])
        Reading.write_down(self.project.measures.get(name=measure), by=by, **details)

    def has_lived(self, by, text, said):
        """Someone's own story."""
        self.tell_story(by, text, is_mine=True, **said)

    def was_told(self, by, text, said):
        """A story that somebody agreed to have written down."""
        self.tell_story(by, text, is_mine=False, **said)

    def tell_story(self, by, text, **said):
        details = {"told_on": self.day.isoformat(), "voice": Story.Voice.OWN} | said
        Story.tell(self.project, by=by, text=text, **details)

    # Ideas: asked for, given, met, and what became of them

    def asks_everyone(self, by, question, reader, said):
        """`closes_in` is in days from today."""
        details = {key: said[key] for key in said if key != "closes_in"}
        if "closes_in" in said:
            details["closes_on"] = self.today + timedelta(days=said["closes_in"])
        reads = self.member(reader)
        OpenQuestion.ask(self.project, by=by, question=question, reader=reads, **details)

    def is_answered(self, _by, question, text, came_from="", contact=None):
        """Someone without an account answers; it waits for its reader. No line tells of it."""
        asked = self.project.open_questions.get(question=question)
        mark = f"example {self.project.pk} {self.project.ideas.count()}"
        idea, _code = Giver.give(
            asked, mark=mark, text=text, came_from=came_from, **(contact or {})
        )
        Idea.objects.filter(pk=idea.pk).update(given_on=self.day)

    def lets_in(self, by, text):
        self.idea(text).let_in(by=by)
        Idea.objects.filter(pk=self.idea(text).pk).update(checked_on=self.day)

    def cannot_take_in(self, by, text, because):
        self.idea(text).refuse(by=by, because=because)
        Idea.objects.filter(pk=self.idea(text).pk).update(checked_on=self.day)

    def stops_asking(self, by, question):
        self.project.open_questions.get(question=question).close(by=by)

    def gathers_under(self, by, name, about=""):
        Theme.add(self.project, by=by, name=name, about=about)

    def meets(self, by, said):
        """`ideas` are texts, some with their theme behind an arrow; `points` what else was said."""
        details = {key: said[key] for key in said if key not in ("ideas", "points", "question")}
        details |= {"met": self.day.isoformat(), "main_points": "\n".join(said.get("points", []))}
        details["group"] = self.group(said.get("group"))
        if "question" in said:
            details["question"] = self.project.open_questions.get(question=said["question"])
        pairs = [line.partition(" → ") for line in said["ideas"]]
        ideas = [{"text": text, "theme": self.theme(theme)} for text, _arrow, theme in pairs]
        Session.record(self.project, by=by, ideas=ideas, **details)

    def brings_answer_to(self, by, community, who):
        session = self.project.sessions.get(community=community)
        newest = max((idea.last_outcome for idea in session.ideas.all()), default=0)
        session.give_back(by=by, on=self.today, who=who, up_to=newest)
        Session.objects.filter(pk=session.pk).update(answered_on=self.day)

    def has_idea(self, by, text, theme=None):
        Idea.give(self.project, by=by, text=text, theme=self.theme(theme))

    def wants_too(self, by, text):
        self.idea(text).me_too(by=by)

    def sorts(self, by, text, theme):
        self.idea(text).put_under(self.theme(theme), by=by)

    def says_of(self, by, text, status, because=""):
        """What becomes of an idea."""
        self.idea(text).becomes(status, by=by, because=because)

    def idea(self, text):
        """The one that begins so."""
        return self.project.ideas.get(text__startswith=text)

    def theme(self, name):
        return self.project.themes.get(name=name) if name else None

    # What others propose and read

    def brings_here(self, by, said, reply):
        """What someone proposed as a big idea and the involvement team gives to this project."""
        proposal = propose(self.project.organisation, self.day, **said)
        proposal.join_to(self.project, by=by, reply=reply)
        Idea.objects.filter(pk=proposal.became_id).update(checked_on=self.day)
        Proposal.objects.filter(pk=proposal.pk).update(answered_at=self.then())

    def publishes(self, by):
        self.project.publish(by=by)

    def shows(self, by, question):
        """A decision that anyone may read on the public page."""
        self.project.decisions.get(question=question).share(Sharing.PUBLIC, by=by)

    def lets_anyone_read(self, by, said):
        """Ideas and actions that stand on the public “You said, we did”, by how they begin."""
        things = [self.idea(text) for text in said.get("ideas", [])]
        things += [self.planned(what) for what in said.get("actions", [])]
        for thing in things:
            thing.project = self.project
            thing.share(Sharing.PUBLIC, by=by)


def propose(organisation, day, *, by=None, **said):
    """A big idea from someone, as of that day. The one who answers does so later."""
    mark = f"example {organisation.pk} {said['idea']}"
    proposal, _code = Proposal.propose(organisation, mark=mark, by=by, **said)
    proposal.proposed_on = day
    proposal.save(update_fields=["proposed_on"])
    return proposal


def upload_of(said):
    """The file of a source as a form hands it to a verb, or None."""
    if "file" in said:
        name, text, alternative = said["file"]
        kind, content = "text", text.encode()
    elif "bars" in said:
        name, numbers, alternative = said["bars"]
        kind, content = "png", bars([int(number) for number in numbers.split()])
    else:
        return None
    return {"name": name, "content": content, "kind": kind, "alternative": alternative}
