"""What the made-up projects tell and are asked: verbs of a diary, with their days."""

from datetime import timedelta

from projects.conversation.models import AskedQuestion, Asker, Hearer, Rhythm, Update
from projects.conversation.models.rhythm import heartbeat_figures
from projects.models import Project


class Talking:
    """The part of `Example` that is about the conversation. Each method is a verb."""

    def tells(self, by, headline, text, more=None):
        """`more` are further words of an update; `promised_in` is in days from today."""
        more = {"audience": Update.Audience.PUBLIC} | (more or {})
        if promised_in := more.pop("promised_in", None):
            more["promised_on"] = self.today + timedelta(days=promised_in)
        day = self.day.isoformat()
        said = {"headline": headline, "text": text, **more}
        Update.record_sent(self.project, by=by, told_on=day, **said)

    def puts_right(self, by, headline, text, because):
        self.project.updates.get(headline=headline).correct(by=by, text=text, because=because)

    def agrees_how_often(self, by, weeks, because):
        Rhythm.agree(self.project, by=by, weeks=weeks, because=because)
        self.project.rhythms.update(agreed_on=self.day)
        figures = heartbeat_figures(self.project)
        Project.objects.filter(pk=self.project.pk).update(**figures)

    def keeps_in_touch_with(self, by, who, what, how, how_often, seen_to_by):
        Hearer.add(
            self.project, by=by, who=who, what=what, how=how, how_often=how_often,
            seen_to_by=seen_to_by,
        )  # fmt: skip

    def asks_the_team(self, by, question):
        self.asked_today(AskedQuestion.ask(self.project, by=by, question=question))

    def is_asked(self, by, question):
        """From outside, with no account and no address."""
        asked, _code = Asker.ask(self.project, mark=question, question=question)
        self.asked_today(asked)

    def asked_today(self, asked):
        AskedQuestion.objects.filter(pk=asked.pk).update(asked_on=self.day)

    def answers_people(self, by, question, text, more=None):
        """`by_when_in` is in days from today: what is not known yet."""
        more = {"answered_as": "", "sharing": "public"} | (more or {})
        if days := more.pop("by_when_in", None):
            more["by_when"] = self.today + timedelta(days=days)
        asked = self.project.asked_questions.get(question__startswith=question)
        answer = asked.say(by=by, text=text, on=self.day.isoformat(), **more)
        type(answer).objects.filter(pk=answer.pk).update(at=self.then())
