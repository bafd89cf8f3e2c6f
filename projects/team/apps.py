from django.apps import AppConfig


class TeamConfig(AppConfig):
    name = "projects.team"
    label = "team"
