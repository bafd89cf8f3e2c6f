"""Many ideas under themes at once, and nothing lost when two people sort at the same time."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_noop, ngettext

from projects.ideas.models.ideas import Idea


@dataclass
class Sorted:
    """What came of sorting: how many ideas moved, and which somebody else had moved already."""

    moved: int
    meanwhile: list
    """Ideas as they are now: each was under another theme than the person was shown."""


class SomeIdeas:
    """Several ideas as the subject of one line of activity."""

    activity_kind = "idea"

    def __init__(self, project, number):
        self.project, self.number = project, number

    def __str__(self):
        return ngettext("%(num)s idea", "%(num)s ideas", self.number) % {"num": self.number}

    def get_absolute_url(self):
        return reverse("ideas:index", args=[self.project.pk])


def sort_under_themes(project, chosen, *, by):
    """Put ideas under themes: `chosen` is `{an idea's number: (where it was, where it should be)}`.

    Both are a theme's number or None. Only what the person moved is written, in one line of
    activity. What someone else moved meanwhile stays where that person put it, and comes back.
    Ideas and themes that are not there any more are left alone.
    """
    wanted = {pk: to for pk, (was, to) in chosen.items() if was != to}
    with project.changing():
        themes = {None, *project.themes.values_list("pk", flat=True)}
        ideas = project.ideas.shown().filter(pk__in=wanted).ready_to_draw()
        moves, meanwhile = {}, []
        for idea in ideas:
            was, to = chosen[idea.pk]
            if idea.theme_id == to:
                continue
            if idea.theme_id != was or to not in themes:
                meanwhile.append(idea)
            else:
                moves.setdefault(to, []).append(idea.pk)
        number = sum(len(those) for those in moves.values())
        if number:
            what = gettext_noop("sorted under themes")
            line = project.record(by, what, SomeIdeas(project, number))
            for theme, those in moves.items():
                Idea.objects.filter(pk__in=those).update(theme=theme, version=line.version)
    return Sorted(number, meanwhile)
