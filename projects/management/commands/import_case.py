from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Organisation, User
from projects.cases.importing import HereAlready, import_case
from projects.cases.reading import Refused, read_file
from stages.models import Edition


class Command(BaseCommand):
    help = "Make an example project from a case file. A file with a mistake is refused whole."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--organisation", default="", help="whose project it is; else the first in the case"
        )
        parser.add_argument("--lead", help="the e-mail address of the person who leads it")

    def handle(self, *, file, organisation, lead, **options):
        self.refuse_a_name_too_long(organisation)
        try:
            leader = User.objects.get(email__iexact=lead) if lead else None
            project = import_case(read_file(file), organisation=organisation, lead=leader)
        except User.DoesNotExist:
            raise CommandError(
                _("Nobody here has the address %(lead)s.") % {"lead": lead}
            ) from None
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from None
        except Edition.DoesNotExist as error:
            raise CommandError(error) from None
        except Refused as refused:
            raise CommandError(self.in_words(refused, file)) from None
        except HereAlready as here:
            said = {"case": here.imported.case, "title": here.imported.project.title}
            self.stdout.write(_("%(case)s is here already, as “%(title)s”.") % said)
        else:
            self.stdout.write(_("Imported “%(title)s”.") % {"title": project.title})

    def refuse_a_name_too_long(self, name):
        longest = Organisation._meta.get_field("name").max_length
        if len(name) > longest:
            why = _("The organisation's name is longer than %(most)s characters.")
            raise CommandError(why % {"most": longest})

    def in_words(self, refused, file):
        number = len(refused.problems)
        heading = ngettext(
            "%(file)s was not imported. There is %(number)d problem:",
            "%(file)s was not imported. There are %(number)d problems:",
            number,
        ) % {"file": file.name, "number": number}
        return "\n".join([heading, *(f"  {problem}" for problem in refused.problems)])
