"""What the rules of run charts find, in plain sentences. A chart never says why."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from projects.impact import rules


def what_it_shows(readings, middle, direction, *, has_start, starting):
    """`(sentences, the places of the numbers that the first of them is about)`.

    `has_start`: the middle line is that of the time before the change.
    """
    values = [one.value for one in readings]
    if len(values) < rules.ENOUGH:
        return [too_soon(len(values))], set()
    found = signals(readings, values, middle, direction, has_start)
    shown = found[0][0] if found else set()
    sentences = [words for _places, words in found] or [nothing_unusual()]
    if not has_start:
        sentences.append(about_the_start(starting))
    return sentences, shown


def too_soon(many):
    said = ngettext(
        "Too soon to tell: there is %(num)s number so far, and it takes at least %(enough)s.",
        "Too soon to tell: there are %(num)s numbers so far, and it takes at least %(enough)s.",
        many,
    )
    return said % {"num": many, "enough": in_letters(rules.ENOUGH)}


def nothing_unusual():
    return _("The numbers go up and down as they would by chance. No change can be seen yet.")


def about_the_start(many):
    if not many:
        return _("No number is from before the change, so this looks at all numbers together.")
    said = ngettext(
        "Only %(num)s number is from before the change. With %(enough)s, this would compare with "
        "them; now it looks at all numbers together.",
        "Only %(num)s numbers are from before the change. With %(enough)s, this would compare with "
        "them; now it looks at all numbers together.",
        many,
    )
    return said % {"num": many, "enough": in_letters(rules.ENOUGH)}


def signals(readings, values, middle, direction, has_start):
    """`[(places, sentence)]`: shifts and trends, the newest first; then the number of runs."""
    shifts, trends = rules.shifts(values, middle)[-1:], rules.trends(values)[-1:]
    last = max((run.last for run in rules.runs(values, middle)), default=0)
    turn = max(place for place in range(len(values)) if not place or rules.differs(values, place))
    stretches = [(one, of_shift(one, readings, direction, has_start, last)) for one in shifts]
    stretches += [(one, of_trend(one, readings, direction, turn)) for one in trends]
    stretches.sort(key=lambda pair: -pair[0].last)
    found = [(set(range(one.first, one.last + 1)), words) for one, words in stretches]
    crossing = rules.crossing(values, middle)
    if crossing and not (crossing == "few" and shifts):
        found.append((set(), of_crossing(crossing)))
    return found


def of_shift(stretch, readings, direction, has_start, end):
    """Numbers of before the change are not better than before: only later ones are counted so."""
    here = readings[stretch.first : stretch.last + 1]
    if all(one.is_baseline for one in here):
        return _(
            "Already before the change, from %(first)s to %(last)s, %(num)s in a row were %(how)s. "
            "That is unlikely to be chance."
        ) % about_shift(stretch, readings, direction, than_before=False)
    later = since_the_start(stretch, readings)
    than_before = has_start and later.count >= rules.SHIFT
    about = about_shift(later if than_before else stretch, readings, direction, than_before)
    if stretch.last == end:
        said = _("The last %(num)s are all %(how)s: that is unlikely to be chance.")
    else:
        said = _(
            "From %(first)s to %(last)s, %(num)s in a row were %(how)s: that is unlikely to be "
            "chance. Later ones are not."
        )
    return said % about


def about_shift(stretch, readings, direction, than_before):
    told = {"num": in_letters(stretch.count), **span(stretch, readings)}
    return told | {"how": how(stretch.way, direction, than_before=than_before)}


def since_the_start(stretch, readings):
    """The stretch without the numbers of before the change at its beginning."""
    first, count = stretch.first, stretch.count
    while readings[first].is_baseline:
        first, count = first + 1, count - 1
    return rules.Stretch(first, stretch.last, count, stretch.way)


def how(way, direction, *, than_before):
    """Better, worse, or only higher and lower where nobody said which way is better."""
    better = {"up": 1, "down": -1}.get(direction, 0) * way
    if than_before:
        words = {1: _("better than before"), -1: _("worse than before")}
        return words.get(better) or (_("higher than before") if way > 0 else _("lower than before"))
    words = {
        1: _("on the better side of the middle line"),
        -1: _("on the worse side of the middle line"),
    }
    return words.get(better) or (
        _("above the middle line") if way > 0 else _("below the middle line")
    )


def of_trend(stretch, readings, direction, end):
    better = {"up": 1, "down": -1}.get(direction, 0) * stretch.way
    ways = {1: _("got better and better"), -1: _("got worse and worse")}
    way = ways.get(better) or (_("went up and up") if stretch.way > 0 else _("went down and down"))
    about = {"num": in_letters(stretch.count), "way": way, **span(stretch, readings)}
    if stretch.last == end:
        said = _("The last %(num)s %(way)s: that is unlikely to be chance.")
    else:
        said = _("From %(first)s to %(last)s, %(num)s in a row %(way)s: unlikely to be chance.")
    return said % about


def of_crossing(crossing):
    if crossing == "few":
        return _(
            "The numbers stay on one side of the middle line for longer than chance would make "
            "them. Something may have changed."
        )
    return _(
        "The numbers jump across the middle line more often than chance would make them. Perhaps "
        "two different things are counted together."
    )


def span(stretch, readings):
    return {"first": readings[stretch.first].when, "last": readings[stretch.last].when}


def in_letters(number):
    """Small numbers as words, as they stand in a sentence."""
    small = [
        pgettext("number", "five"), pgettext("number", "six"), pgettext("number", "seven"),
        pgettext("number", "eight"), pgettext("number", "nine"), pgettext("number", "ten"),
    ]  # fmt: skip
    return small[number - 5] if 5 <= number <= 10 else str(number)
