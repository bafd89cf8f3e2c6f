from django.utils.functional import SimpleLazyObject

from accounts.models import Organisation


def brand(request):
    """Context processor: whose page this is, for the header, the colour and the footer.

    The project's organisation inside a project; elsewhere the first of the installation.
    """
    return {"brand": SimpleLazyObject(lambda: of(request))}


def of(request):
    project = getattr(request, "project", None)
    if project is not None:
        return project.organisation
    return Organisation.objects.order_by("pk").first() or Organisation(name="Collab")
