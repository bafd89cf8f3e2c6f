"""Decisions that replaced each other are a line: what was planned for one is done for the next."""

from projects.models import InProjectQuerySet


class InLinesQuerySet(InProjectQuerySet):
    def lines(self):
        """`{decision: [itself, and those it replaced, the newest first]}`, all as numbers.

        In two queries, however long a line is.
        """
        mine = list(self.values_list("pk", "project"))
        others = self.model.objects.filter(project__in={project for _pk, project in mine})
        before = dict(others.exclude(replaces=None).values_list("pk", "replaces"))
        return {pk: list(back_from(pk, before)) for pk, _project in mine}

    def with_actions(self, actions):
        """A list, each with `chain`: of these actions its own, and those of what it replaced.

        What was planned for a decision stays with it, and is still done because of the next one.
        """
        lines, of = self.lines(), {}
        wanted = {pk for line in lines.values() for pk in line}
        for action in actions.filter(decision__in=wanted).order_by("pk"):
            of.setdefault(action.decision_id, []).append(action)
        decisions = list(self)
        for decision in decisions:
            decision.chain = [one for pk in reversed(lines[decision.pk]) for one in of.get(pk, [])]
        return decisions


def back_from(number, before):
    while number is not None:
        yield number
        number = before.get(number)
