from django.apps import AppConfig


class StagesConfig(AppConfig):
    name = "stages"

    def ready(self):
        from stages import converters  # noqa: F401, registers `<stage:…>` once models are loaded
