"""The register of sources: what we know already, whose voice it is, and how strong it is."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Case, Q, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import User
from projects.evidence import emails
from projects.files.models import File, storing
from projects.models import AffectedGroup, Hand, InProject, InProjectQuerySet, Project, said_by
from stages.models import Sharing
from ui.dates import check_partial_date


def check_address(link):
    """Raise ValidationError for an address that shows a name before the site it leads to."""
    if "@" in urlsplit(link).netloc:
        raise ValidationError(_("Write the address without a name or a password in it."))


class SourceQuerySet(InProjectQuerySet):
    def in_order(self):
        """Kind by kind as the page has them, newest first."""
        kinds = [When(kind=kind, then=n) for n, kind in enumerate(Source.Kind.values)]
        return self.order_by(Case(*kinds), "-dated", "-pk")

    def ready_to_draw(self):
        """With all that a row shows, in a fixed number of queries."""
        files = models.Prefetch("files", File.objects.here(), to_attr="files_here")
        return self.select_related("group").prefetch_related(files)

    def to_bring(self, project, user):
        """Of earlier projects of the organisation that this person may see, and not here yet."""
        here = project.sources.exclude(brought_from=None).values("brought_from")
        theirs = self.visible_to(user).filter(project__organisation=project.organisation_id)
        return theirs.exclude(project=project).exclude(pk__in=here).select_related("project")


class Source(InProject):
    """Where something that the team knows comes from, and what it says in one sentence."""

    class Kind(models.TextChoices):
        EXPERIENCE = "experience", _("People’s experience")
        STAFF = "staff", _("What staff know")
        DATA = "data", _("Figures")
        RESEARCH = "research", _("Research")
        POLICY = "policy", _("Laws, policies and rules")
        OTHER_SERVICES = "other_services", _("How other services do it")

    class Voice(models.TextChoices):
        SERVICE_USERS = "service_users", _("People who use the service")
        CARERS = "carers", _("Carers")
        STAFF = "staff", _("Staff")
        PARTNERS = "partners", _("Partners")
        PUBLIC = "public", _("The public")
        NOBODY = "nobody", _("Nobody’s: figures, laws or rules")

    class Strength(models.TextChoices):
        STRONG = "strong", _("We can rely on it")
        SOME = "some", _("It gives a good idea")
        HINT = "hint", _("It is a first hint")

    MEANING = {
        Strength.STRONG: _("Many people said it, or it was looked into with care."),
        Strength.SOME: _("Some people said it, or it is a few years old."),
        Strength.HINT: _("A few people said it, or it is about one place. Ask more people."),
    }
    MISSING_KIND = {
        Kind.EXPERIENCE: _("Nothing yet from people’s experience"),
        Kind.STAFF: _("Nothing yet from staff"),
        Kind.DATA: _("No figures yet"),
        Kind.RESEARCH: _("No research yet"),
        Kind.POLICY: _("No laws, policies or rules yet"),
        Kind.OTHER_SERVICES: _("Nothing yet about how other services do it"),
    }
    MISSING_VOICE = {
        Voice.SERVICE_USERS: _("The voice of people who use the service is missing"),
        Voice.CARERS: _("The voice of carers is missing"),
        Voice.STAFF: _("The voice of staff is missing"),
        Voice.PARTNERS: _("The voice of partners is missing"),
    }
    SORTS = {
        "data": (Kind.DATA, _("Figures")),
        "survey": (Kind.EXPERIENCE, _("A survey")),
        "feedback": (Kind.EXPERIENCE, _("Feedback")),
        "story": (Kind.EXPERIENCE, _("A story")),
        "petition": (Kind.EXPERIENCE, _("A petition")),
        "staff": (Kind.STAFF, _("What staff said")),
        "report": (Kind.RESEARCH, _("A report")),
        "research": (Kind.RESEARCH, _("A study")),
        "guidance": (Kind.POLICY, _("Guidance")),
        "minutes": (Kind.POLICY, _("Notes of a meeting")),
        "equality_check": (Kind.POLICY, _("An equality check")),
    }
    """What sort of thing it is, with the kind it usually belongs to; others may be written too."""

    activity_kind = "evidence"

    project = models.ForeignKey(Project, models.CASCADE, related_name="sources")
    kind = models.CharField(_("kind"), max_length=14, choices=Kind.choices)
    sort = models.CharField(_("what sort of thing it is"), max_length=60, blank=True)
    """A key of SORTS, or words of the importer's."""
    title = models.CharField(_("what it is"), max_length=300)
    finding = models.CharField(_("what it says"), max_length=500, blank=True)
    voice = models.CharField(_("whose voice"), max_length=13, choices=Voice.choices, blank=True)
    voice_words = models.CharField(_("whose voice, in words"), max_length=200, blank=True)
    """Which people, as a group: never a name."""
    group = models.ForeignKey(
        AffectedGroup, models.SET_NULL, null=True, blank=True, related_name="sources"
    )
    dated = models.CharField(_("when"), max_length=24, blank=True, validators=[check_partial_date])
    """A year, a month or a day, or two with “to” between, as `ui.dates` keeps them."""
    strength = models.CharField(_("how strong"), max_length=6, choices=Strength.choices, blank=True)
    link = models.URLField(
        _("link"),
        max_length=500,
        blank=True,
        validators=[URLValidator(schemes=["http", "https"]), check_address],
    )
    """Shown, and never fetched."""
    files = models.ManyToManyField(File, related_name="sources", blank=True)
    sharing = models.CharField(max_length=10, choices=Sharing.choices, default=Sharing.TEAM)
    brought_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="brought_to"
    )
    came_from = models.CharField(_("which project it came from"), max_length=200, blank=True)
    """The title of that project, which stays when the other source is gone."""
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["-dated", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="a_source_says_what_it_is"),
            models.UniqueConstraint(
                fields=["project", "brought_from"], name="a_finding_is_brought_once"
            ),
        ]
        indexes = [models.Index(fields=["project", "kind"], name="sources_by_kind")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("evidence:detail", args=[self.project_id, self.pk])

    # Changing it

    @classmethod
    def add(cls, project, *, by, upload=None, **details):
        """A new source, with a file if there is one (`projects.files.forms`).

        The same words again from the same person are the one that is there already.
        """
        with storing(upload) as stored, project.changing():
            if already := project.sources.filter(added_by=by, **details).first():
                return already
            hand = Hand.writing_in(project)
            source = cls.objects.create(project=project, added_by=by, hand=hand, **details)
            if upload:
                source.files.add(File.keep(project, by=by, stored=stored, **upload))
            project.record(by, gettext_noop("added to what we found out:"), source)
            emails.added(source, by=by)
            return source

    @classmethod
    def bring(cls, project, sources, *, by):
        """Copies of findings of earlier projects, each with where it came from; how many.

        The caller has asked who may see them (`to_bring`). What is here already stays one.
        """
        brought = []
        with project.changing():
            for source in sources:
                if project.sources.filter(brought_from=source).exists():
                    continue
                said = {name: getattr(source, name) for name in cls.BROUGHT}
                new = cls.objects.create(
                    project=project,
                    added_by=by,
                    brought_from=source,
                    came_from=source.project.title,
                    **said,
                )
                project.record(by, gettext_noop("brought from an earlier project:"), new)
                brought.append(new)
            emails.brought(project, brought, by=by)
        return len(brought)

    BROUGHT = (
        "kind", "sort", "title", "finding", "voice", "voice_words", "dated", "strength", "link",
    )  # fmt: skip
    """What a copy says too. Files stay where they are: they were given to that team."""

    def change(self, *, by, opened_at=None, **details):
        """Change what it says. The same again changes nothing.

        Raises ChangedMeanwhile if it is not at version `opened_at`, Source.DoesNotExist if it
        has been taken away.
        """
        with self.project.changing():
            changed = self.overwrite(details, opened_at)
            if not changed:
                return
            what = gettext_noop("changed in what we found out:")
            self.project.record(by, what, self, saving=changed)

    def take_away(self, *, by):
        """Remove it with its files; the activity keeps its title. Raises DoesNotExist if gone."""
        with self.project.changing():
            self.refresh_from_db()
            for file in self.files.here():
                file.take_away(by=by)
            self.project.record(by, gettext_noop("took away from what we found out:"), self)
            self.delete()

    def add_file(self, upload, *, by):
        """One more file. The same file again is the one there is. Raises DoesNotExist if gone."""
        with storing(upload) as stored, self.project.changing():
            self.refresh_from_db()
            mine = [file for file in self.files.here() if file.name == upload["name"]]
            file = File.keep(self.project, by=by, stored=stored, **upload)
            if already := next((one for one in mine if one.digest == file.digest), None):
                file.delete()
                return already
            self.files.add(file)
            self.project.record(by, gettext_noop("added a file to"), self)
            return file

    def take_file_away(self, file, *, by):
        """Its content goes, and who took it away stays. Gone already, nothing changes."""
        with self.project.changing():
            if file.take_away(by=by):
                self.project.record(by, gettext_noop("took away a file of"), self)

    # Asking about it

    def said_by(self, display):
        return said_by(self.added_by, self.hand, easy=display.is_easy)

    @property
    def sort_in_words(self):
        known = self.SORTS.get(self.sort)
        return known[1] if known else self.sort

    @property
    def whose_voice(self):
        """“Carers: parents of under-fives”, or what of it is known."""
        known = [str(self.get_voice_display()), self.voice_words]
        return ": ".join(words for words in known if words)

    @property
    def strength_means(self):
        return self.MEANING[self.Strength(self.strength)] if self.strength else ""

    @property
    def host(self):
        """The site that the link leads to, in letters that cannot look like others."""
        name = urlsplit(self.link).hostname or ""
        try:
            return name.encode("idna").decode()
        except UnicodeError:
            return name
