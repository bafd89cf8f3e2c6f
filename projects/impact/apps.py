from django.apps import AppConfig


class ImpactConfig(AppConfig):
    name = "projects.impact"
    label = "impact"
