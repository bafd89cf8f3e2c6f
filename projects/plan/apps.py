from importlib import import_module

from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "projects.plan"
    label = "plan"

    def ready(self):
        """Its days join the calendar of each member."""
        import_module("projects.plan.calendar")
