from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from stages.file_tree import LARGEST, BadFile
from stages.importing import EditionPublished, import_edition

MOST_SHOWN = 100


class Command(BaseCommand):
    help = "Bring in an edition of the guide from a YAML file: as a draft, or published."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--publish", action="store_true", help="make it the one that new projects begin with"
        )

    def handle(self, *, file, publish, **options):
        try:
            edition, outcome = import_edition(bytes_of(file), publish=publish)
        except BadFile as bad:
            raise CommandError(refusal(file, bad.problems)) from None
        except EditionPublished as standing:
            reason = _("A published edition never changes, and “%(name)s” is published.")
            advice = _("Give the file's edition another name.")
            names = {"name": standing.args[0].name}
            raise CommandError(f"{reason % names} {advice}") from None
        said = _("Edition “%(name)s” %(outcome)s.") % {"name": edition, "outcome": outcome.label}
        is_draft = edition.published_at is None
        standing = _("It is a draft.") if is_draft else _("It is published.")
        self.stdout.write(f"{said} {standing}")


def bytes_of(file):
    """What is in the file, and no more of it than tells that it is too large."""
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as problem:
        reason = _("The file cannot be read: %(problem)s.") % {"problem": problem.strerror}
        raise CommandError(reason) from None


def refusal(file, problems):
    lines = [_("%(file)s has not been brought in.") % {"file": file.name}]
    lines += [str(problem) for problem in problems[:MOST_SHOWN]]
    if len(problems) > MOST_SHOWN:
        lines.append(_("And %(number)s more.") % {"number": len(problems) - MOST_SHOWN})
    return "\n".join(lines)
