"""The whole thread in a sentence or two: what was said, decided and done, and what shows it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.story.seen import Seen


def map_of(project, seen=None):
    """`{what: how many}`. Ideas and actions are no people, so the numbers may be small."""
    seen = seen or Seen(project)
    shown = project.ideas.shown()
    decisions = seen.may_read(project.decisions.standing().agreed())
    actions = seen.may_read(project.actions.all())
    return {
        "ideas": shown.count(),
        "themes": shown.exclude(theme=None).order_by().values("theme").distinct().count(),
        "decisions": decisions.count(),
        "answering": decisions.exclude(ideas=None).order_by().distinct().count(),
        "actions": actions.count(),
        "done": actions.done().count(),
        "measures": project.measures.filter(actions__in=actions).order_by().distinct().count(),
    }


def in_words(numbers):
    """“40 ideas under 6 themes led to 5 decisions. 8 of 11 actions are done. 2 measures show it.”

    What there is nothing of falls out; of nothing at all there is no sentence.
    """
    return " ".join(one for one in (said(numbers), done(numbers), shown(numbers)) if one)


def said(numbers):
    of = {"ideas": "ideas", "themes": "themes", "decisions": "answering"}
    words = {
        "ideas": ngettext("%(num)s idea", "%(num)s ideas", numbers["ideas"]),
        "themes": ngettext("%(num)s theme", "%(num)s themes", numbers["themes"]),
        "decisions": ngettext("%(num)s decision", "%(num)s decisions", numbers["answering"]),
    }
    about = {name: text % {"num": numbers[of[name]]} for name, text in words.items()}
    if not numbers["ideas"]:
        return decided(numbers)
    if numbers["answering"]:
        led = _("%(ideas)s under %(themes)s led to %(decisions)s.")
        led_bare = _("%(ideas)s led to %(decisions)s.")
        return (led if numbers["themes"] else led_bare) % about
    so_far = _("%(ideas)s under %(themes)s so far.")
    whole = (so_far if numbers["themes"] else _("%(ideas)s so far.")) % about
    return f"{whole} {decided(numbers)}".strip()


def decided(numbers):
    """Decisions that do not say which ideas they answer."""
    words = ngettext(
        "%(num)s decision is made.", "%(num)s decisions are made.", numbers["decisions"]
    )
    return words % {"num": numbers["decisions"]} if numbers["decisions"] else ""


def done(numbers):
    if not numbers["actions"]:
        return ""
    actions = ngettext("%(num)s action", "%(num)s actions", numbers["actions"])
    words = ngettext(
        "%(num)s of %(actions)s is done.", "%(num)s of %(actions)s are done.", numbers["done"]
    )
    return words % {"num": numbers["done"], "actions": actions % {"num": numbers["actions"]}}


def shown(numbers):
    words = ngettext("%(num)s measure shows it.", "%(num)s measures show it.", numbers["measures"])
    return words % {"num": numbers["measures"]} if numbers["measures"] else ""
