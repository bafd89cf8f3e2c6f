"""The guide that a project stands on: the edition that is here already, or the one it brought."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from projects.transfer.reading import Refused
from projects.transfer.rules import EDITION, GUIDE, NOT_OF_THE_GUIDE, model_of
from projects.transfer.values import Wrong, taken
from stages.models import Edition

SHORT = 8


def guide_for(guide):
    """The rows here: {label: {number in the file: row}}."""
    if len(guide[EDITION]) != 1:
        raise Refused([_("guide: there has to be one edition of the guide")])
    said = values_of(EDITION, guide[EDITION][0], "guide.stages.Edition[0]")
    edition = Edition.objects.filter(digest=said["digest"]).first()
    if edition:
        return rows_here(edition, guide)
    return bring_in(said, guide)


def bring_in(said, guide):
    """As published before the one that is current here: new projects go on with that."""
    current = Edition.objects.current()
    moment = current.published_at - timedelta(seconds=1) if current else timezone.now()
    if Edition.objects.filter(name=said["name"]).exists():
        most = Edition._meta.get_field("name").max_length - SHORT - 1
        said["name"] = f"{said['name'][:most]} {said['digest'][:SHORT]}"
    edition = Edition.objects.create(**said, published_at=moment)
    rows = {EDITION: {1: edition}}
    for label in GUIDE:
        if label != EDITION:
            model = model_of(label)
            texts = [
                model(edition=edition, **values_of(label, row, f"guide.{label}[{number}]"))
                for number, row in enumerate(guide[label])
            ]
            rows[label] = dict(enumerate(model.objects.bulk_create(texts), start=1))
    return rows


def rows_here(edition, guide):
    """The rows of an edition that is here already, found by what never changes in them."""
    rows = {EDITION: {1: edition}}
    for label, known_by in GUIDE.items():
        if label == EDITION:
            continue
        mine = model_of(label).objects.filter(edition=edition)
        here = {tuple(getattr(row, name) for name in known_by): row for row in mine}
        rows[label] = {}
        for number, row in enumerate(guide[label], start=1):
            if found := here.get(tuple(str_or_number(row.get(name)) for name in known_by)):
                rows[label][number] = found
    return rows


def str_or_number(value):
    return value if isinstance(value, str | int) else str(value)


def values_of(label, said, path):
    """The values of a row of the guide. Raises Refused."""
    columns = {
        one.name: one
        for one in model_of(label)._meta.concrete_fields
        if not one.primary_key and not one.related_model and one.name not in NOT_OF_THE_GUIDE
    }
    if set(said) != set(columns):
        raise Refused([_("%(path)s: these are not the fields it has") % {"path": path}])
    found = {}
    for name, column in columns.items():
        try:
            found[name] = taken(column, said[name])
        except Wrong as wrong:
            raise Refused([f"{path}.{name}: {wrong}"]) from None
    return found
