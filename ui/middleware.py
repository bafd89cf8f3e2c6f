from django.http import HttpResponse, HttpResponseNotAllowed
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render
from django.urls import reverse

from ui.secret_addresses import secrets_in


class CompressedPagesMiddleware(GZipMiddleware):
    """A page takes a tenth of its size over the line. Documents are compressed as they are."""

    def process_response(self, request, response):
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            return response
        return super().process_response(request, response)


class PrivatePagesMiddleware:
    """What every answer says of itself: no page of ours needs a device, and none is left behind.

    What someone saw while signed in must not come back for the next person at the same computer:
    browsers keep no copy of it, and drop what they have when someone signs out. Nor do they keep
    or pass on an address that lets someone in.
    """

    POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", self.POLICY)
        session = getattr(request, "session", None)
        if session is not None and session.accessed and request.user.is_authenticated:
            response.headers["Cache-Control"] = "private, no-store"
        if secrets_in(request.resolver_match):
            response.headers["Cache-Control"] = "private, no-store"
            response.headers["X-Robots-Tag"] = "noindex"
        if request.method == "POST" and request.path == reverse("account_logout"):
            response.headers["Clear-Site-Data"] = '"cache"'
        return response


class PlainMethodsMiddleware:
    """Pages are asked for and forms are sent; other ways of asking have no answer here.

    OPTIONS is answered alike at every address, with no content. Whoever opens an address that
    only takes what a form sends sees a plain page with a way back.
    """

    METHODS = ("GET", "HEAD", "OPTIONS", "POST")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers={"Allow": ", ".join(self.METHODS)})
        if request.method not in self.METHODS:
            return HttpResponseNotAllowed(self.METHODS)
        response = self.get_response(request)
        if response.status_code == 405 and not response.content:
            page = render(request, "405.html", {}, status=405)
            page.headers["Allow"] = response.headers["Allow"]
            return page
        return response
