from itertools import groupby

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.confinement import whole_account
from accounts.models import PrivateRead
from needs.flags import MEETINGS, PAPERS, flags_of, is_about, needs_in
from needs.models import Arranger, Need, NeedKind
from needs.project.forms import ArrangerForm, TheirNeedForm
from projects.access import project_view


@whole_account
@project_view("view")
def detail(request, project):
    """What to think of in this project, for those who were named; leads can come to be named."""
    needs = needs_in(project, request.user)
    is_lead = "lead" in request.membership.abilities
    if not needs and not is_lead:
        raise Http404
    PrivateRead.note(request.user, [need.person for need in needs], "access needs")
    context = {
        "project": project,
        "papers": checklist_of(needs, PAPERS),
        "meetings": checklist_of(needs, MEETINGS),
        "arranger": Arranger.of(project),
        "is_lead": is_lead,
    }
    return render(request, "needs/project/detail.html", context)


def checklist_of(needs, used_for):
    """`[(flag, its needs)]`: what is needed, what to think of, and for whom."""
    about = [need for need in needs if is_about(need, used_for)]
    by_key = sorted(about, key=key_of)
    groups = {key: list(those) for key, those in groupby(by_key, key_of)}
    return [(flag, groups[flag.key]) for flag in flags_of(about)]


def key_of(need):
    return need.kind.key if need.kind else ""


@whole_account
@project_view("lead")
def new(request, project):
    """A lead writes down what someone without e-mail told them, and is named by that."""
    members = project.memberships.here().filter(user__email=None).exclude(user=request.user)
    kinds = NeedKind.objects.of([project.organisation])
    form = TheirNeedForm(members.select_related("user"), kinds, request.POST or None)
    if form.is_valid():
        typed = form.cleaned_data
        person = typed["member"].user
        Need.tell(
            person, by=request.user, kind=typed["kind"], words=typed["words"], told_in=project
        )
        messages.success(request, _("Written down for %(name)s") % {"name": person.name})
        return redirect("needs:project:detail", project.pk)
    context = {"project": project, "form": form, "has_members": members.exists()}
    return render(request, "needs/project/new.html", context)


@whole_account
@project_view("lead")
def arranger(request, project):
    """Who arranges things here, and so can be named for needs and is asked for other ways."""
    form = ArrangerForm(project, request.POST if request.method == "POST" else None)
    if form.is_valid():
        member = form.cleaned_data["member"]
        Arranger.choose(project, member and member.user, by=request.user)
        messages.success(request, _("Saved"))
        return redirect("needs:project:detail", project.pk)
    return render(request, "needs/project/arranger.html", {"project": project, "form": form})
