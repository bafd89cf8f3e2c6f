from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from accounts.brand import DEMO_CAST
from projects.cases.demonstration import make_demonstration
from stages.models import Edition


class Command(BaseCommand):
    help = "Make the demonstration: an organisation, its people and a project at every step."

    def handle(self, **options):
        if settings.PRODUCTION:
            raise CommandError(_("The demonstration is not for an installation in use."))
        if Edition.objects.current() is None:
            raise CommandError(_("Import a guide first: manage.py import_guide FILE --publish"))
        if make_demonstration():
            self.stdout.write(_("The demonstration is ready."))
        else:
            self.stdout.write(_("The demonstration is here already; nothing was changed."))
        self.stdout.write(_("Sign in with one of these addresses. The code appears here."))
        for address, who in DEMO_CAST:
            self.stdout.write(f"  {address:28} {who}")
