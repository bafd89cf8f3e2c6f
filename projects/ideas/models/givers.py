"""How someone without an account hears what became of their idea."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.codes import digest_of, new_code
from projects.ideas.models.ideas import Idea


class Giver(models.Model):
    """What someone left beside an idea: a code to follow it, and a contact if they chose to.

    Anonymous ones leave no contact. Only the reader of the question sees a contact, and each
    look is written down.
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

    def __str__(self):
        """Nothing that names anyone."""
        return f"{self.idea_id}"

    @classmethod
    def leave(cls, idea, *, mark, **contact):
        """The code to follow the idea with, shown once: only its digest is kept."""
        code = new_code()
        cls.objects.create(idea=idea, mark=mark, digest=digest_of(code), **contact)
        return code
