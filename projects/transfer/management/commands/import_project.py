from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Organisation, User
from projects.transfer.archive import Archive
from projects.transfer.importing import InAlready, Refused, import_project
from projects.transfer.models import was_public_elsewhere


class Command(BaseCommand):
    help = "Bring in a project that export_project took out. A file with a mistake is refused."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--organisation", required=True, help="whose project it is here")
        parser.add_argument(
            "--lead", required=True, help="the e-mail address of who takes its first lead's place"
        )

    def handle(self, *, file, organisation, lead, **options):
        try:
            owner = Organisation.objects.get(name=organisation)
            leader = User.objects.get(email__iexact=lead, is_active=True)
            with file.open("rb") as opened:
                project = import_project(Archive(opened), organisation=owner, lead=leader)
        except Organisation.DoesNotExist:
            why = _("There is no organisation called %(name)s here. Add it first.")
            raise CommandError(why % {"name": organisation}) from None
        except User.DoesNotExist:
            why = _("Nobody here has the address %(lead)s.")
            raise CommandError(why % {"lead": lead}) from None
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from None
        except Refused as refused:
            raise CommandError(in_words(refused, file)) from None
        except InAlready as already:
            said = _("It is here already, as “%(title)s”. Nothing was changed.")
            self.stdout.write(said % {"title": already.project.title})
        else:
            said = _("Brought in “%(title)s”, as project %(number)d.")
            self.stdout.write(said % {"title": project.title, "number": project.pk})
            if was_public_elsewhere(project):
                page = reverse("projects:publish", args=[project.pk])
                said = _("Its page was public there. Here a lead has to make it public: %(page)s")
                self.stdout.write(said % {"page": page})


def in_words(refused, file):
    number = len(refused.problems)
    heading = ngettext(
        "%(file)s was not brought in. There is %(number)d problem:",
        "%(file)s was not brought in. There are %(number)d problems:",
        number,
    ) % {"file": file.name, "number": number}
    return "\n".join([heading, *(f"  {problem}" for problem in refused.problems)])
