"""How someone without an account gives an idea, and hears what became of it."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.codes import code_of, digest_of
from accounts.models import User
from outbox.models import Envelope, Message
from outbox.sealing import CannotOpen, seal, unseal
from projects.ideas.models.ideas import Idea
from projects.ideas.models.questions import QuestionClosed

FOLLOW = "follow"
SAME_LOOK = timedelta(minutes=10)


class GiverQuerySet(models.QuerySet):
    def with_contact(self):
        return self.exclude(name="", email="", reach="")

    def to_tell(self):
        """Those without e-mail for whom there is something that nobody has told them."""
        return self.exclude(reach="").filter(email="", told__lt=F("news"))

    def of_reader(self, membership):
        """Those who answered a question that this member reads."""
        return self.filter(idea__question__reader=membership)


class Giver(models.Model):
    """What someone left beside an idea: a code to follow it, and a contact if they chose to.

    Anonymous ones leave no contact: nothing here or elsewhere says who they are. Only the reader
    of the question sees a contact, and each look is written down (`ContactRead`).
    """

    idea = models.OneToOneField(Idea, models.CASCADE, related_name="giver")
    digest = models.CharField(max_length=64, unique=True)
    """Of the code in the private link."""
    mark = models.CharField(max_length=64, unique=True)
    """Of the form that sent it: the same form, sent twice, is one idea."""
    name = models.CharField(_("name"), max_length=80, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    reach = models.TextField(_("how to reach you"), max_length=400, blank=True)
    """A phone number or a postal address, for those without e-mail."""
    sealed = models.TextField(blank=True)
    """The code, sealed, for the link in later mails; only as long as there is an e-mail address."""
    news = models.PositiveIntegerField(default=0)
    """How many things happened that they want to hear of, and how many someone has told them."""
    told = models.PositiveIntegerField(default=0)

    objects = GiverQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(sealed="") | ~Q(email=""), name="sealed_for_mails"),
        ]

    def __str__(self):
        """Nothing that names anyone."""
        return f"{self.idea_id}"

    @classmethod
    def give(cls, question, *, mark, text, came_from="", **contact):
        """An idea from anyone: (idea, code to follow it with). Raises QuestionClosed.

        The same words from the same form again are one idea with one code. Other words from it
        are another idea. The next day the form tells its code to nobody: then it is "".
        """
        with question.project.changing(closed_too=True):
            question.refresh_from_db(from_queryset=type(question).objects.select_related("project"))
            if not question.is_open:
                raise QuestionClosed
            mark = f"{question.word} {mark} {digest_of(text)}"
            already = cls.objects.filter(mark=digest_of(mark)).select_related("idea").first()
            if already is None:
                idea = Idea.receive(question, text=text, came_from=came_from)
                return idea, cls.leave(idea, mark=mark, **contact)
            is_new = already.idea.is_waiting and already.idea.given_on == timezone.localdate()
            return already.idea, code_of(FOLLOW, mark) if is_new else ""

    @classmethod
    def leave(cls, idea, *, mark, **contact):
        """The code to follow the idea with, shown once: only its digest is kept."""
        code = code_of(FOLLOW, mark)
        sealed = seal(code) if contact.get("email") else ""
        marks = {"mark": digest_of(mark), "digest": digest_of(code), "sealed": sealed}
        cls.objects.create(idea=idea, **marks, **contact)
        return code

    @classmethod
    def behind(cls, code):
        """The one whose code this is, with the idea; or None."""
        found = cls.objects.filter(digest=digest_of(code)) if code else cls.objects.none()
        return found.select_related("idea__project__organisation", "idea__question").first()

    # How they are reached

    @transaction.atomic
    def hear_at(self, email, code):
        """From now on they hear by e-mail. The same address again changes nothing."""
        if email != self.email:
            self.stop_mails()
            self.email, self.sealed = email, seal(code)
            self.save(update_fields=["email", "sealed"])

    @transaction.atomic
    def forget(self):
        """Nothing is left of who they are or how to reach them; the code goes on to work."""
        self.stop_mails()
        self.name = self.email = self.reach = self.sealed = ""
        self.save(update_fields=["name", "email", "reach", "sealed"])

    def stop_mails(self):
        """What still waits for their address does not leave, and what left names it no more."""
        if not self.email:
            return
        kind = ContentType.objects.get_for_model(Idea)
        Message.objects.filter(to=None, about_type=kind, about_id=self.idea_id).take_back()
        Envelope.forget(self.email)

    def has_news(self):
        type(self).objects.filter(pk=self.pk).update(news=F("news") + 1)

    def was_told(self, number):
        """Someone told them all that happened up to this number. Again changes nothing."""
        rows = type(self).objects.filter(pk=self.pk, told__lt=number, news__gte=number)
        return bool(rows.update(told=number))

    # Asking about it

    @property
    def follow_url(self):
        """The private link, while we may write it into a mail; else where the code is typed."""
        try:
            [code] = unseal(self.sealed)
        except CannotOpen:
            return reverse("ask:index")
        return reverse("ask:follow", args=[code])

    @property
    def has_contact(self):
        return bool(self.name or self.email or self.reach)

    @property
    def is_to_tell(self):
        return bool(self.reach and not self.email and self.told < self.news)

    def note_read(self, reader):
        """Write down that the reader looked; within ten minutes it is the same look."""
        lately = self.reads.filter(reader=reader, at__gt=timezone.now() - SAME_LOOK)
        if not lately.exists():
            self.reads.create(reader=reader)


class ContactRead(models.Model):
    """The reader of a question looked at who gave an idea. The giver sees when, not who."""

    giver = models.ForeignKey(Giver, models.CASCADE, related_name="reads")
    reader = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.giver_id}"
