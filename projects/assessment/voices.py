"""Who agrees with what was decided, and who sees it differently: in words, never counted."""

from django.utils.translation import gettext as _

from projects.models import Membership


class Voices:
    """The rows of both kinds, each with its author and what they bring; three queries each."""

    def __init__(self, assessment):
        self.differing = list(assessment.decision.views.with_perspectives())
        for view in self.differing:
            view.decision = assessment.decision
        spoken = {whose(view) for view in self.differing}
        agreeing = assessment.agreements.with_perspectives()
        self.agreeing = [one for one in agreeing if whose(one) not in spoken]
        for one in self.agreeing:
            one.assessment = assessment

    def agreement_of(self, person, hand=None):
        return next((one for one in self.agreeing if one.is_of(person, hand)), None)

    def view_of(self, person, hand=None):
        return next((one for one in self.differing if one.is_of(person, hand)), None)

    @property
    def lived_in_words(self):
        """Whether people with lived experience have spoken, agree or differ."""
        return SAYS[has_lived(self.agreeing), has_lived(self.differing)]()


def whose(view):
    """Two rows of one member, or of one group, have the same."""
    return (view.is_groups, view.hand_id if view.is_groups else view.by_id)


def has_lived(views):
    return any(view.perspective in Membership.LIVED for view in views)


SAYS = {
    (False, False): lambda: _("No service user and no carer has said yet if they agree."),
    (True, False): lambda: _("Those with lived experience who have spoken agree."),
    (False, True): lambda: _("Those with lived experience who have spoken see it differently."),
    (True, True): lambda: _("Some with lived experience agree, and some see it differently."),
}
