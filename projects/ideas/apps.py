from django.apps import AppConfig


class IdeasConfig(AppConfig):
    name = "projects.ideas"
    label = "ideas"
