from django.core.management.base import BaseCommand

from accounts.models import Organisation
from privacy.retention.due import destroy_by_itself, rows_due
from privacy.retention.meetings import forget_whom_to_call
from privacy.retention.rules import rules_of
from projects.files.models import sweep
from projects.partnership.models import CheckIn


class Command(BaseCommand):
    help = (
        "Lists what has come to its time, for a person to look at; destroys only what needs "
        "nobody to look first: ended sign-ins, used codes, the words of sent messages. Closes "
        "check-ins whose last day is over, and forgets whom to call on a day that is over. Run "
        "it once a day."
    )

    def add_arguments(self, parser):
        parser.add_argument("--only-look", action="store_true", help="destroy nothing")

    def handle(self, only_look=False, **options):
        for organisation in Organisation.objects.order_by("pk"):
            gone = {} if only_look else destroy_by_itself(organisation)
            for rule in rules_of(organisation):
                if rule.by_itself:
                    if number := gone.get(rule.kind):
                        self.say(organisation, rule, f"{number} destroyed")
                elif number := rows_due(organisation, rule).count():
                    self.say(organisation, rule, f"{number} to look at")
        if not only_look and (number := CheckIn.objects.settle()):
            self.stdout.write(f"Check-ins whose last day is over: {number} closed")
        if not only_look and (number := forget_whom_to_call()):
            self.stdout.write(f"Meetings that are over: whom to call forgotten of {number}")
        if not only_look and (number := sweep()):
            self.stdout.write(f"Contents of files that belong to nothing: {number} destroyed")

    def say(self, organisation, rule, what):
        """Numbers only: a log is no place for names."""
        self.stdout.write(f"{organisation}: {rule.title}: {what}")
