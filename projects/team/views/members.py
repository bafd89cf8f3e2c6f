from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.codes import as_printed
from projects.access import project_view
from projects.models import LastLead, Membership, PersonalCode
from projects.team.forms import ChangeForm, NewForm, OwnForm
from projects.team.missing import who_is_missing


@project_view("view")
def index(request, project):
    members = project.memberships.here().select_related("user")
    left = project.memberships.filter(left_on__isnull=False).select_related("user")
    context = {
        "project": project,
        "members": members,
        "left": left,
        "missing": who_is_missing(members),
    }
    return render(request, "projects/team/index.html", context)


@project_view("lead")
def new(request, project):
    form = NewForm(project, request.POST or None)
    if form.is_valid():
        typed = form.cleaned_data
        with transaction.atomic():
            member = Membership.join(
                project,
                form.person(),
                typed["role"],
                typed["perspective"],
                speaks_for=typed["speaks_for"],
                by=request.user,
            )
        messages.success(request, _("%(name)s is in the team") % {"name": member.user.name})
        return redirect("team:index", project.pk)
    return render(request, "projects/team/new.html", {"project": project, "form": form})


@project_view("view")
def change(request, project, member_id):
    """A lead changes anyone's place; everyone else only what is theirs to say of themselves.

    For a member without e-mail, a lead writes down what the member decided.
    """
    member = get_object_or_404(project.memberships.here().select_related("user"), pk=member_id)
    may_lead = "lead" in request.membership.abilities and not project.is_closed
    is_own = member.user == request.user or (may_lead and not member.user.email)
    if not (may_lead or is_own):
        raise PermissionDenied
    forms = forms_for(request, member, is_own=is_own, may_lead=may_lead)
    if request.method == "POST" and all(form.is_valid() for form in forms):
        details = {name: value for form in forms for name, value in form.cleaned_data.items()}
        person = {name: details.pop(name) for name in ("name", "email") if name in details}
        try:
            with transaction.atomic():
                member.change(by=request.user, **details)
                member.user.change(**person)
        except LastLead:
            forms[0].add_error("role", _("A project needs a lead. Make someone else a lead first."))
        else:
            messages.success(request, _("Saved"))
            return redirect("team:index", project.pk)
    context = {"project": project, "member": member, "forms": forms, "form": forms[0]}
    return render(request, "projects/team/change.html", context)


def forms_for(request, member, *, is_own, may_lead):
    """The lead's form, the member's own form, or both."""
    data = request.POST if request.method == "POST" else None
    fresh = Membership.objects.get(pk=member.pk)
    theirs = [ChangeForm(data, instance=fresh)] if may_lead else []
    names = ("speaks_for", "name_in_summary")
    own = OwnForm(data, initial={name: getattr(member, name) for name in names})
    if may_lead:
        del own.fields["speaks_for"]
    return theirs + ([own] if is_own else [])


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
        messages.success(request, _("%(name)s has left the team") % {"name": member.user.name})
        still_in = request.user.memberships.here().filter(project=project).exists()
        return redirect("team:index", project.pk) if still_in else redirect("projects:index")
    return render(request, "projects/team/leave.html", context)


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
    context["address"] = request.build_absolute_uri(reverse("join:index"))
    return render(request, "projects/team/code.html", context)
