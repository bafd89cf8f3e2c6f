from django.conf import settings
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation

DEMO_CAST = (
    ("lead@collab.example", _("leads projects")),
    ("carer@collab.example", _("a carer in the team")),
    ("staff@collab.example", _("a member of staff in the team")),
    ("involvement@collab.example", _("in the involvement team: sees all projects")),
    ("stranger@collab.example", _("belongs to no project")),
    ("admin@collab.example", _("looks after accounts")),
)
"""Who can sign in to the demonstration; `manage.py demonstration` makes them."""


def brand(request):
    """Context processor: whose page this is, for the header, the colour and the footer.

    The project's organisation inside a project, also on its pages for everyone (`on_behalf_of`);
    the one that someone looks after where they do; elsewhere the first of the installation.
    """
    return {
        "brand": SimpleLazyObject(lambda: of(request)),
        "demo_cast": DEMO_CAST if settings.DEMO or settings.DEBUG else (),
    }


def of(request):
    project = getattr(request, "project", None)
    if project is not None:
        return project.organisation
    on_behalf_of = getattr(request, "on_behalf_of", None)
    if on_behalf_of is not None:
        return on_behalf_of
    looked_after = getattr(request, "looked_after", None)
    if looked_after:
        return looked_after[0]
    return Organisation.objects.order_by("pk").first() or Organisation(name="Collab")
