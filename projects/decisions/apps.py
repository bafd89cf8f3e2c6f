from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "projects.decisions"
    label = "decisions"
