from django.apps import AppConfig


class TransferConfig(AppConfig):
    name = "projects.transfer"
    label = "transfer"
