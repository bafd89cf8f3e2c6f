from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from ui.display import Contrast, TextSize, Wording


class Organisation(models.Model):
    """The body a project belongs to. Its look and its contacts are data, not code."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    colour = models.CharField(
        _("colour"),
        max_length=7,
        default="#00505c",
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write the colour as #rrggbb."))],
        help_text=_("Shown behind white text, so it has to be dark."),
    )
    contact_name = models.CharField(_("who to ask"), max_length=120, blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_phone = models.CharField(_("phone"), max_length=40, blank=True)
    contact_address = models.TextField(_("postal address"), blank=True)
    crisis_help = models.TextField(
        _("help if you are upset"), blank=True, help_text=_("Stands at the foot of every page.")
    )
    involvement_team = models.ManyToManyField(
        "accounts.User", related_name="oversees", blank=True, verbose_name=_("involvement team")
    )
    administrators = models.ManyToManyField(
        "accounts.User", related_name="administers", blank=True, verbose_name=_("administrators")
    )
    staff = models.ManyToManyField(
        "accounts.User",
        related_name="works_for",
        blank=True,
        verbose_name=_("staff"),
        help_text=_("They may start a project."),
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("organisation")

    def __str__(self):
        return self.name


class Way(models.TextChoices):
    """How news reaches a person. What is addressed to them alone comes the same way."""

    EMAIL = "email", _("By e-mail")
    POST = "post", _("By post")
    PHONE = "phone", _("By phone")
    NONE = "none", _("Not at all: I look here myself")


class HowOften(models.TextChoices):
    WEEKLY = "weekly", _("Once a week, everything together")
    AT_ONCE = "at_once", _("As it happens")


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username):
        return self.get(email__iexact=username)

    def create_user(self, email=None, name="", **fields):
        """A person. Nobody has a password; some have no e-mail address."""
        user = self.model(email=(email or "").strip().lower() or None, name=name.strip(), **fields)
        user.set_unusable_password()
        user.save(using=self._db)
        return user

    def create_superuser(self, email, name="", password=None, **fields):
        """Someone who may use the administration pages. They sign in by code like anyone."""
        return self.create_user(email, name, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person, by the name they chose. A person without e-mail is as full a member as any."""

    email = models.EmailField(_("e-mail address"), null=True, blank=True, unique=True)
    name = models.CharField(_("the name people here call you"), max_length=80)
    wording = models.CharField(max_length=5, choices=Wording.choices, default=Wording.PLAIN)
    text_size = models.CharField(max_length=7, choices=TextSize.choices, default=TextSize.NORMAL)
    contrast = models.CharField(max_length=6, choices=Contrast.choices, default=Contrast.NORMAL)
    phone = models.CharField(_("phone number"), max_length=40, blank=True)
    post_to = models.TextField(_("postal address"), max_length=400, blank=True)
    way = models.CharField(
        _("how we tell you things"), max_length=5, choices=Way.choices, default=Way.EMAIL
    )
    how_often = models.CharField(
        _("how often"), max_length=7, choices=HowOften.choices, default=HowOften.WEEKLY
    )
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(_("may use the administration pages"), default=False)
    date_joined = models.DateTimeField(default=timezone.now)
    erased_at = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    objects = UserManager()

    confined_to: int | None = None
    """The one project that this session may see, when it began with a code on paper."""

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="one_person_for_each_address",
                violation_error_message=_("Someone with this e-mail address is here already."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("accounts:index")

    def change(self, **details):
        """The person's own choices: name, wording, text size, contrast; or none."""
        if not details:
            return
        for name, value in details.items():
            setattr(self, name, value)
        self.save(update_fields=list(details))

    @property
    def reached_by(self):
        """The way that works today: someone without e-mail is told by post or by phone.

        Post also stands for a letter that a lead hands over, so nobody is out of reach.
        """
        if self.way == Way.EMAIL and not self.email:
            return Way.PHONE if self.phone and not self.post_to else Way.POST
        return Way(self.way)

    @property
    def told(self):
        """How and how often they hear from us, in words."""
        way = Way(self.reached_by)
        often = self.get_how_often_display()
        return way.label if way == Way.NONE else f"{way.label}. {often}"

    @cached_property
    def looks_after_others(self):
        """Whether a second factor is asked of them: they see many projects, or many people."""
        return self.is_staff or self.is_superuser or self.oversees_any or self.administers_any

    @cached_property
    def oversees_any(self):
        """Whether they are in the involvement team of an organisation."""
        return self.oversees.exists()

    @cached_property
    def administers_any(self):
        """Whether they look after the accounts of an organisation."""
        return self.administers.exists()

    def may_start_in(self):
        """The organisations in which this person may start a project.

        Those they work for or look after, and those that trust them with a project already.
        """
        mine = Q(staff=self) | Q(involvement_team=self) | Q(administrators=self)
        leads = Q(projects__memberships__user=self, projects__memberships__role="lead")
        return Organisation.objects.filter(mine | leads).distinct()

    def get_full_name(self):
        return self.name

    def get_short_name(self):
        return self.name


class PrivateRead(models.Model):
    """Someone looked at what is private to another person. Written by the page that shows it."""

    reader = models.ForeignKey(User, models.PROTECT, related_name="private_reads")
    of = models.ForeignKey(User, models.CASCADE, related_name="read_by")
    what = models.CharField(max_length=100)
    """The English phrase, never the thing itself: "access needs", "postal address"."""
    why = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["of", "-at"], name="reads_of_a_person")]

    def __str__(self):
        return self.what

    @classmethod
    def note(cls, reader, people, what, *, why=""):
        """Write down that `reader` sees this of each of `people`; of oneself nothing is noted.

        Again within ten minutes is the same look. Call it in the view, before the page is drawn.
        """
        lately = timezone.now() - timedelta(minutes=10)
        again = cls.objects.filter(reader=reader, what=what, at__gt=lately)
        seen = set(again.values_list("of", flat=True)) | {reader.pk}
        new = [person for person in people if person.pk not in seen]
        cls.objects.bulk_create(cls(reader=reader, of=of, what=what, why=why) for of in new)
