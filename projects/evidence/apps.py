from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "projects.evidence"
    label = "evidence"
