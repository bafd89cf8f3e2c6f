from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "projects.plan"
    label = "plan"
