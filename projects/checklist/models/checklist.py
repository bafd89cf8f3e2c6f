"""A checklist as a whole: how it is laid out, what of it is open, how far it is."""

from collections import Counter

from django.db import models
from django.db.models import Count

from projects.checklist.models.answers import Answer
from projects.checklist.models.other_views import OtherView
from projects.models import Hand, Project

NO_PROGRESS = {"kept": 0, "needed": 0, "done": 0, "answered": 0}


class ChecklistItemQuerySet(models.QuerySet):
    def lay_out(self, project):
        """Copy the items of the project's edition: a later edition never rewrites an answer."""
        items = [
            self.model(
                project=project,
                stage=item.stage,
                key=item.key,
                guide_item=item,
                wording=item.wording,
                help=item.help,
                easy=item.easy,
                audience=item.audience,
                weight=item.weight,
                position=item.position,
                version=project.version,
            )
            for item in project.edition.checklist.all()
        ]
        self.bulk_create(items)
        project.items_needed = len(items)
        Project.objects.filter(pk=project.pk).update(items_needed=len(items))
        return items

    def kept(self):
        """Those the team has not left out."""
        return self.filter(left_out=False)

    def needed(self):
        """Those that count: not left out, and not answered *not needed*."""
        return self.kept().exclude(value=Answer.NOT_NEEDED)

    def done(self):
        return self.kept().filter(value=Answer.DONE)

    def changed_since(self, version):
        return self.filter(version__gt=version)

    def still_open(self):
        """Those that wait for somebody, soonest date first."""
        waiting = self.kept().filter(value__in=[Answer.NONE, Answer.PARTLY, Answer.NOT_YET])
        return waiting.order_by(models.F("due_on").asc(nulls_last=True), "position")

    def given_to(self, user):
        """What this person said they would look at and is not done."""
        return self.still_open().filter(given_to__user=user, given_to__left_on__isnull=True)

    def progress(self):
        """`{(project_id, stage): NO_PROGRESS with its figures}`, in one query."""
        rows = self.kept().order_by().values_list("project_id", "stage", "value")
        found = {}
        for project, stage, value, number in rows.annotate(number=Count("pk")):
            figures = found.setdefault((project, stage), Counter(NO_PROGRESS))
            figures["kept"] += number
            figures["needed"] += number * (value != Answer.NOT_NEEDED)
            figures["done"] += number * (value == Answer.DONE)
            figures["answered"] += number * (value != Answer.NONE)
        return found

    def ready_to_draw(self):
        """A list with everything `_item.html` shows, in a fixed number of queries.

        Not the project: who draws an item has it already.
        """
        views = OtherView.objects.with_perspectives()
        hands = Hand.objects.with_people()
        return self.select_related(
            "answered_by", "note_by", "given_to__user", "guide_item"
        ).prefetch_related(
            models.Prefetch("views", views, to_attr="other_views"),
            models.Prefetch("answered_hand", hands),
            models.Prefetch("note_hand", hands),
        )
