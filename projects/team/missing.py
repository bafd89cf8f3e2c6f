"""Who is not here yet, in words."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.models import AffectedGroup, Membership
from projects.models.hands import FEW

NAMED = 3
"""How many groups a sentence names; the others have their own lines on the page of groups."""


def who_is_missing(members, groups=()):
    """Who is not here yet, in words, from the members who are here. An empty list is good news.

    `groups` are those whom the change affects, when they should be told of as well.
    """
    counts = counts_of(members)
    service_users = counts[Membership.Perspective.SERVICE_USER]
    carers = counts[Membership.Perspective.CARER]
    gaps = []
    if not service_users:
        gaps.append(_("No service user in the team."))
    if service_users == 1:
        gaps.append(_("Only one service user. One person cannot speak for everyone."))
    if not carers:
        gaps.append(_("No carer in the team."))
    if carers == 1:
        gaps.append(_("Only one carer. One person cannot speak for everyone."))
    if not counts[Membership.Perspective.STAFF]:
        gaps.append(_("No member of staff in the team."))
    if not counts[Membership.Perspective.PARTNER]:
        gaps.append(_("No partner from outside, such as a charity or a community group."))
    leads = [member for member in members if member.role == Membership.Role.LEAD]
    if leads and not any(member.is_lived for member in leads):
        gaps.append(_("No lead with lived experience. One from each side works well."))
    return gaps + groups_in_short(groups)


def counts_of(members):
    counts = dict.fromkeys(Membership.Perspective, 0)
    for member in members:
        counts[Membership.Perspective(member.perspective)] += 1
    return counts


def groups_in_short(groups):
    """One sentence for those who are not here, and one for those of whom we do not know."""
    said = []
    if away := [group for group in groups if group.here == AffectedGroup.Here.NO]:
        said.append(_("Nobody is here yet from: %(groups)s.") % {"groups": named(away)})
    if unknown := [group for group in groups if group.here == AffectedGroup.Here.UNKNOWN]:
        words = _("We do not know yet whether someone is here from: %(groups)s.")
        said.append(words % {"groups": named(unknown)})
    return said


def named(groups):
    """“Young carers, Night staff and 2 more”."""
    names = [str(group) for group in groups[:NAMED]]
    if more := len(groups) - len(names):
        names.append(ngettext("%(num)s more", "%(num)s more", more) % {"num": more})
    return get_text_list(names, _("and"))


def gaps_of(groups):
    """A line for each group that is not here or was not heard: `[(group, [sentences])]`."""
    gaps = [(group, sentences_about(group)) for group in groups]
    return [(group, said) for group, said in gaps if said]


def sentences_about(group):
    said = []
    if group.here == AffectedGroup.Here.NO:
        said.append(_("Nobody of this group is in the team yet."))
    elif group.here == AffectedGroup.Here.UNKNOWN:
        said.append(_("We do not know yet whether someone of this group is in the team."))
    if not group.heard:
        said.append(_("Nobody has written down yet that we heard from them."))
    if said and group.ask:
        said.append(_("Who could ask them: %(who)s") % {"who": " ".join(group.ask.split())})
    return said


def people_in_words(members):
    """“6 members of staff; fewer than 5 carers”: it may be printed, so small numbers stay unsaid.

    The one place where people are counted by what they bring, on pages and on paper.
    """
    found = {perspective: num for perspective, num in counts_of(members).items() if num}
    said = [
        _("%(num)s %(people)s") % {"num": num, "people": PEOPLE[perspective]()}
        for perspective, num in found.items()
        if num >= FEW
    ]
    few = [PEOPLE[perspective]() for perspective, num in found.items() if num < FEW]
    if few:
        words = (
            _("fewer than %(num)s %(people)s")
            if len(few) == 1
            else _("fewer than %(num)s each of %(people)s")
        )
        said.append(words % {"num": FEW, "people": get_text_list(few, _("and"))})
    return "; ".join(said)


PEOPLE = {
    Membership.Perspective.SERVICE_USER: lambda: _("service users"),
    Membership.Perspective.CARER: lambda: _("carers"),
    Membership.Perspective.STAFF: lambda: _("members of staff"),
    Membership.Perspective.PARTNER: lambda: _("partners"),
}
