"""What a project offers people for their time and costs, in words."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from projects.models import InProject, Project


class PaymentOffer(InProject):
    """What is paid, which costs, how to claim, how long it takes and whom to ask."""

    class Pays(models.TextChoices):
        RATES = "rates", _("What our organisation pays")
        OWN = "own", _("Something of our own")
        NOTHING = "nothing", _("We cannot pay for time")

    SAID = ("pays", "paid", "expenses", "how_to_claim", "how_long", "ask", "benefits")
    activity_kind = "team"

    project = models.OneToOneField(Project, models.CASCADE, related_name="payment_offer")
    pays = models.CharField(_("what is paid"), max_length=7, choices=Pays.choices)
    paid = models.TextField(_("about what is paid"), max_length=2000, blank=True)
    expenses = models.TextField(_("which costs we pay"), max_length=2000, blank=True)
    how_to_claim = models.TextField(_("how to claim"), max_length=2000, blank=True)
    how_long = models.CharField(_("how long it takes"), max_length=200, blank=True)
    ask = models.CharField(_("who to ask"), max_length=300, blank=True)
    benefits = models.TextField(_("about benefits"), max_length=2000, blank=True)

    def __str__(self):
        return gettext("the payment offer")

    def get_absolute_url(self):
        return reverse("payment:index", args=[self.project_id])

    @classmethod
    def say(cls, project, *, by, opened_at=None, **details):
        """Make the offer, or change what it says. The same again changes nothing.

        Raises ChangedMeanwhile if it is not at version `opened_at`; 0 when there was none.
        """
        with project.changing():
            offer = cls.objects.filter(project=project).first() or cls(project=project)
            changed = [name for name in details if getattr(offer, name) != details[name]]
            if offer.pk and not changed:
                return offer
            offer.is_still(opened_at)
            for name in changed:
                setattr(offer, name, details[name])
            what = (
                gettext_noop("changed what is offered:")
                if offer.pk
                else gettext_noop("wrote down what is offered:")
            )
            offer.save()
            project.record(by, what, offer)
            return offer

    @property
    def rates(self):
        """The organisation's rates of today, when the offer takes them over."""
        if self.pays != self.Pays.RATES:
            return []
        return list(self.project.organisation.rates.in_force())

    @property
    def in_words(self):
        """The offer as a few lines of text: for an invitation and for the notice."""
        lines = [f"{rate.what}: {rate.how_much}." for rate in self.rates]
        if self.pays == self.Pays.NOTHING:
            lines.append(gettext("We cannot pay for your time."))
        lines += [self.paid, self.expenses, self.how_to_claim]
        if self.how_long:
            lines.append(gettext("How long it takes: %(time)s") % {"time": self.how_long})
        if self.ask:
            lines.append(gettext("Who to ask: %(who)s") % {"who": self.ask})
        lines.append(self.benefits)
        return "\n".join(line.strip() for line in lines if line.strip())
