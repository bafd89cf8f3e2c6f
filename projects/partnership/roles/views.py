from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from projects.access import project_view
from projects.partnership.models import MeetingRole
from projects.partnership.models.roles import note_roles
from projects.partnership.roles.forms import RolesForm, as_typed_in
from projects.partnership.roles.rotation import meetings_of, rotation_in

PAGE = 25


@project_view("view")
def index(request, project):
    """A table of meetings, and in words whether what is done in them goes round."""
    meetings = meetings_of(project)
    context = {
        "project": project,
        "page": (page := Paginator(meetings, PAGE).get_page(request.GET.get("page"))),
        "meetings": list(page),
        "roles": MeetingRole.Role.choices,
        "rotation": rotation_in(meetings),
    }
    return render(request, "projects/partnership/roles/index.html", context)


@project_view("contribute")
def write(request, project):
    """Who did what in one meeting; with `on` about one that is written down already."""
    rows = list(project.meeting_roles.filter(on=day_in(request.GET.get("on", ""))))
    initial = as_typed_in(rows)
    if rows:
        initial |= left_meanwhile(project, rows)
    form = RolesForm(project, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        note_roles(project, by=request.user, **form.details)
        messages.success(request, _("It is written down."))
        return redirect("partnership:roles:index", project.pk)
    context = {"project": project, "form": form, "rows": rows}
    return render(request, "projects/partnership/roles/write.html", context)


def left_meanwhile(project, rows):
    """A member who has left stands in words, so that changing the rest does not lose them."""
    found = {}
    for row in rows:
        if row.member_id and row.member.left_on:
            found |= {row.role: "other", f"{row.role}_other": row.member.user.name}
    return found


def day_in(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
