from contextlib import suppress

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.meanwhile import beside
from projects.models import AffectedGroup, ChangedMeanwhile
from projects.team.groups.forms import GroupForm, as_typed_in
from projects.team.groups.heard import with_heard
from projects.team.groups.suggestions import suggestions_for
from projects.team.missing import gaps_of, people_in_words
from ui.htmx import changed_meanwhile


@project_view("view")
def index(request, project):
    """Who the change affects, who of them is here, and who has been heard."""
    groups = with_heard(project.groups.all())
    members = list(project.memberships.here())
    context = {
        "project": project,
        "groups": groups,
        "gaps": gaps_of(groups),
        "here_in_words": people_in_words(members),
        "suggestions": suggestions_for(project, groups),
    }
    return render(request, "projects/team/groups/index.html", context)


@project_view("contribute")
def new(request, project):
    """One group more. A suggestion of the page before is pressed once and is there."""
    form = GroupForm(request.POST or None)
    if form.is_valid():
        group = AffectedGroup.add(project, by=request.user, **form.details)
        messages.success(request, _("“%(name)s” is in the list.") % {"name": group})
        return redirect(group)
    return render(request, "projects/team/groups/new.html", {"project": project, "form": form})


@project_view("contribute")
def change(request, project, group_id):
    """Change what is said of a group. Two at once see both texts; a lost one can come back."""
    group = project.groups.filter(pk=group_id).first()
    if group is None:
        return changed_when_gone(request, project, group_id)
    form = GroupForm(request.POST or None, initial=as_typed_in(group))
    context = {"project": project, "group": group, "form": form}
    if form.is_valid():
        opened_at = form.cleaned_data["opened_at"]
        try:
            group.change(by=request.user, opened_at=opened_at, **form.details)
        except ChangedMeanwhile as late:
            return beside(request, "projects/team/groups/change.html", context, late.thing)
        except AffectedGroup.DoesNotExist:
            return changed_when_gone(request, project, group_id)
        messages.success(request, _("“%(name)s” is changed.") % {"name": group})
        return redirect(group)
    return render(request, "projects/team/groups/change.html", context)


@project_view("contribute")
def take_away(request, project, group_id):
    """Asks first; then removes the group."""
    group = project.groups.filter(pk=group_id).first()
    if group is None:
        return gone_already(request, project, group_id)
    if request.method == "POST":
        try:
            group.take_away(by=request.user)
        except AffectedGroup.DoesNotExist:
            return gone_already(request, project, group_id)
        messages.success(request, _("“%(name)s” is taken away.") % {"name": group})
        return redirect("team:groups:index", project.pk)
    context = {"project": project, "group": group}
    return render(request, "projects/team/groups/take_away.html", context)


@require_POST
@project_view("contribute")
def move(request, project, group_id):
    """One place up or down: `first` stands before `second` from now on. Twice is once."""
    group = project.groups.filter(pk=group_id).first()
    first, second = (named_in(request, project, name) for name in ("first", "second"))
    if group is None:
        return gone_already(request, project, group_id)
    if first and second:
        with suppress(AffectedGroup.DoesNotExist):  # one of the two went a moment ago
            first.put_before(second)
        said = _("“%(first)s” stands before “%(second)s” now.")
        messages.success(request, said % {"first": first, "second": second})
    return redirect(group)


def named_in(request, project, name):
    number = request.POST.get(name, "")
    is_number = number.isdecimal() and len(number) < 18
    return project.groups.filter(pk=number).first() if is_number else None


def changed_when_gone(request, project, group_id):
    """Someone took the group away: what was typed is in a form that adds it again."""
    if request.method != "POST":
        return gone_already(request, project, group_id)
    was_here_or_404(project, group_id)
    context = {"project": project, "form": GroupForm(request.POST), "gone": True}
    return changed_meanwhile(request, "projects/team/groups/change.html", context)


def gone_already(request, project, group_id):
    was_here_or_404(project, group_id)
    messages.info(request, _("That group has been taken away already."))
    return redirect("team:groups:index", project.pk)


def was_here_or_404(project, group_id):
    """The project's own history knows a group that is gone."""
    address = AffectedGroup(pk=group_id, project=project).get_absolute_url()
    if not project.activity.filter(url=address).exists():
        raise Http404
