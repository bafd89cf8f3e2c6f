import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from projects.cases.filling import LIGHT, OVERSEER, fill
from stages.models import Edition


class Command(BaseCommand):
    help = "Fill the installation with made-up projects, to measure how fast its pages are."

    def add_arguments(self, parser):
        parser.add_argument("--projects", type=int, default=1000)
        parser.add_argument("--seed", type=int, default=1, help="the same one, the same projects")
        parser.add_argument(
            "--light", action="store_true", help=f"a checklist for one project in {LIGHT} only"
        )

    def handle(self, *, projects, seed, light, **options):
        if settings.PRODUCTION:
            raise CommandError(_("Made-up projects are not for an installation in use."))
        edition = Edition.objects.current()
        if edition is None:
            raise CommandError(_("Import a guide first: manage.py import_guide FILE --publish"))
        started = time.monotonic()
        organisation = fill(edition, projects, seed=seed, light=light, told=self.tell)
        said = {
            "number": organisation.projects.count(),
            "organisation": organisation,
            "seconds": time.monotonic() - started,
            "overseer": OVERSEER,
        }
        words = _("“%(organisation)s” has %(number)d projects, after %(seconds).0f seconds.")
        self.stdout.write(words % said)
        self.stdout.write(_("%(overseer)s sees all of them.") % said)

    def tell(self, number):
        if number % 1000 == 0:
            self.stdout.write(f"  {number}")
