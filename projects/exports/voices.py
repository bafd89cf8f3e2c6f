"""Who sees it differently, as it may stand on paper: a name only where its owner agreed to that.

Who typed for someone stays unnamed. A group's words are quoted: it told us so that they are heard.
"""

from django.utils.translation import gettext_lazy as _

from projects.consents.models import Consent
from projects.consents.wording import SAYS_FOR_EVER, Use
from projects.models import Membership, said_by

SOMEONE = {
    Membership.Perspective.SERVICE_USER: _("a service user"),
    Membership.Perspective.CARER: _("a carer"),
    Membership.Perspective.STAFF: _("a member of staff"),
    Membership.Perspective.PARTNER: _("a partner"),
    None: _("someone who was in the team"),
}


class Voices:
    """Whom a paper may quote, for one reader. `quoted` are those it did quote, by person.

    What is frozen names nobody, and quotes only those who were told that it is (`for_ever`).
    """

    def __init__(self, project, reader, *, for_ever=False):
        agreed = quoting(project, since=SAYS_FOR_EVER if for_ever else 1)
        self.reader, self.agreed, self.quoted = reader, agreed, {}
        self.names_nobody = for_ever
        if for_ever:
            for member in agreed.values():
                member.name_beside = ""

    def quotes_of(self, views):
        """`[(words, who or "")]` of those that may be quoted."""
        return [(view.note, self.name_of(view)) for view in views if self.may_quote(view)]

    def all_of(self, views):
        """`[(who, words or "")]`: some are quoted; of the others nobody can count how many."""
        told = [(self.who(view), view.note if self.may_quote(view) else "") for view in views]
        return list(dict.fromkeys(told))

    def may_quote(self, view):
        if not view.note or (not view.is_groups and view.by_id not in self.agreed):
            return False
        if not view.is_groups:
            self.quoted[view.by_id] = self.agreed[view.by_id]
        return True

    def take_words_of(self, idea):
        """An idea stands here in its giver's words: theirs, unless a group or an outsider said it.

        `projects.ideas.in_summary` gives the words of those who agreed, and of nobody else.
        """
        is_groups = idea.hand is not None and idea.hand.is_group
        if idea.given_by_id in self.agreed and not is_groups:
            self.quoted[idea.given_by_id] = self.agreed[idea.given_by_id]

    def question_of(self, asked):
        """What someone asked the team: a member's words only as agreed; "" when they are not."""
        if asked.asked_by_id and asked.asked_by_id not in self.agreed:
            return ""
        if asked.asked_by_id:
            self.quoted[asked.asked_by_id] = self.agreed[asked.asked_by_id]
        return asked.question

    def who_does(self, action):
        """Who sees to an action, in words; a name only where it may stand."""
        if self.names_nobody and action.owner_id:
            return str(SOMEONE[action.owner.perspective]).capitalize()
        return action.who_on_paper()

    def name_of(self, view):
        """Their name, if it may stand here; whose hands it was, if it was another's."""
        named = view.by_id in self.agreed and self.agreed[view.by_id].name_beside
        return self.who(view) if named or view.hand else ""

    def who(self, view):
        member = self.agreed.get(view.by_id)
        name = member.name_beside if member else ""
        name = name or SOMEONE.get(view.perspective, SOMEONE[None])
        return said_by(str(name), view.hand, easy=self.reader.is_easy, named=False)


def quoting(project, *, since=1):
    """`{person's id: membership}` of those who agreed to be quoted; who left is not named.

    `since` is the first wording of the question that counts.
    """
    consents = Consent.objects.standing().filter(membership__project=project, use=Use.WORDS)
    consents = consents.filter(wording__gte=since)
    found = {}
    for consent in consents.select_related("membership__user").order_by("pk"):
        member = consent.membership
        is_named = member.name_in_summary and member.left_on is None
        member.name_beside = member.user.name if is_named else ""
        found[member.user_id] = member
    return found
