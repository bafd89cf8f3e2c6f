"""What the team tells people: written, looked at as people will read it, then sent."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import User
from projects.conversation import emails
from projects.conversation.models.rhythm import heartbeat_figures
from projects.models import Hand, InProject, Project
from projects.plan.models.actions import last_day_of
from stages.models import Stage
from ui.dates import as_people_write, check_partial_date
from ui.jinja import day


class AlreadySent(Exception):
    """Sent words do not change: a correction can stand beside them. `.update` is as it is."""

    def __init__(self, update):
        super().__init__(str(update.pk))
        self.update = update


class UpdateQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What was sent, to those inside; what is on a public page, to anyone."""
        inside = Q(project__in=Project.objects.visible_to(user))
        return self.sent().filter(inside | ON_PUBLIC_PAGE)

    def public(self):
        """What anyone may read, newest first."""
        return self.sent().filter(ON_PUBLIC_PAGE).order_by(*Update.NEWEST)

    def sent(self):
        return self.filter(state=Update.State.SENT)

    def drafts(self):
        return self.filter(state=Update.State.DRAFT)

    def promises(self):
        """Those that said when they will say more, and have not yet; the soonest first."""
        open_ones = self.sent().filter(promised_on__isnull=False, kept_on=None)
        return open_ones.order_by("promised_on", "pk")

    def in_order(self):
        return self.order_by(*Update.NEWEST)

    def ready_to_draw(self):
        corrections = models.Prefetch("corrections", Correction.objects.order_by("pk"))
        return self.select_related("keeps").prefetch_related(corrections)


class Update(InProject):
    """One thing that people are told. Once it is sent its words stay as they are."""

    class Kind(models.TextChoices):
        NEWS = "news", _("Something happened")
        BAD = "bad", _("Bad news")
        DELAY = "delay", _("Something takes longer")
        UNKNOWN = "unknown", _("We do not know yet")

    class Audience(models.TextChoices):
        TEAM = "team", _("The team")
        FOLLOWERS = "followers", _("The team, and everyone who follows this project")
        PUBLIC = "public", _("Anyone, on the public page")

    class State(models.TextChoices):
        DRAFT = "draft", _("Not sent yet")
        SENT = "sent", _("Sent")

    NEWEST = [F("told_day").desc(nulls_last=True), F("pk").desc()]
    WORDS = ("kind", "headline", "text", "easy", "easy_tested", "what_next", "have_a_say",
             "promised_on", "audience", "keeps")  # fmt: skip
    """What may be changed until it is sent."""
    activity_kind = "talk"

    project = models.ForeignKey(Project, models.CASCADE, related_name="updates")
    kind = models.CharField(_("kind"), max_length=7, choices=Kind.choices, default=Kind.NEWS)
    headline = models.CharField(_("headline"), max_length=200)
    text = models.TextField(_("what happened"), blank=True)
    easy = models.TextField(_("the same in easy words"), blank=True)
    easy_tested = models.BooleanField(default=False)
    """Someone who needs easy words has read them and understood."""
    what_next = models.TextField(_("what is next"), blank=True)
    have_a_say = models.TextField(_("how to have a say"), blank=True)
    promised_on = models.DateField(_("when you will say more"), null=True, blank=True)
    kept_on = models.DateField(null=True, blank=True)
    """The day on which that was said."""
    keeps = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="kept_by"
    )
    """The update whose promise this one keeps."""
    audience = models.CharField(max_length=9, choices=Audience.choices, default=Audience.TEAM)
    state = models.CharField(max_length=5, choices=State.choices, default=State.DRAFT)
    told_on = models.CharField(max_length=24, blank=True, validators=[check_partial_date])
    """When people were told: a year, a month or a day, as `ui.dates` keeps them."""
    told_day = models.DateField(null=True, blank=True)
    """Its last day, to sort by and to count from."""
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)
    sent_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")

    objects = UpdateQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(headline=""), name="an_update_has_a_headline"),
            models.CheckConstraint(
                condition=~Q(kind="unknown") | Q(promised_on__isnull=False),
                name="not_known_yet_says_when",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(sent_by__isnull=False), name="someone_sent_it"
            ),
        ]
        indexes = [models.Index(fields=["project", "state", "told_day"], name="updates_by_day")]

    def __str__(self):
        return self.headline

    def get_absolute_url(self):
        return reverse("conversation:updates:detail", args=[self.project_id, self.pk])

    # Writing it

    @classmethod
    def write(cls, project, *, by, **words):
        """A draft that the leads alone see. The same again is the one there is."""
        with project.changing():
            same = project.updates.drafts().filter(written_by=by, **words)
            return same.first() or cls.objects.create(
                project=project, written_by=by, hand=Hand.writing_in(project), **words
            )

    def change(self, *, by, opened_at=None, **words):
        """Other words before it is sent; no line of activity, since nobody has read it.

        Raises AlreadySent, or ChangedMeanwhile when it is not at version `opened_at`.
        """
        with self.project.changing():
            self.refresh_from_db()
            changed = [name for name in words if getattr(self, name) != words[name]]
            if not changed:
                return
            if self.is_sent:
                raise AlreadySent(self)
            self.is_still(opened_at)
            for name in changed:
                setattr(self, name, words[name])
            self.version += 1
            self.written_by = by
            self.save(update_fields=[*changed, "version", "written_by"])

    def throw_away(self):
        """A draft that nobody is to read. Raises AlreadySent."""
        with self.project.changing():
            self.refresh_from_db()
            if self.is_sent:
                raise AlreadySent(self)
            self.delete()

    def send(self, *, by, opened_at=None):
        """Everyone it is for is told. Sent already, nothing changes. Raises ChangedMeanwhile."""
        with self.project.changing():
            self.refresh_from_db()
            if self.is_sent:
                return
            self.is_still(opened_at)
            self.go_out(by, timezone.localdate().isoformat())
            emails.update_sent(self, by=by)

    @classmethod
    def record_sent(cls, project, *, by, headline, text="", told_on="", **more):
        """What people were told long ago: told to nobody now. The same again is the one there is.

        `told_on` is a partial date or nothing; `more` are further words, `audience` among them.
        """
        with project.changing():
            words = {"headline": headline, "text": text, **more}
            if already := project.updates.sent().filter(told_on=told_on, **words).first():
                return already
            hand = Hand.writing_in(project)
            update = cls.objects.create(project=project, written_by=by, hand=hand, **words)
            update.go_out(by, told_on)
            return update

    def go_out(self, by, told_on):
        self.state, self.sent_by = self.State.SENT, by
        self.told_on, last = told_on, last_day_of(told_on)
        self.told_day = last and min(last, timezone.localdate())
        saving = ["state", "sent_by", "told_on", "told_day"]
        self.save(update_fields=saving)
        if self.keeps_id:
            kept_on = self.told_day or timezone.localdate()
            Update.objects.filter(pk=self.keeps_id, kept_on=None).update(kept_on=kept_on)
        figures = heartbeat_figures(self.project)
        self.note_down(by, gettext_noop("sent the update:"), note=self.text, **figures)

    # After it was sent

    def correct(self, *, by, text, because, easy=""):
        """What is right, and why, beside the words that were sent; the same people hear of it."""
        with self.project.changing():
            already = self.corrections.filter(text=text, because=because, easy=easy).first()
            if already or not self.is_sent:
                return already
            hand = Hand.writing_in(self.project)
            said = {"text": text, "because": because, "easy": easy, "by": by, "hand": hand}
            correction = self.corrections.create(**said)
            self.note_down(by, gettext_noop("corrected the update:"), note=because)
            emails.update_corrected(correction, by=by)
            return correction

    def keep_promise(self, *, by):
        """What it promised to say has been said, in another way than by an update."""
        with self.project.changing():
            self.refresh_from_db()
            if self.promised_on and self.is_sent and self.kept_on is None:
                self.kept_on = timezone.localdate()
                what = gettext_noop("said what was promised in:")
                self.note_down(by, what, saving=["kept_on"])

    def note_down(self, by, what, *, saving=(), note="", **figures):
        beat = Stage.KEEP_THE_CONVERSATION_GOING
        self.project.record(by, what, self, saving=saving, note=note, beat=beat, **figures)

    # Asking about it

    @property
    def is_sent(self):
        return self.state == self.State.SENT

    @property
    def is_public(self):
        return self.is_sent and self.audience == self.Audience.PUBLIC

    @property
    def day_in_words(self):
        return as_people_write(self.told_on) if self.told_on else ""

    def words(self, display):
        """Its text in the words that its reader chose, where there are such."""
        return self.easy if display.is_easy and self.easy else self.text

    def promise_in_words(self):
        if self.promised_on is None:
            return ""
        return _now("We will say more on %(day)s.") % {"day": day(self.promised_on)}


ON_PUBLIC_PAGE = Q(audience=Update.Audience.PUBLIC, project__is_published=True)


class Correction(models.Model):
    """What is right about an update, and why it was wrong: a line beside it, never over it."""

    update = models.ForeignKey(Update, models.CASCADE, related_name="corrections")
    text = models.TextField(_("what is right"))
    because = models.TextField(_("why"))
    easy = models.TextField(_("what is right, in easy words"), blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(because=""), name="a_correction_says_what_and_why"
            )
        ]

    def __str__(self):
        return self.text[:80]

    def words(self, display):
        """What is right, in the words that its reader chose, where there are such."""
        return self.easy if display.is_easy and self.easy else self.text
