"""How someone without an account asks the team something, and hears the answer."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from accounts.codes import code_of, digest_of
from outbox.models import Envelope, Message
from outbox.sealing import CannotOpen, seal, unseal
from projects.conversation.models.questions import AskedQuestion

FOLLOW_UP = "follow up"


def mark_of_address(email):
    """What is kept of an address beside the sealed one: it finds the row, and tells nothing."""
    return digest_of(f"address {email.lower()}")


class Asker(models.Model):
    """What someone left beside a question: a code to come back with, and an address if they like.

    The address is sealed. Nobody sees it on any page: it is only ever written to.
    """

    asked = models.OneToOneField(AskedQuestion, models.CASCADE, related_name="asker")
    digest = models.CharField(max_length=64, unique=True)
    """Of the code in the private link."""
    mark = models.CharField(max_length=64, unique=True)
    """Of the form that sent it: the same form, sent twice, is one question."""
    sealed = models.TextField(blank=True)
    """Address and code, sealed; nothing when they left none."""
    address_mark = models.CharField(max_length=64, blank=True, db_index=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sealed="", address_mark="") | (~Q(sealed="") & ~Q(address_mark="")),
                name="an_asker_is_sealed_whole",
            ),
        ]

    def __str__(self):
        """Nothing that names anyone."""
        return f"{self.asked_id}"

    @classmethod
    def ask(cls, project, *, mark, question, email=""):
        """A question from anyone: (asked, code to come back with).

        The same words from the same form again are one question with one code. The next day the
        form tells its code to nobody: then it is "".
        """
        with project.changing():
            mark = f"{project.pk} {mark} {digest_of(question)}"
            already = cls.objects.filter(mark=digest_of(mark)).select_related("asked").first()
            if already:
                is_new = already.asked.is_waiting and not already.asked.days
                return already.asked, code_of(FOLLOW_UP, mark) if is_new else ""
            asked = AskedQuestion.receive(project, question=question)
            code = code_of(FOLLOW_UP, mark)
            marks = {"mark": digest_of(mark), "digest": digest_of(code)}
            cls(asked=asked, **marks).keep_address(email, code)
            return asked, code

    @classmethod
    def behind(cls, code):
        """The one whose code this is, with the question; or None."""
        found = cls.objects.filter(digest=digest_of(code)) if code else cls.objects.none()
        return found.select_related("asked__project__organisation").first()

    def keep_address(self, email, code):
        self.sealed = seal(email, code) if email else ""
        self.address_mark = mark_of_address(email) if email else ""
        self.save()

    def forget(self):
        """Nothing is left of how to reach them; the code goes on to work."""
        email, _link = self.opened()
        if email:
            Message.objects.to_outside(email, self.asked.project).about_a(AskedQuestion).take_back()
            Envelope.forget(email)
        self.sealed = self.address_mark = ""
        self.save(update_fields=["sealed", "address_mark"])

    def opened(self):
        """`(address, private link)`, to write a mail with; two empty texts when there is none."""
        try:
            email, code = unseal(self.sealed) if self.sealed else ("", "")
        except CannotOpen:
            return "", ""
        return email, reverse("published:questions:follow", args=[code]) if code else ""

    @property
    def has_address(self):
        return bool(self.sealed)
