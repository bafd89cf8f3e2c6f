"""What tests of privacy look through."""

import json

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import models


@pytest.fixture
def everything_kept():
    """`everything_kept()` is all text in all tables, as {"model.field": words}."""

    def all_text():
        found = {}
        for model in apps.get_models(include_auto_created=True):
            for field in model._meta.concrete_fields:
                if isinstance(field, models.CharField | models.TextField | models.JSONField):
                    values = model._default_manager.values_list(field.name, flat=True)
                    words = [json.dumps(v, ensure_ascii=False, default=str) for v in values]
                    found[f"{model._meta.label}.{field.name}"] = "\n".join(words)
        opened = [json.dumps(one.get_decoded()) for one in Session.objects.all()]
        return found | {"sessions, opened": "\n".join(opened)}

    return all_text


@pytest.fixture
def where():
    """`where(kept, marker)` are the fields in which the marker stands."""
    return lambda kept, marker: sorted(name for name, text in kept.items() if marker in text)
