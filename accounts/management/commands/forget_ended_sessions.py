from django.core.management import call_command
from django.core.management.base import BaseCommand

from accounts import sessions


class Command(BaseCommand):
    help = "Drop what is kept of sessions that are over. Run it once a day."

    def handle(self, *args, **options):
        call_command("clearsessions")
        self.stdout.write(f"Forgotten: {sessions.forget_ended()}")
