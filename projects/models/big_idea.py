"""What a project is about, in the words of those who brought it."""

from hashlib import sha256

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from projects.models.in_project import ChangedMeanwhile


class BigIdea(models.Model):
    """The words of a project about itself. Its leads change them; its origin stays as it began."""

    class Origin(models.TextChoices):
        PERSON = "person", _("A person")
        TEAM = "team", _("A team")
        POLICY = "policy", _("A policy or a new rule")
        SERVICE_CHANGE = "service_change", _("A change in a service")
        MONEY = "money", _("Money")

    IDEA_FIELDS = (
        "title",
        "problem",
        "idea",
        "origin_note",
        "affected",
        "already_decided",
        "already_said",
        "service",
        "contact",
        "review_on",
    )
    SEARCHED = ("title", "idea", "service")

    title = models.CharField(_("title"), max_length=200)
    idea = models.TextField(_("the idea"), blank=True)
    problem = models.TextField(_("the problem"), blank=True)
    origin = models.CharField(_("where the idea came from"), max_length=14, choices=Origin.choices)
    """A label for the life of the project: people see what it began with. `reword` leaves it."""
    origin_note = models.TextField(_("more about where it came from"), blank=True)
    affected = models.TextField(_("who this could affect"), blank=True)
    already_decided = models.TextField(_("what is already decided"), blank=True)
    already_said = models.TextField(_("what people have said about it already"), blank=True)
    service = models.CharField(_("service"), max_length=120, blank=True)
    contact = models.TextField(_("how to get in touch"), blank=True)
    review_on = models.DateField(_("look at this project again on"), null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.title

    def reword(self, *, by, opened_at, **details):
        """Change what the big idea says. Raises ChangedMeanwhile if someone did since `opened_at`.

        `opened_at` is `idea_as_opened()` of the moment the form was drawn. Raises ValueError for
        another origin: what began with a cut in money never becomes an idea of patients.
        """
        if details.get("origin", self.origin) != self.origin:
            raise ValueError("where an idea came from does not change")
        with self.changing():
            now = type(self).objects.get(pk=self.pk)
            if now.idea_as_opened() != opened_at:
                raise ChangedMeanwhile(now)
            changed = [name for name in details if getattr(now, name) != details[name]]
            for name in changed:
                setattr(self, name, details[name])
            if changed:
                self.record(by, gettext_noop("changed the big idea"), self, saving=changed)

    def idea_as_opened(self):
        """A short mark of the big idea's text: two marks differ if any word does."""
        text = "\x1f".join(str(getattr(self, name)) for name in self.IDEA_FIELDS)
        return sha256(text.encode()).hexdigest()[:16]
