import os
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from projects.models import Project
from projects.transfer.taking_out import take_out


class Command(BaseCommand):
    help = "Take a whole project out, as one file that import_project reads. It names no member."

    def add_arguments(self, parser):
        parser.add_argument("project", type=int, help="its number, as in /projects/7/")
        parser.add_argument("file", type=Path)

    def handle(self, *, project, file, **options):
        found = Project.objects.filter(pk=project).first()
        if found is None:
            raise CommandError(_("There is no project %(number)d here.") % {"number": project})
        unfinished = file.with_name(f"{file.name}.unfinished")
        try:
            with os.fdopen(os.open(unfinished, FRESH, 0o600), "wb") as target:
                take_out(found, target)
            unfinished.replace(file)
        except OSError as error:
            unfinished.unlink(missing_ok=True)
            raise CommandError(f"{file}: {error.strerror}") from None
        self.stdout.write(_("Written to %(file)s.") % {"file": file})


FRESH = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
