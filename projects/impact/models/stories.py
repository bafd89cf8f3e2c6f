"""Short stories of how things are: told once, kept only while the person agrees."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.impact.models.measures import Measure
from projects.models import Hand, InProject, Membership, Project, said_by
from stages.models import Sharing
from ui.dates import as_people_write, check_partial_date


class StoryQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those for the team alone are for those who are in it, not for who looks on."""
        mine = Membership.objects.here().filter(user=user).values("project")
        seen = self.filter(project__in=Project.objects.visible_to(user))
        return seen.filter(Q(sharing=Sharing.PUBLIC) | Q(project__in=mine))

    def standing(self):
        return self.filter(withdrawn_at=None)

    def shared(self):
        """Those that may stand in what is printed and given to others."""
        return self.standing().filter(sharing=Sharing.PUBLIC)

    def with_people(self):
        hands = models.Prefetch("hand", Hand.objects.with_people())
        return self.select_related("given_by", "written_by").prefetch_related(hands)


class Story(InProject):
    """What someone lived through, in a few sentences. It names nobody, and is never edited.

    Whoever told it can take it back: then its words are gone, and only that there was one stays.
    """

    class Voice(models.TextChoices):
        OWN = "own", _("In the person's own words")
        TEAM = "team", _("In the team's words")

    WHO_MAY_READ = [
        (Sharing.TEAM, _("Our team only")),
        (Sharing.PUBLIC, _("Our team, and what we print and share")),
    ]
    activity_kind = "impact"

    project = models.ForeignKey(Project, models.CASCADE, related_name="stories")
    measure = models.ForeignKey(
        Measure, models.SET_NULL, null=True, blank=True, related_name="stories"
    )
    """The numbers beside which it stands, if it is about what they count."""
    text = models.TextField(_("the story"), blank=True)
    voice = models.CharField(_("whose words"), max_length=4, choices=Voice.choices)
    perspective = models.CharField(
        _("whose story"), max_length=12, choices=Membership.Perspective.choices, blank=True
    )
    told_on = models.CharField(
        _("when"), max_length=24, blank=True, validators=[check_partial_date]
    )
    """A year, a month or a day, as `ui.dates` keeps them."""
    agreed = models.CharField(_("how they agreed"), max_length=200, blank=True)
    sharing = models.CharField(
        max_length=10,
        choices=WHO_MAY_READ,
        default=Sharing.TEAM,
    )
    given_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    """The member whose own story it is; nobody for a story from outside the team."""
    written_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    """The member who wrote down somebody else's."""
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    told_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = StoryQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "stories"
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) ^ Q(text=""), name="a_withdrawn_story_has_no_words"
            ),
            models.CheckConstraint(
                condition=Q(given_by=None) ^ Q(written_by=None),
                name="a_story_is_ones_own_or_anothers",
            ),
        ]

    def __str__(self):
        """Whose it is and when, for a line of activity: never its words."""
        whose = self.whose
        if not self.told_on:
            return whose
        about = {"whose": whose, "when": as_people_write(self.told_on)}
        return gettext("%(whose)s, %(when)s") % about

    def get_absolute_url(self):
        return f"{reverse('impact:baseline', args=[self.project_id])}#story-{self.pk}"

    @classmethod
    def tell(cls, project, *, by, is_mine, **details):
        """A story, one's own or one that somebody agreed to have written down.

        The same again from the same person (pressed twice) is the one there is.
        """
        hand = Hand.writing_in(project)
        whose = {"given_by": by} if is_mine else {"written_by": by}
        with project.changing():
            if already := project.stories.filter(hand=hand, **whose, **details).first():
                return already
            story = cls.objects.create(project=project, hand=hand, **whose, **details)
            project.record(by, gettext_noop("told how things are:"), story)
            return story

    def take_back(self, *, by):
        """The person does not agree any more: the words are gone for good."""
        with self.project.changing(closed_too=True):
            self.refresh_from_db()
            if self.withdrawn_at:
                return
            self.text, self.agreed, self.withdrawn_at = "", "", timezone.now()
            saving = ["text", "agreed", "withdrawn_at"]
            self.project.record(by, gettext_noop("took back"), self, saving=saving)

    def may_be_taken_back_by(self, membership):
        """Whose it is, who wrote it down, and leads, whom someone without an account can ask."""
        is_own = membership.user_id in (self.given_by_id, self.written_by_id)
        return is_own or "lead" in membership.abilities

    @property
    def whose(self):
        return WHOSE[self.perspective]()

    def said_by(self, display):
        """Who brought it here: the member whose it is, or who wrote it down."""
        return said_by(self.given_by or self.written_by, self.hand, easy=display.is_easy)


WHOSE = {
    "service_user": lambda: gettext("A service user’s story"),
    "carer": lambda: gettext("A carer’s story"),
    "staff": lambda: gettext("A story from staff"),
    "partner": lambda: gettext("A partner’s story"),
    "": lambda: gettext("Someone’s story"),
}
