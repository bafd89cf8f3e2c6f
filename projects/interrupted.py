"""Signed out while writing: what was typed waits until the person has signed in again."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from allauth.core import ratelimit
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from projects.models import Project

KEY = "typed"
KEPT_FOR = timedelta(minutes=30)
"""A shared computer: what one person typed must not wait for the next one for long."""
KEPT_LETTERS = 60_000


def sign_in_first(request, *, keeping=True):
    """To the sign-in page, as a whole page for htmx too, with nothing typed lost.

    After signing in they come back to where they were; a form that was sent meanwhile waits
    for them at `projects:typed`.
    """
    if request.htmx:
        current = urlsplit(request.htmx.current_url or "").path or "/projects/"
        response = HttpResponse(status=204)
        response.headers["HX-Redirect"] = redirect_to_login(current).url
        return response
    if request.method == "POST" and keeping:
        keep(request)
        return redirect_to_login(reverse("projects:typed"))
    return redirect_to_login(request.get_full_path())


def keep(request, *, is_signed_in=False):
    """In the session, unless it is more than people write: sessions are not a store."""
    if not is_signed_in and not ratelimit.consume(request, action="keep_typed"):
        return
    fields = fields_in(request)
    if sum(len(value) for values in fields.values() for value in values) > KEPT_LETTERS:
        return
    project_id = request.resolver_match.kwargs["project_id"]
    at = timezone.now().isoformat()
    request.session[KEY] = {"to": request.path, "in": project_id, "fields": fields, "at": at}
    if not is_signed_in:
        request.session.set_expiry(KEPT_FOR)


def kept(request):
    """`{"to": address, "fields": {name: values}}` of the form that waits, or None.

    Only for someone who may write in that project: whoever typed it was, and the next person at
    a shared computer most likely is not.
    """
    waiting = request.session.get(KEY)
    if not waiting or timezone.now() - datetime.fromisoformat(waiting["at"]) > KEPT_FOR:
        return None
    may_write = Project.objects.of_writer(request.user).filter(pk=waiting["in"])
    return waiting if may_write.exists() else None


def forget(request):
    """It has been sent to where it was going, or let go."""
    waiting = request.session.get(KEY)
    if waiting and request.path in (waiting["to"], reverse("projects:typed")):
        del request.session[KEY]


def fields_in(request):
    """`{name: values}` of the form that was sent, so that it can be sent again."""
    fields = {name: request.POST.getlist(name) for name in request.POST}
    fields.pop("csrfmiddlewaretoken", None)
    return fields


def texts_in(request):
    """What the person wrote, so that a page that refuses it can give it back."""
    texts = [(name, value) for name, value in request.POST.items() if name != "csrfmiddlewaretoken"]
    return [value for name, value in texts if len(value) > 20]
