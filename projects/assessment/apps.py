from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    name = "projects.assessment"
    label = "assessment"
