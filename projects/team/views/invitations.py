from allauth.core import ratelimit
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.codes import as_printed
from accounts.models import User, Way
from projects.access import project_view
from projects.team.invitation_forms import InviteForm, LetterForm, ReplyForm
from projects.team.models import Invitation, NotOpen, PrintedJustNow
from ui.display import Display
from ui.pdf import pdf_response
from ui.qr import qr_of


@project_view("invite")
def invite(request, project):
    """Ask one person into the team, by e-mail or with a letter."""
    may_lead = "lead" in request.membership.abilities
    form = InviteForm(project, request.POST or None, may_lead=may_lead, asked_by=request.user)
    if form.is_valid():
        if not ratelimit.consume(request, action="invite", user=request.user):
            return render(request, "429.html", {}, status=429)
        invitation = Invitation.make(project, by=request.user, **form.cleaned_data)
        if invitation.is_on_paper:
            return redirect("team:letter", project.pk, invitation.pk)
        messages.success(request, _("The invitation is on its way by e-mail."))
        return redirect("team:index", project.pk)
    context = {"project": project, "form": form, "may_lead": may_lead}
    return render(request, "projects/team/invite.html", context)


def found(project, invitation_id):
    """An invitation nobody has answered yet; 404 for the others: there is nothing to do."""
    waiting = project.invitations.unanswered().select_related("by")
    return get_object_or_404(waiting, pk=invitation_id)


def theirs(request, project, invitation_id):
    """The same, to act on. 403 for who may invite and not lead, when it makes someone a lead."""
    asked = found(project, invitation_id)
    if asked.is_for_leads and "lead" not in request.membership.abilities:
        raise PermissionDenied
    return asked


@project_view("invite")
def invitation(request, project, invitation_id):
    """One who has not arrived: how they were asked, and what you can do now."""
    asked = found(project, invitation_id)
    context = {"project": project, "invitation": asked}
    context["may_act"] = not asked.is_for_leads or "lead" in request.membership.abilities
    return render(request, "projects/team/invitation.html", context)


@project_view("invite")
def letter(request, project, invitation_id):
    """Print the letter. Each one has a code of its own, which is nowhere else and never again.

    A second press a moment later is asked first: it would stop the letter of the first.
    """
    asked = theirs(request, project, invitation_id)
    if not asked.may_be_printed:
        raise Http404
    form = LetterForm(request.POST or None, initial={"words": Display.of(request).wording})
    context = {"project": project, "invitation": asked, "form": form}
    if form.is_valid():
        try:
            return printed(request, asked, easy=form.cleaned_data["words"] == "easy")
        except PrintedJustNow:
            context["just_now"] = True
    context["has_been_printed"] = asked.codes.filter(proves="").exists()
    return render(request, "projects/team/letter.html", context)


def printed(request, asked, *, easy):
    again = request.POST.get("again") == "yes"
    return pdf_response(
        request,
        "projects/team/letter_pdf.html",
        lambda: letter_of(request, asked, asked.print_letter(again=again), easy=easy),
        f"invitation-{asked.pk}.pdf",
        key=None,
    )


def letter_of(request, asked, code, *, easy):
    """What the letter shows."""
    link = request.build_absolute_uri(reverse("join:invitation", args=[code]))
    return {
        "project": asked.project,
        "invitation": asked,
        "easy": easy,
        "code": as_printed(code),
        "address": short(request.build_absolute_uri(reverse("join:index"))),
        "qr": qr_of(link),
    }


def short(address):
    """As people type it: without what comes before the name of the site."""
    return address.split("//", 1)[-1].rstrip("/")


@require_POST
@project_view("invite")
def remind(request, project, invitation_id):
    asked = theirs(request, project, invitation_id)
    if not asked.email:
        raise Http404
    if asked.may_be_reminded:
        asked.remind()
        messages.success(request, _("The invitation is on its way by e-mail again."))
    else:
        messages.info(request, _("You have reminded them once. That is enough."))
    return redirect("team:invitation", project.pk, asked.pk)


@project_view("invite")
def reply(request, project, invitation_id):
    """Write down what someone said on the slip of the letter, by phone or in person."""
    asked = theirs(request, project, invitation_id)
    form = ReplyForm(request.POST or None, initial={"name": asked.name})
    if form.is_valid():
        said = form.cleaned_data
        if said["said"] == "no":
            asked.decline(said["because"])
            asked.read()
            messages.success(request, _("Thank you. It is written down."))
            return redirect("team:index", project.pk)
        return came_in(request, asked, said["name"])
    context = {"project": project, "invitation": asked, "form": form}
    return render(request, "projects/team/reply.html", context)


def came_in(request, asked, name):
    """They said yes without a computer: a member without e-mail, who needs a code on paper."""
    try:
        with transaction.atomic():
            reached = {"phone": asked.phone, "post_to": asked.post_to, "way": Way.POST}
            person = asked.connects.user if asked.connects else None
            person = person or User.objects.create_user(name=name, **reached)
            member = asked.accept(person, by=request.user)
    except NotOpen:
        raise Http404 from None
    messages.success(request, _("%(name)s is in the team") % {"name": member.user.name})
    if "lead" in request.membership.abilities:
        return redirect("team:code", asked.project_id, member.pk)
    return redirect("team:index", asked.project_id)


@project_view("invite")
def withdraw(request, project, invitation_id):
    """Take an invitation back: the code stops, and what we know of the person goes."""
    asked = found(project, invitation_id)
    if request.method == "POST":
        asked.withdraw(by=request.user)
        messages.success(request, _("The invitation is taken back."))
        return redirect("team:index", project.pk)
    context = {"project": project, "invitation": asked}
    return render(request, "projects/team/withdraw.html", context)


@require_POST
@project_view("invite")
def read(request, project, invitation_id):
    """A lead has read that someone said no."""
    said_no = project.invitations.exclude(declined_at=None)
    get_object_or_404(said_no, pk=invitation_id).read()
    return redirect("team:index", project.pk)
