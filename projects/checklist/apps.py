from django.apps import AppConfig


class ChecklistConfig(AppConfig):
    name = "projects.checklist"
    label = "checklist"
