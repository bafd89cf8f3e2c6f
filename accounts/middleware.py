from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from accounts import second_factor

LET_THROUGH = {
    "accounts:second_step",
    "accounts:display",
    "account_logout",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "privacy:index",
    "privacy:cookies",
    "privacy:accessibility",
    "privacy:complaints",
    "healthz",
}
"""What someone needs who has yet to give their second step, and what everyone may read about us.

Everything else waits for it.
"""


class SecondFactorMiddleware:
    """People who look after others reach nothing before their second step."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.resolver_match.view_name in LET_THROUGH:
            return None
        if not request.user.is_authenticated or not second_factor.is_missing(request):
            return None
        return to_second_step(request)


def to_second_step(request):
    """The plain page; afterwards back to where they were going. A whole page for htmx too."""
    address = reverse("accounts:second_step")
    if request.htmx:
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    if request.method == "GET":
        address += "?" + urlencode({"next": request.get_full_path()})
    return redirect(address)
