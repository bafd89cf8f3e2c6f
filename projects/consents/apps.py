from django.apps import AppConfig


class ConsentsConfig(AppConfig):
    name = "projects.consents"
    label = "consents"
