from django.urls import register_converter

from stages.models import Stage


class StageConverter:
    """One of the nine stages in an address: `gather-ideas`. Anything else is a 404."""

    regex = "|".join(Stage.values)

    def to_python(self, value):
        return Stage(value)

    def to_url(self, value):
        return str(Stage(value).value)


register_converter(StageConverter, "stage")
