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
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(_("may use the administration pages"), default=False)
    date_joined = models.DateTimeField(default=timezone.now)

    objects = UserManager()

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

    @cached_property
    def oversees_any(self):
        """Whether they are in the involvement team of an organisation."""
        return self.oversees.exists()

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
