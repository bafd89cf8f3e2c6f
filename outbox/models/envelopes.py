"""The mail, letter or call that carries messages to one person, and what became of it."""

from datetime import timedelta
from email.utils import parseaddr
from secrets import token_hex

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

WAITS = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 4 * 60, 24 * 60)]
"""How long it rests after each try that failed; after the last one it is given up."""
SOON_OVER = timedelta(hours=1)
"""A secret that ends so soon is of no use once someone has looked what became of it."""


class EnvelopeQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What goes to people of the organisations that this person looks after the accounts of."""
        if not user.is_authenticated:
            return self.none()
        if user.is_superuser:
            return self
        mine = user.administers.values("pk")
        in_theirs = self.model.objects.filter(messages__in_organisation__in=mine).values("pk")
        return self.filter(Q(to__in=people_of(user, mine)) | Q(pk__in=in_theirs))

    def to_send(self, now):
        """What can be tried, in the order in which it leaves: what someone waits for first."""
        found = self.filter(state=Envelope.State.WAITING, next_try_at__lte=now)
        return found.order_by("-at_once", "next_try_at", "pk")

    def failing(self):
        return self.filter(state=Envelope.State.WAITING, tries__gt=0)

    def given_up(self):
        return self.filter(state=Envelope.State.GIVEN_UP)

    def unsure(self):
        return self.filter(state=Envelope.State.UNSURE)

    def left_behind(self, now):
        """Found being handed over, by a process that cannot be at it any more."""
        long_ago = now - timedelta(seconds=settings.OUTBOX_UNSURE_AFTER)
        return self.filter(state=Envelope.State.HANDING_OVER, claimed_at__lt=long_ago)


def people_of(user, organisations):
    """Everyone with a place in one of these organisations, or in a team of theirs."""
    teams = Q(memberships__project__organisation__in=organisations)
    staff = Q(works_for__in=organisations)
    others = Q(oversees__in=organisations) | Q(administers__in=organisations)
    return user.__class__.objects.filter(teams | staff | others).values("pk")


class Envelope(models.Model):
    """One e-mail, letter or call: what carries one or more messages to one person."""

    class Way(models.TextChoices):
        EMAIL = "email", _("By e-mail")
        POST = "post", _("On paper")
        PHONE = "phone", _("By phone")

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        HANDING_OVER = "handing", _("Being handed over")
        SENT = "sent", _("Sent")
        TOLD = "told", _("Posted, handed over or told")
        WITHDRAWN = "withdrawn", _("Not sent: not theirs to read any more")
        EXPIRED = "expired", _("Not sent: too late")
        GIVEN_UP = "given_up", _("Given up")
        UNSURE = "unsure", _("Not known whether it arrived")

    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="envelopes"
    )
    address = models.EmailField(blank=True)
    """Only where it goes to an address that was asked for, and not simply to the person."""
    way = models.CharField(max_length=5, choices=Way.choices, default=Way.EMAIL)
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    at_once = models.BooleanField(default=False)
    message_id = models.CharField(max_length=200, unique=True)
    """Made once: a mail that is tried again is the same mail to every server on its way."""
    made_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    claim = models.CharField(max_length=32, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=20, blank=True)
    """A short code without personal detail: "550", "timeout"."""
    failing_since = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """Who posted it, handed it over, told it, or said that it arrived."""

    objects = EnvelopeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("envelope")
        indexes = [
            # The state stands first: SQLite uses no index with a condition on it.
            models.Index(
                fields=["state", "-at_once", "next_try_at", "id"], name="envelopes_to_send"
            ),
            models.Index(fields=["state", "claimed_at"], name="envelopes_by_state"),
            models.Index(fields=["state", "done_at"], name="envelopes_done"),
        ]

    def __str__(self):
        return self.message_id

    @classmethod
    def new(cls, **fields):
        """An unsaved envelope with the name that its mail keeps however often it is tried."""
        domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].partition("@")[2] or "localhost"
        return cls(message_id=f"<{token_hex(12)}@{domain}>", **fields)

    @classmethod
    @transaction.atomic
    def tell(cls, messages, *, to, way, by):
        """Someone posted, handed over or told these messages. Those told already stay as they are.

        Returns the envelope, or None when nothing was left to tell.
        """
        now = timezone.now()
        done = {"state": cls.State.TOLD, "done_at": now, "done_by": by}
        envelope = cls.new(to=to, way=way, **done)
        envelope.save(force_insert=True)
        if not messages.put_into(envelope):
            envelope.delete()
            return None
        return envelope

    @classmethod
    @transaction.atomic
    def forget(cls, address):
        """Someone without an account has answered: what went there says no longer where it went.

        What may still be tried needs its address, and loses it with its words.
        """
        over = (cls.State.SENT, cls.State.WITHDRAWN, cls.State.EXPIRED)
        gone = cls.objects.filter(to=None, address__iexact=address, state__in=over)
        cls.messages.rel.related_model.objects.filter(envelope__in=gone).update(address="")
        gone.update(address="")

    # Handing over. Each of these asks the database whether it is still so: two may be at it.

    def take(self):
        """Claim it for this process; False when another was first."""
        self.claim, self.claimed_at = token_hex(16), timezone.now()
        waiting = Envelope.objects.filter(pk=self.pk, state=self.State.WAITING)
        return bool(
            waiting.update(
                state=self.State.HANDING_OVER, claim=self.claim, claimed_at=self.claimed_at
            )
        )

    @transaction.atomic
    def sent(self):
        """The server took it. Secrets are wiped. Also when someone called it unsure meanwhile."""
        now = timezone.now()
        mine = Envelope.objects.filter(pk=self.pk, claim=self.claim)
        if mine.update(state=self.State.SENT, done_at=now, problem="", failing_since=None):
            self.messages.all().wipe()

    def not_taken(self, code, *, for_good=False):
        """It did not leave: try again later, or give up when there is no use in it."""
        now = timezone.now()
        is_last = for_good or self.tries >= len(WAITS)
        Envelope.objects.filter(pk=self.pk, claim=self.claim, state=self.State.HANDING_OVER).update(
            state=self.State.GIVEN_UP if is_last else self.State.WAITING,
            tries=self.tries + 1,
            next_try_at=now if is_last else now + WAITS[self.tries],
            problem=code[:20],
            failing_since=self.failing_since or now,
        )

    @transaction.atomic
    def not_known(self, code):
        """It may have left and may not. Nobody is mailed twice by guessing: a person looks at it.

        A secret that is soon over is dropped: whoever waits for it asks for another.
        """
        now = timezone.now()
        found = Envelope.objects.filter(pk=self.pk, claim=self.claim, state=self.State.HANDING_OVER)
        soon_over = self.messages.filter(is_secret=True, expires_at__lt=now + SOON_OVER)
        is_dropped = soon_over.exists()
        state = self.State.EXPIRED if is_dropped else self.State.UNSURE
        since = self.failing_since or now
        if found.update(state=state, problem=code[:20], failing_since=since) and is_dropped:
            soon_over.wipe()

    def nothing_left(self):
        """All it carried was withdrawn, or is too late."""
        late = self.messages.filter(state="expired").exists()
        state = self.State.EXPIRED if late else self.State.WITHDRAWN
        waiting = Envelope.objects.filter(pk=self.pk, state=self.State.WAITING)
        waiting.update(state=state, done_at=timezone.now())

    @transaction.atomic
    def unpack(self):
        """Its person has no e-mail any more: what it carried waits to be sorted again."""
        waiting = Envelope.objects.filter(pk=self.pk, state=self.State.WAITING)
        if waiting.update(state=self.State.WITHDRAWN, done_at=timezone.now()):
            self.messages.filter(state="packed").update(state="waiting", envelope=None)

    # What a person decides

    def try_again(self):
        """Now, and with all its tries before it: for one that failed or that nobody is sure of."""
        stuck = (self.State.WAITING, self.State.GIVEN_UP, self.State.UNSURE)
        Envelope.objects.filter(pk=self.pk, state__in=stuck).update(
            state=self.State.WAITING, tries=0, next_try_at=timezone.now(), claim=""
        )

    @transaction.atomic
    def it_arrived(self, *, by):
        """Someone asked the person, or saw it: it is not sent again."""
        unsure = Envelope.objects.filter(pk=self.pk, state=self.State.UNSURE)
        if unsure.update(state=self.State.SENT, done_at=timezone.now(), done_by=by):
            self.messages.all().wipe()

    # Asking about it

    @property
    def goes_to(self):
        """The address it goes to, as of now; "" when its person has none."""
        return self.address or (self.to.email if self.to else "") or ""

    @property
    def masked(self):
        """The address so that someone who knows it recognises it: a•••@c•••.example."""
        return mask(self.goes_to)


def mask(address):
    name, _at, domain = address.partition("@")
    ending = domain.rpartition(".")[2]
    return f"{name[:1]}•••@{domain[:1]}•••.{ending}" if domain else ""
