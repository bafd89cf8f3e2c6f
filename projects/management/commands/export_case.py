from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from projects.cases.exporting import as_yaml, case_of
from projects.models import Project


class Command(BaseCommand):
    help = "Tell a project as a case file, which import_case reads. It names nobody of the team."

    def add_arguments(self, parser):
        parser.add_argument("project", type=int, help="its number, as in /projects/7/")
        parser.add_argument("file", type=Path, nargs="?", help="else it is printed")

    def handle(self, *, project, file, **options):
        found = Project.objects.filter(pk=project).first()
        if found is None:
            raise CommandError(_("There is no project %(number)d here.") % {"number": project})
        told = as_yaml(case_of(found))
        if file is None:
            self.stdout.write(told, ending="")
            return
        try:
            file.write_text(told, encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from None
        self.stdout.write(_("Written to %(file)s.") % {"file": file})
