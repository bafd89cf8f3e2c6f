from django.apps import AppConfig


class PartnershipConfig(AppConfig):
    name = "projects.partnership"
    label = "partnership"
