from contextlib import suppress
from functools import wraps

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.db import IntegrityError, transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.codes import tidy
from accounts.models import User
from projects import hands, interrupted
from projects.access import is_no_row, project_view
from projects.models import Hand, Support, SupportEnded
from projects.support.forms import AskedForm, GroupForm, NewForm, PersonForm


@project_view("view")
def index(request, project):
    """Who helps whom, what I can do about it, and writing down what others say."""
    lasting = list(project.supports.lasting().with_people())
    mine = [one for one in lasting if one.member.user_id == request.user.pk]
    context = {
        "project": project,
        "mine": mine,
        "helping": [one for one in lasting if one.helper_id == request.user.pk],
        "others": [
            one
            for one in lasting
            if one.member.user_id != request.user.pk
            and one.helper_id != request.user.pk
            and (one.is_agreed or may_answer_for(request, one))
        ],
        "written_for": [one.pk for one in lasting if may_answer_for(request, one)],
    }
    return render(request, "projects/support/index.html", context)


def may_answer_for(request, support):
    """A lead writes down what a member without e-mail decides."""
    return "lead" in request.membership.abilities and not support.member.user.email


@project_view("contribute", in_person=True)
def new(request, project):
    """Name someone who helps me; or, as a lead, someone who helps a member without e-mail."""
    may_lead = "lead" in request.membership.abilities
    form = NewForm(request.membership, may_lead, request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not ratelimit.consume(request, action="ask_helper", user=request.user):
            return render(request, "429.html", {}, status=429)
        typed = form.cleaned_data
        helper = typed["helper"].user if typed["helper"] else None
        email = typed["email"]
        support = Support.ask(typed["member"], by=request.user, helper=helper, email=email)
        asked = _("%(name)s is asked. You see here when there is an answer.")
        messages.success(request, asked % {"name": support.whom})
        return redirect(support)
    return render(request, "projects/support/new.html", {"project": project, "form": form})


def asked_person(view):
    """For the one who is asked: they are not in the project before they say yes. 404 for others."""

    @wraps(view)
    def guarded(request, project_id, support_id):
        if not request.user.is_authenticated:
            return interrupted.sign_in_first(request)
        if is_no_row(project_id) or is_no_row(support_id):
            raise Http404
        if request.user.confined_to not in (None, project_id):
            raise Http404
        theirs = Support.objects.lasting().filter(helper=request.user, project=project_id)
        theirs = theirs.with_people().select_related("project__organisation")
        support = get_object_or_404(theirs, pk=support_id)
        request.project = support.project
        return view(request, support)

    guarded.ability = "view"
    return guarded


@asked_person
def agree(request, support):
    """Would you help? Yes, or no; either can be changed at any time."""
    if request.method == "POST" and request.POST.get("answer") == "no":
        support.end(by=request.user)
        messages.success(request, _("That is fine. You do not help, and nobody asks why."))
        return redirect("projects:index")
    if request.method == "POST":
        with suppress(SupportEnded):
            support.agree(by=request.user)
    if support.is_agreed:
        return redirect(support)
    return render(request, "projects/support/agree.html", {"support": support})


def asked(request, support_code):
    """The same, by a letter to someone whom we do not know yet. Only POST spends its code."""
    limited = ratelimit.consume(request, action="helper_code")
    support = Support.behind(tidy(support_code)) if limited and tidy(support_code) else None
    if not limited:
        return render(request, "429.html", {}, status=429)
    if support is None or (request.user.is_authenticated and request.user.confined_to):
        raise Http404
    form = None if request.user.is_authenticated else AskedForm(request.POST or None)
    if request.method == "POST" and request.POST.get("answer") == "no":
        support.end(by=None)
        messages.success(request, _("That is fine. You do not help, and nobody asks why."))
        return redirect("frontdoor:index")
    if request.method == "POST" and (form is None or form.is_valid()):
        return take_on(request, support, form)
    return render(request, "projects/support/asked.html", {"support": support, "form": form})


def take_on(request, support, form):
    """Say yes as who is signed in, or as someone new, who signs in next."""
    known = User.objects.filter(email=support.email).first()
    if form and known:
        return redirect_to_login(request.path)
    email = support.email
    try:
        with transaction.atomic():
            helper = request.user if form is None else None
            helper = helper or User.objects.create_user(email, form.cleaned_data["name"])
            support.agree(by=helper)
    except SupportEnded:
        raise Http404 from None
    except IntegrityError:  # pressed twice: the account was made a moment ago
        return redirect_to_login(support.get_absolute_url())
    if form is None:
        return redirect(support)
    messages.success(request, _("Thank you. Now sign in with this e-mail address."))
    return redirect_to_login(support.get_absolute_url())


@require_POST
@project_view("view")
def end(request, project, support_id):
    """Either side, at once; for a member without e-mail, a lead whom they told."""
    support = get_object_or_404(project.supports.lasting().with_people(), pk=support_id)
    people = (support.helper_id, support.member.user_id)
    if request.user.pk not in people and not may_answer_for(request, support):
        raise Http404
    support.project = project
    support.end(by=request.user)
    messages.success(request, _("Ended. It holds from this moment on."))
    still_here = type(project).objects.visible_to(request.user).filter(pk=project.pk)
    return redirect(support) if still_here.exists() else redirect("projects:index")


@require_POST
@project_view("view")
def begin(request, project, support_id):
    """“I am helping …”: from now on I write for them in this project."""
    agreed = project.supports.agreed().with_people()
    support = get_object_or_404(agreed, pk=support_id, helper=request.user)
    support.member.project = project
    if "contribute" not in support.member.abilities:
        observes = _("%(name)s looks on in this project, so there is nothing to write.")
        messages.info(request, observes % {"name": support.member.user.name})
        return redirect(support)
    return begun(request, Hand.help(support))


@project_view("contribute", in_person=True)
def record(request, project):
    """Write down what a member or a group says: for four hours, or until I stop."""
    for_group = request.POST.get("whose") == "group"
    is_sent = request.method == "POST"
    person = PersonForm(request.membership, request.POST if is_sent and not for_group else None)
    group = GroupForm(request.POST if is_sent and for_group else None)
    form = group if for_group else person
    if form.is_valid():
        return begun(request, hand_of(request, project, form))
    context = {"project": project, "person": person, "group": group, "form": form}
    return render(request, "projects/support/record.html", context)


def hand_of(request, project, form):
    if isinstance(form, GroupForm):
        return Hand.record_group(project, by=request.user, **form.cleaned_data)
    member = form.cleaned_data["member"]
    member.project = project
    return Hand.record_for(member, by=request.user)


def begun(request, hand):
    """To the project, or to what was typed before and waits to be sent."""
    hands.take_up(request, hand)
    waiting = interrupted.kept(request)
    if waiting and waiting["in"] == hand.project_id:
        return redirect("projects:typed")
    return redirect(hand.project)


@require_POST
@project_view("view")
def stop(request, project):
    """I write as myself again."""
    if request.hand:
        request.hand.lay_down()
        stopped = _("You have stopped. From now on you are here as yourself.")
        messages.success(request, stopped)
    hands.lay_down(request)
    return redirect(project)
