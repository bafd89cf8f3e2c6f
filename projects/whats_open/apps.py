from django.apps import AppConfig


class WhatsOpenConfig(AppConfig):
    name = "projects.whats_open"
    label = "whats_open"
