"""Signed out while writing: what was typed waits until the person has signed in again."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

KEY = "typed"
KEPT_FOR = timedelta(minutes=30)
"""A shared computer: what one person typed must not wait for the next one for long."""


def sign_in_first(request):
    """To the sign-in page, as a whole page for htmx too, with nothing typed lost.

    After signing in they come back to where they were; a form that was sent meanwhile waits
    for them at `accounts:typed`.
    """
    if request.htmx:
        current = urlsplit(request.htmx.current_url or "").path or "/projects/"
        response = HttpResponse(status=204)
        response.headers["HX-Redirect"] = redirect_to_login(current).url
        return response
    if request.method == "POST":
        keep(request)
        return redirect_to_login(reverse("accounts:typed"))
    return redirect_to_login(request.get_full_path())


def keep(request):
    fields = {name: request.POST.getlist(name) for name in request.POST}
    fields.pop("csrfmiddlewaretoken", None)
    at = timezone.now().isoformat()
    request.session[KEY] = {"to": request.path, "fields": fields, "at": at}


def kept(request):
    """`{"to": address, "fields": {name: values}}` of the form that waits, or None."""
    waiting = request.session.get(KEY)
    if not waiting or timezone.now() - datetime.fromisoformat(waiting["at"]) > KEPT_FOR:
        return None
    is_ours = url_has_allowed_host_and_scheme(waiting["to"], allowed_hosts=None)
    return waiting if is_ours else None


def forget(request):
    request.session.pop(KEY, None)
