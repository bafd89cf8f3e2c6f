"""How long each kind of record is kept: an organisation's own choice, else what we suggest."""

from calendar import monthrange
from dataclasses import dataclass, replace

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.models import Organisation
from privacy.models import Kind, RetentionClass

ASK = _("This is a suggestion. Ask whoever looks after records in your organisation.")


@dataclass(frozen=True)
class Rule:
    kind: str
    after: str | Promise
    """The event from which the time runs, as it follows “… after”."""
    months: int
    why: str | Promise
    by_itself: bool = False
    """Short-lived things of the machinery: nobody has to look before they are destroyed."""
    whole_installation: bool = False
    """It belongs to no organisation: whoever runs the website has the say, in the first one."""
    least: int = 0
    """Nobody may choose fewer months: it would take away what others rely on."""
    most: int | None = None
    """Nobody may choose more months: it is promised elsewhere."""
    is_own: bool = False

    @property
    def title(self):
        return Kind(self.kind).label

    @property
    def how_long(self):
        return months_in_words(self.months)

    def ended_before(self, now=None):
        """What ended before this moment has come to its time."""
        return months_before(now or timezone.now(), self.months)


SUGGESTED = {
    rule.kind: rule
    for rule in (
        Rule(
            Kind.CLOSED_PROJECTS,
            _("the project was closed and nothing more happened in it"),
            72,
            ASK,
        ),
        Rule(
            Kind.PEOPLE,
            _("they left their last project and last signed in"),
            24,
            _("We keep facts about a person only while they take part, and a while longer."),
            least=6,
        ),
        Rule(
            Kind.ANOTHER_WAY,
            _("the request was answered"),
            12,
            _("We report each year how well we answered. Then nobody needs the request."),
        ),
        Rule(
            Kind.CLAIMS,
            _("the claim was paid, or could not be paid"),
            12,
            _("People may ask for a year what became of it. Those who pay keep their own records."),
        ),
        Rule(
            Kind.INVITATIONS,
            _("the invitation ran out"),
            3,
            _("Someone who did not answer has not agreed that we keep their name."),
        ),
        Rule(
            Kind.REFUSALS,
            _("someone said no to an invitation"),
            1,
            _("The team has had time to read it. The invitation says so."),
            by_itself=True,
            most=1,
        ),
        Rule(
            Kind.HELPERS,
            _("someone was asked to help a member"),
            2,
            _("Someone who did not answer has not agreed that we keep their address."),
            by_itself=True,
        ),
        Rule(
            Kind.JOIN_REQUESTS,
            _("someone asked to join"),
            6,
            _("Nobody needs to know for longer who asked."),
        ),
        Rule(
            Kind.REFUSED_IDEAS,
            _("someone said why it is not taken in"),
            6,
            _("So long can whoever gave it read why. Then nobody needs the words."),
            by_itself=True,
            least=1,
        ),
        Rule(
            Kind.IDEA_CONTACTS,
            _("the idea was given"),
            24,
            _("By then they have heard what became of it. The idea stays, and so does its code."),
            by_itself=True,
        ),
        Rule(
            Kind.CONTACT_WISHES,
            _("someone asked, beside a check-in, to be contacted"),
            3,
            _("By then someone has been in touch, or it is too late. No answer is joined to it."),
            by_itself=True,
        ),
        Rule(
            Kind.FOLLOWERS,
            _("someone did not say yes to following, or the project was closed"),
            1,
            _("Nothing more is sent to them, so nobody needs the address."),
            by_itself=True,
        ),
        Rule(
            Kind.ASKERS,
            _("the question was asked"),
            12,
            _("By then they have an answer. The question stays, and so does its code."),
            by_itself=True,
        ),
        Rule(
            Kind.PROPOSALS,
            _("a big idea was answered"),
            6,
            _("By then they have our answer, and their code still shows it."),
            by_itself=True,
        ),
        Rule(
            Kind.PRIVATE_READS,
            _("someone looked"),
            24,
            _("So that a person can ask later who looked at what is private to them."),
            whole_installation=True,
            least=24,
        ),
        Rule(
            Kind.DESTROYED,
            _("it was destroyed"),
            72,
            _("So that we can show what we destroyed and when. It names nobody."),
            least=24,
        ),
        Rule(
            Kind.MESSAGES,
            _("the message was sent"),
            3,
            _("Its words may be private. That it was sent stays known."),
            by_itself=True,
            whole_installation=True,
        ),
        Rule(
            Kind.SESSIONS,
            _("the sign-in ended"),
            0,
            _("Nobody needs it any more."),
            by_itself=True,
            whole_installation=True,
        ),
        Rule(
            Kind.CODES,
            _("the code was used up, or its person left the team"),
            0,
            _("It opens nothing any more."),
            by_itself=True,
            whole_installation=True,
        ),
    )
}


def rules_of(organisation):
    """The rules in force there, in order. An organisation that is not saved has the suggested."""
    chosen = RetentionClass.objects.filter(organisation=organisation.pk)
    first = RetentionClass.objects.filter(organisation=first_organisation())
    own, everywhere = ({row.kind: row for row in rows} for rows in (chosen, first))
    return [
        in_force(rule, (everywhere if rule.whole_installation else own).get(rule.kind))
        for rule in SUGGESTED.values()
    ]


def first_organisation():
    """The one in whose name the whole installation is looked after; None where there is none."""
    return Organisation.objects.order_by("pk").first()


def rule_of(organisation, kind):
    rule = SUGGESTED[kind]
    whose = first_organisation() if rule.whole_installation else organisation
    return in_force(rule, RetentionClass.objects.filter(organisation=whose, kind=kind).first())


def may_decide(user, organisation, rule):
    """Whether this administrator may change the time and destroy what has come to it."""
    if not rule.whole_installation:
        return True
    return user.is_superuser and organisation == first_organisation()


def in_force(rule, own):
    """What the organisation chose, and never less than the least or more than the most."""
    if own is None:
        return rule
    months = max(own.months, rule.least)
    if rule.most is not None:
        months = min(months, rule.most)
    return replace(rule, months=months, why=own.basis, is_own=True)


def months_before(moment, months):
    """The same day so many months earlier; the last day of a shorter month."""
    count = moment.year * 12 + moment.month - 1 - months
    year, month = divmod(count, 12)
    day = min(moment.day, monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)


def months_in_words(months):
    """72 is “6 years”, 3 is “3 months”, 0 is “at once”."""
    if not months:
        return _("at once")
    if months % 12 == 0:
        years = months // 12
        return ngettext("%(num)s year", "%(num)s years", years) % {"num": years}
    return ngettext("%(num)s month", "%(num)s months", months) % {"num": months}
