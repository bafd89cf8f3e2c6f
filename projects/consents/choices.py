"""All that a member is asked, with the answer so far and where it was used."""

from dataclasses import dataclass, field

from django.db.models import Prefetch

from projects.consents.models import Consent, ConsentUse
from projects.consents.wording import Use, Words, words_of


@dataclass
class Choice:
    use: Use
    words: Words
    consent: Consent | None = None
    """The latest answer; None when nobody has answered yet."""
    uses: list = field(default_factory=list)
    """Each `ConsentUse`, newest first, also under an earlier yes."""

    @property
    def answer(self):
        """ "yes", "no", or nothing: a question that is not answered is not ticked."""
        return "" if self.consent is None else "yes" if self.consent.stands else "no"


def choices_of(memberships):
    """`{membership's id: [Choice, …]}`, every question in its order, in two queries."""
    found = {one.pk: {use: Choice(use, words_of(use)) for use in Use} for one in memberships}
    uses = Prefetch("uses", ConsentUse.objects.select_related("by"))
    consents = Consent.objects.filter(membership__in=found).select_related("by")
    for consent in consents.prefetch_related(uses):
        choice = found[consent.membership_id][Use(consent.use)]
        choice.consent = consent
        choice.uses = [*consent.uses.all(), *choice.uses]
    return {pk: list(of_use.values()) for pk, of_use in found.items()}


def has_shared(choices):
    """Whether any of them is a yes, or was one that has been used."""
    return any(choice.answer == "yes" or choice.uses for choice in choices)
