"""The model and its guide. The nine stage names are fixed; every text is data of an edition."""

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """The nine of Nottinghamshire Healthcare's Collaborative Service Change Model (2017)."""

    BIG_IDEA = "big-idea", _("The Big Idea")
    DECISION_TIME = "decision-time", _("Decision Time")
    BUILDING_THE_TEAM = "building-the-team", _("Building the Team")
    UNDERSTAND_WHATS_AROUND = "understand-whats-around", _("Understand What's Around")
    GATHER_IDEAS = "gather-ideas", _("Gather Ideas")
    MAKE_THE_CHANGE = "make-the-change", _("Make the Change")
    COLLABORATIVE_PARTNERSHIP = "collaborative-partnership", _("The Collaborative Partnership")
    KEEP_THE_CONVERSATION_GOING = (
        "keep-the-conversation-going",
        _("Keep the Conversation Going"),
    )
    CHECKING_THE_IMPACT = "checking-the-impact", _("Checking the Impact")

    @property
    def number(self):
        """1 to 9, as in the model."""
        return list(Stage).index(self) + 1

    @property
    def is_throughout(self):
        """True for the two that run from the first day to the last."""
        return self in THROUGHOUT


THROUGHOUT = (Stage.COLLABORATIVE_PARTNERSHIP, Stage.KEEP_THE_CONVERSATION_GOING)
STEPS = tuple(stage for stage in Stage if stage not in THROUGHOUT)
"""The seven steps in their usual order: 1 to 6, then 9."""


class Audience(models.TextChoices):
    EVERYONE = "everyone", _("Everyone")
    LEAD = "lead", _("Project lead")
    INVOLVEMENT = "involvement", _("Involvement lead")
    LIVED = "lived", _("People who use services and carers")
    STAFF = "staff", _("Staff")
    PARTNERS = "partners", _("Partners")
    SPONSOR = "sponsor", _("Decision maker")


class Weight(models.TextChoices):
    MUST = "must", _("Rests on law or a standard")
    SHOULD = "should", _("Good practice")


class Level(models.TextChoices):
    """The five levels of sharing power. Their meaning and easy-read wording are the edition's."""

    TELL = "L-1", _("We tell you")
    ASK = "L-2", _("We ask you")
    TALK = "L-3", _("We talk it through")
    DESIGN = "L-4", _("We design it together")
    TOGETHER = "L-5", _("We decide and do it together")


class Sharing(models.TextChoices):
    PRIVATE = "private", _("Only the person and named support staff")
    TEAM = "team", _("The project team")
    PUBLIC = "public", _("Anyone, once the team has checked it")


class EditionQuerySet(models.QuerySet):
    def published(self):
        return self.filter(published_at__isnull=False)

    def current(self):
        """The newest published edition, or None before the first import."""
        return self.published().order_by("-published_at", "-pk").first()


class Edition(models.Model):
    """One version of the guide. Once published it does not change."""

    name = models.CharField(max_length=60, unique=True)
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=10, default="en-GB")
    status = models.CharField(max_length=200, blank=True)
    about = models.JSONField(default=list)
    """Paragraphs about the content, as the source file has them."""
    introductions = models.JSONField(default=dict)
    """A sentence or two for a section: `principles`, `levels`, `checklists`, `sources`…"""
    legend = models.JSONField(default=dict)
    """What the fixed keys mean, by kind: `{"audiences": [{"key", "label", "meaning"}, …], …}`."""
    check_in_how = models.JSONField(default=list)
    """How to run the check-in, a sentence each."""
    check_in_about = models.TextField(blank=True)
    digest = models.CharField(max_length=64)
    """SHA-256 of the imported content, so that the same file again is known as the same."""
    published_at = models.DateTimeField(null=True, blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-pk"]

    def __str__(self):
        return self.name

    def publish(self):
        """Make it the one that new projects begin with. Publishing again changes nothing."""
        if self.published_at is None:
            self.published_at = timezone.now()
            self.save(update_fields=["published_at"])


class InEdition(models.Model):
    """A text of an edition, with the ID that never changes and never names anything else."""

    edition = models.ForeignKey(Edition, models.CASCADE)
    key = models.CharField(max_length=12)
    position = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "key"], name="one_%(class)s_for_each_key"),
        ]

    def __str__(self):
        return self.key


class StageText(models.Model):
    """What an edition says of a stage."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="stage_texts")
    stage = models.CharField(max_length=30, choices=Stage.choices)
    purpose = models.TextField()
    purpose_easy = models.TextField()
    note = models.TextField(blank=True)
    why = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "stage"], name="one_text_for_each_stage"),
        ]

    def __str__(self):
        return self.get_stage_display()

    def get_absolute_url(self):
        return reverse("stages:detail", args=[self.stage])


class Source(InEdition):
    """A law, standard or piece of research that an item rests on."""

    class LinkStatus(models.TextChoices):
        READ = "read", _("Link read")
        GIST = "gist", _("Known from a summary")
        UNREAD = "unread", _("Link not checked")

    short_name = models.CharField(max_length=80)
    what = models.TextField()
    where = models.TextField()
    link_status = models.CharField(max_length=10, choices=LinkStatus.choices)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="sources")
    key = models.CharField(max_length=20)

    def __str__(self):
        return self.short_name

    @property
    def is_link(self):
        return self.where.startswith(("https://", "http://"))

    @property
    def same_as(self):
        """The key of the source whose address it shares, or nothing."""
        return self.where.removeprefix("as ") if self.where.startswith("as ") else ""


class Principle(InEdition):
    title = models.CharField(max_length=80)
    text = models.TextField()
    easy = models.TextField()
    sources = models.JSONField(default=list)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="principles")


class SharingLevel(InEdition):
    """A level of sharing power (`Level`), as an edition explains it."""

    name = models.CharField(max_length=80)
    meaning = models.TextField()
    who_decides = models.TextField()
    easy = models.TextField()
    sources = models.JSONField(default=list)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="levels")


class InStage(InEdition):
    stage = models.CharField(max_length=30, choices=Stage.choices)

    class Meta(InEdition.Meta):
        abstract = True


class Item(InStage):
    """A checklist item of the guide: one thing to do or talk about."""

    wording = models.TextField()
    help = models.TextField(blank=True)
    audience = models.CharField(max_length=12, choices=Audience.choices)
    easy = models.TextField()
    sources = models.JSONField(default=list)
    weight = models.CharField(max_length=6, choices=Weight.choices)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="checklist")

    def __str__(self):
        return self.wording


class Prompt(InStage):
    """Something to talk about."""

    text = models.TextField()
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="prompts")


class Pitfall(InStage):
    text = models.TextField()
    instead = models.TextField()
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="pitfalls")


class Output(InStage):
    """What a stage leaves behind."""

    class Kind(models.TextChoices):
        DECISION = "decision", _("Decision")
        DOCUMENT = "document", _("Document")
        DATA = "data", _("List or numbers")

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    says = models.TextField()
    sharing = models.CharField(max_length=10, choices=Sharing.choices)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="outputs")

    def __str__(self):
        return self.name


class CheckInQuestion(InEdition):
    """A question of the partnership check-in. Those with a theme are answered on the scale."""

    theme = models.CharField(max_length=60, blank=True)
    statement = models.TextField()
    easy = models.TextField()
    if_low = models.TextField(blank=True)
    sources = models.JSONField(default=list)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="check_in_questions")

    @property
    def is_open(self):
        return not self.theme


class ScaleValue(InEdition):
    """An answer of the check-in scale; its key is the value, 1 to 5 or skip."""

    label = models.CharField(max_length=60)
    easy = models.CharField(max_length=60)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="check_in_scale")

    def __str__(self):
        return self.label


class Word(models.Model):
    """An entry of the word list."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="words")
    word = models.CharField(max_length=60)
    meaning = models.TextField()
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self):
        return self.word
