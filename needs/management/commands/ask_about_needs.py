from django.core.management.base import BaseCommand

from needs.models import Need


class Command(BaseCommand):
    help = (
        "Asks people whose needs were told a year ago whether they are still right. Run it daily."
    )

    def handle(self, **options):
        due = Need.objects.to_look_at().filter(asked_at=None)
        asked = 0
        for need in due.select_related("person").iterator():
            need.ask_again()
            asked += 1
        self.stdout.write(f"Asked about {asked}.")
