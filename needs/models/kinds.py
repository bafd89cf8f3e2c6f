"""The list of things that people often need: each organisation keeps its own."""

from django.db import models, transaction
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation
from needs.general_list import GENERAL


class NeedKindQuerySet(models.QuerySet):
    def offered(self):
        """Those that people can choose from; what was told under others stays."""
        return self.filter(left_out=False)

    def of(self, organisations):
        """What is offered in these organisations, each thing once.

        An organisation that has not made the list its own has the general one: those are not
        rows yet, and become rows with the first need (`lay_out`).
        """
        own = list(self.filter(organisation__in=organisations))
        theirs = {kind.organisation_id for kind in own}
        general = [
            kind
            for organisation in organisations
            if organisation.pk not in theirs
            for kind in NeedKind.general(organisation)
        ]
        once = {}
        for kind in own + general:
            if not kind.left_out:
                once.setdefault(kind.key, kind)
        return sorted(once.values(), key=lambda kind: kind.position)


class NeedKind(models.Model):
    """One thing that people often need: large print, an interpreter, a room without steps."""

    class UsedFor(models.TextChoices):
        PAPERS = "papers", _("When we send or print something")
        MEETINGS = "meetings", _("When we meet or talk")
        BOTH = "both", _("Both")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="need_kinds")
    key = models.SlugField(max_length=60)
    """Stays the same when the words change; those of the general list are known to the papers."""
    name = models.CharField(_("name"), max_length=80)
    asks = models.CharField(_("what to ask"), max_length=200, blank=True)
    arrange = models.CharField(_("what to think of"), max_length=300, blank=True)
    used_for = models.CharField(
        max_length=8, choices=UsedFor.choices, default=UsedFor.BOTH, blank=False
    )
    position = models.PositiveSmallIntegerField(default=0)
    left_out = models.BooleanField(default=False)

    objects = NeedKindQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "key"], name="a_kind_of_need_once"),
        ]

    def __str__(self):
        return self.name

    @classmethod
    def general(cls, organisation):
        """The general list as rows that are not saved."""
        return [
            cls(
                organisation=organisation,
                key=key,
                name=gettext(name),
                asks=gettext(asks) if asks else "",
                arrange=gettext(arrange) if arrange else "",
                used_for=used_for,
                position=position,
            )
            for position, (key, name, used_for, asks, arrange) in enumerate(GENERAL, start=1)
        ]

    @classmethod
    @transaction.atomic
    def lay_out(cls, organisation):
        """Give the organisation a list of its own, the general one to begin with. Once."""
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        if not organisation.need_kinds.exists():
            cls.objects.bulk_create(cls.general(organisation))

    @classmethod
    @transaction.atomic
    def add(cls, organisation, **details):
        """A further kind, at the end. One of the same name is the one that is there already."""
        cls.lay_out(organisation)
        kinds = organisation.need_kinds
        already = kinds.filter(name__iexact=details["name"]).first()
        if already:
            return already
        last = kinds.aggregate(last=models.Max("position"))["last"] or 0
        key = f"{slugify(details['name'])[:50] or 'own'}-{last + 1}"
        return kinds.create(key=key, position=last + 1, **details)

    def change(self, **details):
        """New words; what people told under this kind stays with it."""
        for name, value in details.items():
            setattr(self, name, value)
        self.save(update_fields=list(details))

    def leave_out(self):
        """Nobody new can choose it; needs told before keep it."""
        self.change(left_out=True)

    def bring_back(self):
        self.change(left_out=False)

    @property
    def is_for_papers(self):
        return self.used_for != self.UsedFor.MEETINGS

    @property
    def is_for_meetings(self):
        return self.used_for != self.UsedFor.PAPERS
