from dataclasses import asdict

from allauth.core import ratelimit
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import second_factor
from accounts.confinement import whole_account
from accounts.forms import DisplayForm, EmailForm, NameForm, NewAddressForm, NewsForm
from accounts.new_address import NewAddress
from ui.display import COOKIE, COOKIE_AGE, Display


@login_required
def index(request):
    """Your account: who you are here, how pages look, how you hear from us, what is yours."""
    return render(request, "accounts/index.html", {})


@whole_account
@login_required
def name(request):
    form = NameForm(request.POST or None, initial={"name": request.user.name})
    if form.is_valid():
        request.user.change(**form.cleaned_data)
        messages.success(request, _("Saved"))
        return redirect("accounts:index")
    return render(request, "accounts/name.html", {"form": form})


@whole_account
@login_required
def news(request):
    """How and how often you hear from us."""
    form = NewsForm(request.user, request.POST or None)
    if form.is_valid():
        request.user.change(**form.cleaned_data)
        messages.success(request, _("Saved"))
        return redirect("accounts:news")
    return render(request, "accounts/news.html", {"form": form})


@whole_account
@login_required
def email(request):
    """A new e-mail address: first it has to be proved. Taken addresses are answered alike."""
    if not second_factor.signed_in_lately(request):
        return render(request, "accounts/sign_in_again.html", {"next": request.path})
    form = EmailForm(request.POST or None)
    if form.is_valid():
        if not ratelimit.consume(request, action="change_email", user=request.user):
            return render(request, "429.html", {}, status=429)
        NewAddress.ask(request, form.cleaned_data["email"])
        return redirect("accounts:code")
    return render(request, "accounts/email.html", {"form": form})


@whole_account
@login_required
def code(request):
    """The six numbers from the new address."""
    address = NewAddress.waiting(request)
    if address is None:
        messages.info(request, _("Those numbers do not work any more. Ask for new ones."))
        return redirect("accounts:email")
    form = NewAddressForm(request.POST or None)
    if form.is_valid():
        if not ratelimit.consume(request, action="confirm_login_code", key=address.email):
            return render(request, "429.html", {}, status=429)
        if address.proved_by(form.cleaned_data["code"]) and address.take():
            messages.success(request, _("From now on you sign in with your new address."))
            return redirect("accounts:index")
        form.add_error("code", _("These are not the numbers we sent. Look at the newest e-mail."))
    context = {"form": form, "address": address.email}
    return render(request, "accounts/code.html", context)


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


@login_required
def second_step(request):
    """Why a second step is asked for, and the ways to it. Nobody who gave it needs this page."""
    back_to = safe_address(request, request.GET.get("next"))
    if not second_factor.is_missing(request):
        return redirect(back_to)
    request.session[second_factor.GOING_TO] = back_to
    has_one = second_factor.has_one(request.user)
    return render(request, "accounts/second_step.html", {"has_one": has_one, "next": back_to})


@whole_account
@login_required
@require_POST
def end_session(request, session_id):
    """Sign out of one other place."""
    place = get_object_or_404(UserSession, pk=session_id, user=request.user)
    if place.session_key == request.session.session_key:
        return redirect("account_logout")
    place.end()
    messages.success(request, _("You are signed out there."))
    return redirect("usersessions_list")


def safe_address(request, address):
    """An address of this site, or the front door: a link must not send people elsewhere."""
    is_ours = url_has_allowed_host_and_scheme(
        address or "", {request.get_host()}, require_https=request.is_secure()
    )
    return address if is_ours else "/"
