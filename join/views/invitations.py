from allauth.account.utils import perform_login
from django.db import IntegrityError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.codes import digest_of, tidy
from accounts.limits import limited, wrong_code
from accounts.models import User
from accounts.package_pages import RequestCode
from accounts.session_store import SHARED
from join import proving, shown
from join.forms import AcceptForm, AgreeForm, DeclineForm
from join.joining import (
    AGAIN_WITHIN,
    came_a_moment_ago,
    code_for,
    join_anew,
    join_as,
    new_mark,
    where_to_type,
)
from privacy.models.statements import agreed
from projects.models import Membership, ProjectClosed
from projects.paper import sign_in_by_code
from projects.team.models import InvitationCode, JoinRequest, NotOpen
from ui.display import Display


def opened(request, code):
    """The code of an invitation that can be answered, or None."""
    found = InvitationCode.behind(digest_of(tidy(code)))
    return found if found and found.opens else None


@limited
def invitation(request, code):
    """The invitation: who asks, what for, and what follows. Opening it changes nothing.

    An old code says what became of it. Whoever has one may ask for a new one.
    """
    found = opened(request, code)
    if found is None:
        return ended(request, code)
    asked = found.invitation
    context = {"code": code, "invitation": asked, "project": asked.project}
    context["easy"] = Display.of(request).is_easy
    context["good_news"] = JoinRequest.objects.filter(
        digest__in=asked.codes.values("digest"), confirmed_at__isnull=False
    ).exists()
    return render(request, "join/invitation.html", context)


def ended(request, code):
    """Nothing to open behind this code: the same answer to whoever asks for a new one."""
    found = InvitationCode.behind(digest_of(tidy(code)))
    asked = found.invitation if found else None
    if found is None:
        wrong_code(request)
    if asked and asked.member and asked.member.user == request.user and not asked.member.left_on:
        return redirect(asked.project)
    wants_new = request.method == "POST" and request.POST.get("again") == "yes"
    if wants_new and asked:
        asked.ask_again()
    context = {"code": code, "why": why_not(found), "asked_again": wants_new}
    context["is_known"] = bool(asked)
    context["is_used"] = bool(asked and asked.accepted_at)
    return render(request, "join/ended.html", context, status=404)


def why_not(found):
    """Why this code opens nothing, for the one who holds it."""
    asked = found.invitation if found else None
    if asked is None:
        return _("We do not know this code. Look at each letter again.")
    if asked.accepted_at:
        return _("Someone has said yes with it already. If that was you, sign in.")
    if asked.declined_at:
        return _("You said no. That is all right, and you may change your mind.")
    if asked.withdrawn_at:
        return _("The people who invited you have taken it back.")
    if asked.has_run_out:
        return _("The time to answer is over.")
    if asked.project.is_closed:
        return _("The project has ended.")
    return _("There is a newer letter. Use the code in that one.")


@limited
def accept(request, code):
    """Say yes. Only sending the form brings anyone into the team."""
    found = opened(request, code)
    if found is None:
        return welcome_again(request, code) or ended(request, code)
    context = {"code": code, "invitation": found.invitation, "project": found.invitation.project}
    try:
        if request.user.is_authenticated:
            return accept_as(request, found.invitation, context)
        if found.proves and User.objects.filter(email=found.proves).exists():
            return sign_in_first(request, found.proves, context)
        return accept_anew(request, found, context)
    except (NotOpen, ProjectClosed):
        return welcome_again(request, code) or ended(request, code)


def accept_as(request, asked, context):
    """Someone is signed in: join as them? Not by a code on paper, which is for one project."""
    form = AgreeForm(sent(request), initial={"mark": new_mark()})
    if agreed(request.user, asked.project.organisation):
        del form.fields["agreed"]
    if form.is_valid() and not request.user.confined_to:
        join_as(request.user, asked, form.cleaned_data["mark"])
        return redirect("join:welcome")
    return render(request, "join/accept_as.html", context | {"form": form})


def sent(request):
    """What the form brought; an empty form that was sent is one too."""
    return request.POST if request.method == "POST" else None


def sign_in_first(request, email, context):
    """We know this address: numbers go there, and then they say yes as who they are."""
    if request.method == "POST":
        return send_numbers(request, email)
    return render(request, "join/sign_in_first.html", context | {"email": email})


def send_numbers(request, email):
    """The sign-in's own page sends six numbers, and leads back here once they were right."""
    request.POST = request.POST.copy()
    request.POST["email"], request.POST["next"] = email, request.path
    return RequestCode.as_view()(request)


def accept_anew(request, found, context):
    """Someone who is not signed in. An address that is only typed is proved by numbers first."""
    starts = {"name": found.invitation.name, "way": "email" if found.proves else ""}
    starts["mark"] = new_mark()
    form = AcceptForm(request.POST or None, initial=starts, proved=found.proves)
    if not form.is_valid():
        return render(request, "join/accept.html", context | {"form": form, "email": found.proves})
    typed = form.cleaned_data
    if typed.get("email"):
        if not proving.send(request, found.invitation, typed):
            return render(request, "accounts/asked_too_often.html", {}, status=429)
        return redirect("join:numbers", context["code"])
    try:
        member = join_anew(found.invitation, typed, email=found.proves or None)
    except IntegrityError:  # this very address, a moment ago, by another invitation
        return redirect(request.path)
    return let_in(request, member, typed)


def let_in(request, member, typed):
    """Signed in as who they now are. Without e-mail, they are shown a code of their own."""
    if member.user.email:
        request.session[SHARED] = typed["shared"]
        there = reverse("join:welcome")
        return perform_login(request, member.user, email_verification="none", redirect_url=there)
    code = code_for(member, typed["mark"])
    sign_in_by_code(request, code, own_device=not typed["shared"])
    shown.keep(request, shown.OWN_CODE, code)
    return redirect("join:keep_code")


def welcome_again(request, code):
    """The form that brought them in, sent twice or sent again: they are in. None for any other."""
    found = InvitationCode.behind(digest_of(tidy(code)))
    mark = request.POST.get("mark", "")
    member = found and came_a_moment_ago(found.invitation, mark)
    if not member:
        return None
    if request.user == member.user:
        return redirect("join:welcome")
    is_new = timezone.now() - member.user.date_joined < AGAIN_WITHIN
    typed = {"mark": mark, "shared": bool(request.POST.get("shared"))}
    return let_in(request, member, typed) if is_new else None


def welcome(request):
    """They are in the team: say what you need, or go to the project."""
    if shown.kept(request, shown.OWN_CODE):
        return redirect("join:keep_code")
    mine = Membership.objects.here().filter(user=request.user.pk)
    if request.user.is_authenticated and request.user.confined_to:
        mine = mine.filter(project=request.user.confined_to)
    member = mine.select_related("project", "user").order_by("-pk").first()
    if member is None:
        return redirect("join:index")
    return render(request, "join/welcome.html", {"member": member, "project": member.project})


@limited
def keep_code(request):
    """The code of someone without e-mail, until they say that they have written it down."""
    code = shown.kept(request, shown.OWN_CODE)
    if not code or not request.user.is_authenticated:
        return redirect("join:welcome")
    if request.method == "POST":
        shown.forget(request, shown.OWN_CODE)
        return redirect("join:welcome")
    context = {"code": code, "address": where_to_type(request)}
    return render(request, "join/keep_code.html", context)


@limited
def decline(request, code):
    """Say no. Whoever asked is told; nobody else is, and how to reach the person is forgotten."""
    found = opened(request, code)
    if found is None:
        return ended(request, code)
    form = DeclineForm(sent(request))
    if form.is_valid():
        try:
            found.invitation.decline(form.cleaned_data["because"])
        except NotOpen:
            return ended(request, code)
        return redirect("join:declined")
    context = {"code": code, "invitation": found.invitation, "form": form}
    return render(request, "join/decline.html", context)


def declined(request):
    """Thank you, and goodbye. It names nothing, so that nothing is left on a shared computer."""
    return render(request, "join/declined.html", {})
