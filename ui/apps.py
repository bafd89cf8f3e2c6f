from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "ui"

    def ready(self):
        from ui import pdf  # noqa: F401, registers its system check
