"""What people are told about the plan."""

from django.utils.translation import gettext as _

from projects.ideas.emails import hear
from projects.telling import team_of, tell
from stages.models import Sharing
from ui.dates import as_people_write
from ui.jinja import day

# Actions


def given(action, *, by):
    """To its owner, at once: it is asked of them. Not when they took it on themselves."""
    if action.owner is None or action.owner.user == by:
        return
    tell(
        action.project,
        [action.owner.user],
        subject=_("Something to do for your team"),
        text=[_("You are asked to see to this:"), *in_words(action)],
        url=action.get_absolute_url(),
        about=action,
        at_once=True,
    )


def changed(action, before, *, by, because):
    """The new owner at once, and the one before; its owner and the whole team of another day."""
    if action.owner_id != before.owner_id:
        given(action, by=by)
        handed_over(action, before, by=by)
    if before.due and action.due != before.due:
        subject, said = _("Something has another day"), in_words(action)
        said.append(_("It was planned for: %(day)s") % {"day": as_people_write(before.due)})
        said.append(because and _("Why: %(because)s") % {"because": because})
        told = the_owner(action, subject, said, by=by) if same_owner(action, before) else set()
        the_rest(action, subject, said, by=by, told=told)


def same_owner(action, before):
    return action.owner_id == before.owner_id


def handed_over(action, before, *, by):
    if before.owner and before.owner.user != by and before.owner.left_on is None:
        tell(
            action.project,
            [before.owner.user],
            subject=_("Something is not yours to do any more"),
            text=[_("You do not have to see to this any more:"), action.what],
            url=action.get_absolute_url(),
            about=action,
            at_once=True,
        )


def done(action, *, by):
    behind(action, _("Something is done"), [_("This is done now: %(what)s") % {"what": action}], by)


def taken_up_again(action, *, by):
    """Those who heard that it is done, or will not be done, hear that it is to be done again."""
    said = [_("This is to be done again: %(what)s") % {"what": action}]
    behind(action, _("Something is taken up again"), said, by)


def stopped(action, *, by):
    subject = _("Something will not be done")
    said = [_("This will not be done: %(what)s") % {"what": action}]
    said.append(_("Why: %(because)s") % {"because": action.because})
    told = behind(action, subject, said, by)
    told |= the_owner(action, subject, said, by=by, told=told)
    the_rest(action, subject, said, by=by, told=told)


def the_owner(action, subject, text, *, by, told=()):
    """At once, to the member who sees to it; the set of whom it told."""
    owner = action.owner
    if owner is None or owner.left_on or owner.user == by or owner.user in told:
        return set()
    url = action.get_absolute_url()
    people = [owner.user]
    tell(action.project, people, subject=subject, text=text, url=url, about=action, at_once=True)
    return {owner.user}


def behind(thing, subject, text, by):
    """To everyone behind an idea that its decision answers: their thread has moved.

    Outside the team only of what may leave it, and so may the decision.
    """
    if thing.decision is None:
        return set()
    ideas = thing.decision.ideas.all()
    what = {"subject": subject, "text": text, "url": thing.get_absolute_url(), "about": thing}
    stays = Sharing.PRIVATE in (thing.sharing, thing.decision.sharing)
    return set(hear(ideas, by=by, outside=[] if stays else None, **what))


def the_rest(thing, subject, text, *, by, told=()):
    """To the team, without those who know by now."""
    people = [person for person in team_of(thing.project, but=by) if person not in told]
    url = thing.get_absolute_url()
    tell(thing.project, people, subject=subject, text=text, url=url, about=thing)


def in_words(action):
    return [
        action.what,
        action.due and _("By when: %(day)s") % {"day": as_people_write(action.due)},
        action.note,
    ]


# The aim, and changes of plan


def aimed(aim, before, *, by):
    said = [aim.better, *(f"{name}: {words}" for name, words in aim.in_words())]
    if before:
        said.append(_("Why it is another aim now: %(because)s") % {"because": aim.because})
        said.append(_("It was: %(before)s") % {"before": before.better})
    the_rest(aim, _("The aim has changed") if before else _("The aim of the project"), said, by=by)


def replanned(change, *, by):
    """Everyone behind an idea that it touches first, then the rest of the team."""
    subject = _("The plan changes")
    said = [
        f"{change.get_kind_display()}.",
        change.what,
        _("Why: %(because)s") % {"because": change.because},
        _("What happens next: %(next)s") % {"next": change.next_step},
    ]
    decisions = list(change.decisions.prefetch_related("ideas"))
    ideas = ideas_of(decisions)
    outside = ideas_of(one for one in decisions if not one.is_private)
    if change.sharing == Sharing.PRIVATE:
        outside = set()
    what = {"subject": subject, "text": said, "url": change.get_absolute_url(), "about": change}
    told = hear(ideas, by=by, outside=outside, **what)
    the_rest(change, subject, said, by=by, told=told)


def ideas_of(decisions):
    return {idea for decision in decisions for idea in decision.ideas.all()}


# Small tests


def tried(test, *, by):
    cycle = test.cycle
    said = [
        test.name,
        cycle.plan,
        _("What we think will happen: %(prediction)s") % {"prediction": cycle.prediction},
        test.stop_if and _("What would make us stop: %(what)s") % {"what": test.stop_if},
        test.look_on and _("We look at it again on %(day)s.") % {"day": day(test.look_on)},
    ]
    the_rest(test, _("Something is tried in a small way"), said, by=by)


def chosen(test, cycle, *, by):
    subject = _("What we do with what we tried")
    said = [
        test.name,
        cycle.get_choice_display(),
        cycle.saw and _("What we saw: %(saw)s") % {"saw": cycle.saw},
        _("What comes next: %(next)s") % {"next": cycle.next_step},
    ]
    told = behind(test, subject, said, by)
    the_rest(test, subject, said, by=by, told=told)


# Approvals


def answered(approval, *, by):
    said = [
        str(approval),
        approval.get_state_display(),
        approval.because and _("Why: %(because)s") % {"because": approval.because},
    ]
    the_rest(approval, _("An answer about an approval"), said, by=by)
