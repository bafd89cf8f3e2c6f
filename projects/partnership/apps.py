from importlib import import_module

from django.apps import AppConfig


class PartnershipConfig(AppConfig):
    name = "projects.partnership"
    label = "partnership"

    def ready(self):
        """Its days join the calendar of each member."""
        import_module("projects.partnership.calendar")
