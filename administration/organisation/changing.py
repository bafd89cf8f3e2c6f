"""Adding an organisation and changing what it says of itself."""

from django.db import transaction
from django.utils.translation import gettext_noop

from accounts.models import Organisation
from administration.models import Act


@transaction.atomic
def start(*, by, **details):
    """A new organisation, with nobody on its lists yet."""
    organisation = Organisation.objects.create(**details)
    Act.note_down(by, gettext_noop("added the organisation"), organisation=organisation)
    return organisation


@transaction.atomic
def change(organisation, *, by, **details):
    """Change its name, colour or contacts. The same again changes nothing and records nothing."""
    now = Organisation.objects.select_for_update().get(pk=organisation.pk)
    changed = [name for name in details if getattr(now, name) != details[name]]
    if not changed:
        return
    for name in changed:
        setattr(now, name, details[name])
    now.save(update_fields=changed)
    labels = [str(Organisation._meta.get_field(name).verbose_name) for name in changed]
    what = gettext_noop("changed what stands about the organisation")
    Act.note_down(by, what, organisation=now, note=", ".join(labels))
