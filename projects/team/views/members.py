from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.codes import as_printed
from accounts.forms import TheirNewsForm
from accounts.models import PrivateRead, User
from projects.access import project_view
from projects.models import LastLead, Membership, PersonalCode
from projects.team.forms import ChangeForm, NewForm, OwnForm
from projects.team.leads import side_without_lead
from projects.team.missing import who_is_missing
from projects.team.models import Invitation, JoinPage


@project_view("view")
def index(request, project):
    members = project.memberships.here().select_related("user")
    left = project.memberships.filter(left_on__isnull=False).select_related("user")
    context = {
        "project": project,
        "members": members,
        "left": left,
        "missing": who_is_missing(members, list(project.groups.all())),
        "side_without_lead": side_without_lead(project, request.membership),
    }
    if "invite" in request.membership.abilities:
        context |= to_come(project)
    return render(request, "projects/team/index.html", context)


def to_come(project):
    """Who has not arrived, who said no, and who asks to join: for those who may invite only."""
    return {
        "invitations": project.invitations.unanswered().select_related("by"),
        "said_no": project.invitations.to_be_read(),
        "requests": project.join_requests.waiting(),
        "page": JoinPage.objects.filter(project=project).first(),
    }


@project_view("lead")
def new(request, project):
    """Someone without e-mail who has said yes; then the lead is offered to make their code."""
    form = NewForm(project, request.POST or None)
    if form.is_valid():
        typed = form.cleaned_data
        with transaction.atomic():
            person = User.objects.create_user(name=typed.pop("name"))
            role, perspective = typed.pop("role"), typed.pop("perspective")
            member = Membership.join(project, person, role, perspective, by=request.user, **typed)
        messages.success(request, _("%(name)s is in the team") % {"name": member.user.name})
        return redirect("team:code", project.pk, member.pk)
    return render(request, "projects/team/new.html", {"project": project, "form": form})


@project_view("view")
def change(request, project, member_id):
    """A lead changes anyone's place; everyone else only what is theirs to say of themselves.

    For a member without e-mail, a lead writes down what the member decided.
    """
    member = get_object_or_404(project.memberships.here().select_related("user"), pk=member_id)
    may_lead = "lead" in request.membership.abilities and not project.is_closed
    if not (may_lead or member.user == request.user):
        raise PermissionDenied
    forms = forms_for(request, member, may_lead=may_lead)
    if request.method == "POST" and all(form.is_valid() for form in forms):
        details = {name: value for form in forms for name, value in form.cleaned_data.items()}
        person = {name: details.pop(name) for name in OF_THE_PERSON if name in details}
        email = details.pop("email", "")
        try:
            with transaction.atomic():
                member.change(by=request.user, **details)
                member.user.change(**person)
                if email:
                    Invitation.connect(member, email, by=request.user)
        except LastLead:
            forms[0].add_error("role", _("A project needs a lead. Make someone else a lead first."))
        else:
            sent = _("Saved. We have sent a link to that address.")
            messages.success(request, sent if email else _("Saved"))
            return redirect("team:index", project.pk)
    context = {"project": project, "member": member, "forms": forms, "form": forms[0]}
    return render(request, "projects/team/change.html", context)


OF_THE_PERSON = ("name", "way", "phone", "post_to", "how_often")
"""What is kept with the person, not with their place in one team."""


def forms_for(request, member, *, may_lead):
    """The lead's form, or the member's own.

    How someone without e-mail is told things is looked after by a lead too, on their word;
    not by one who came with a code on paper.
    """
    data = request.POST if request.method == "POST" else None
    if not may_lead:
        return [OwnForm(data, initial={"speaks_for": member.speaks_for})]
    theirs = [ChangeForm(data, instance=Membership.objects.get(pk=member.pk), by=request.user)]
    if member.user.email or member.user == request.user or request.user.confined_to:
        return theirs
    PrivateRead.note(request.user, [member.user], gettext_noop("how to reach them"))
    return [*theirs, TheirNewsForm(member.user, data)]


@project_view("view")
def leave(request, project, member_id):
    """Leave the team oneself, also when it is closed, or, as a lead, say goodbye to someone."""
    member = get_object_or_404(project.memberships.here().select_related("user"), pk=member_id)
    is_own = member.user == request.user
    may_lead = "lead" in request.membership.abilities and not project.is_closed
    if not (is_own or may_lead):
        raise PermissionDenied
    context = {"project": project, "member": member, "is_own": is_own}
    if request.method == "POST":
        try:
            member.leave(by=request.user)
        except LastLead:
            return render(
                request, "projects/team/leave.html", context | {"last_lead": True}, status=422
            )
        return said_goodbye(request, member, is_own=is_own)
    return render(request, "projects/team/leave.html", context)


def said_goodbye(request, member, *, is_own):
    """Where to, after someone has left. A code on paper opens nothing more: they are signed out."""
    if not is_own:
        messages.success(request, _("%(name)s has left the team") % {"name": member.user.name})
        return redirect("team:index", member.project_id)
    if request.user.confined_to:
        logout(request)
        return render(request, "projects/team/left.html", {"project": member.project})
    messages.success(request, _("You have left the team"))
    return redirect("projects:index")


@project_view("lead", when_closed=True)
def code(request, project, member_id):
    """Make the card that someone without e-mail signs in with. Shown in this answer only."""
    here = project.memberships.here().select_related("user")
    member = get_object_or_404(here, pk=member_id)
    if not PersonalCode.is_for(member):
        raise Http404
    made = ""
    if request.method == "POST":
        made = as_printed(PersonalCode.make(member, by=request.user))
    earlier = PersonalCode.objects.filter(membership=member).first()
    context = {"project": project, "member": member, "made": made, "earlier": earlier}
    there = request.build_absolute_uri(reverse("join:index"))
    context["address"] = there.split("//", 1)[-1].rstrip("/")  # as people type it
    return render(request, "projects/team/code.html", context)
