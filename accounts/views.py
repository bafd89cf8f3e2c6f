from dataclasses import asdict

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from accounts.forms import AccountForm, DisplayForm
from ui.display import COOKIE, COOKIE_AGE, Display


@login_required
def index(request):
    """Your account: the name people here call you, and how you like to see pages."""
    user = request.user
    opened = {"name": user.name, **asdict(Display.of(request))}
    form = AccountForm(request.POST or None, initial=opened)
    if form.is_valid():
        user.change(**form.cleaned_data)
        messages.success(request, _("Saved"))
        return redirect(user)
    return render(request, "accounts/index.html", {"form": form})


def display(request):
    """Wording, text size and contrast, for people with and without an account."""
    form = DisplayForm(request.POST or None, initial=asdict(Display.of(request)))
    back_to = safe_address(request, request.POST.get("next") or request.GET.get("next"))
    if not form.is_valid():
        return render(request, "accounts/display.html", {"form": form, "next": back_to})
    if request.user.is_authenticated:
        request.user.change(**form.cleaned_data)
    response = redirect(back_to)
    chosen = Display(**form.cleaned_data).as_cookie()
    response.set_cookie(
        COOKIE, chosen, COOKIE_AGE, secure=request.is_secure(), httponly=True, samesite="Lax"
    )
    return response


def safe_address(request, address):
    """An address of this site, or the front door: a link must not send people elsewhere."""
    is_ours = url_has_allowed_host_and_scheme(
        address or "", {request.get_host()}, require_https=request.is_secure()
    )
    return address if is_ours else "/"
