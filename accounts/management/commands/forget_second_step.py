from django.core.management.base import BaseCommand, CommandError

from accounts import second_factor
from accounts.models import User


class Command(BaseCommand):
    help = (
        "Someone has lost their phone and their recovery codes: take their second step away and "
        "sign them out everywhere. First make sure that it is them who ask."
    )

    def add_arguments(self, parser):
        parser.add_argument("email")

    def handle(self, *args, email, **options):
        person = User.objects.filter(email__iexact=email).first()
        if person is None:
            raise CommandError("Nobody has this e-mail address.")
        second_factor.forget(person)
        self.stdout.write("Done. They set up a new second step when they next sign in.")
