from allauth.account.utils import perform_login
from django.db import IntegrityError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.limits import limited
from accounts.models import User
from accounts.session_store import SHARED
from join import proving
from join.forms import NumbersForm
from join.joining import join_anew
from join.views.invitations import ended, let_in, opened, sent
from projects.models import ProjectClosed
from projects.team.models import NotOpen


@limited
def numbers(request, code):
    """The numbers that prove a typed address; only then is there an account and an agreement."""
    found = opened(request, code)
    kept = proving.waiting(request, found.invitation) if found else None
    if kept is None or request.user.is_authenticated:
        return redirect("join:accept", code)
    email, form = kept["typed"]["email"], NumbersForm(sent(request))
    if form.is_valid():
        if not proving.may_guess(request, email):
            return render(request, "429.html", {}, status=429)
        if proving.is_right(kept, form.cleaned_data["numbers"]):
            return proved(request, found.invitation, code, kept["typed"])
        form.add_error(
            "numbers", _("These are not the numbers we sent. Look at the newest e-mail.")
        )
    return render(request, "join/numbers.html", {"code": code, "email": email, "form": form})


def proved(request, invitation, code, typed):
    """They are in. Someone who has an account already is asked first whether to join as it."""
    proving.forget(request)
    known = User.objects.filter(email=typed["email"])
    try:
        member = None if known.exists() else join_anew(invitation, typed, email=typed["email"])
    except IntegrityError:  # an account with this very address was made a moment ago
        member = None
    except (NotOpen, ProjectClosed):
        return ended(request, code)
    if member:
        return let_in(request, member, typed)
    request.session[SHARED] = typed["shared"]
    there = reverse("join:accept", args=[code])
    return perform_login(request, known.get(), email_verification="none", redirect_url=there)
