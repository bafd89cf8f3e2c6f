from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.conversation.meetings.agenda.forms import ChangePointForm, PointForm
from projects.conversation.meetings.agenda.suggesting import chosen_of, suggestions_for
from projects.conversation.meetings.finding import of_meeting
from projects.conversation.models import AgendaPoint
from projects.models import ChangedMeanwhile
from ui.display import Display
from ui.htmx import changed_meanwhile
from ui.meanwhile import both_texts, open_again

ROOM = "projects/conversation/meetings/agenda"


@project_view("lead")
@of_meeting
def index(request, project, meeting):
    """The order of the points, and what is open in the project to choose from."""
    if not meeting.is_planned:
        return redirect(meeting)
    points = list(meeting.points.in_order().ready_to_draw())
    context = {
        "project": project,
        "meeting": meeting,
        "points": points,
        "planned": sum(point.minutes or 0 for point in points),
        "groups": suggestions_for(meeting, Display.of(request)),
    }
    return render(request, f"{ROOM}/index.html", context)


@project_view("contribute")
@of_meeting
def new(request, project, meeting):
    """A point in a member's own words."""
    if request.method != "POST" and not meeting.is_planned:
        return redirect(meeting)
    form = PointForm(request.POST or None)
    if form.is_valid():
        point = AgendaPoint.add(meeting, by=request.user, **form.cleaned_data)
        messages.success(request, _("It is on the agenda. Thank you."))
        return redirect(point)
    context = {"project": project, "meeting": meeting, "form": form}
    return render(request, f"{ROOM}/new.html", context)


@require_POST
@project_view("lead")
@of_meeting
def choose(request, project, meeting):
    """What was ticked of what is open goes on the agenda, in the order of the page."""
    groups = suggestions_for(meeting, Display.of(request))
    chosen = chosen_of(groups, set(request.POST.getlist("chosen")))
    points = AgendaPoint.choose(meeting, chosen, by=request.user)
    if points:
        said = ngettext(
            "%(num)s point is put on the agenda.",
            "%(num)s points are put on the agenda.",
            len(points),
        )
        messages.success(request, said % {"num": len(points)})
    else:
        messages.info(request, _("Nothing was ticked, so the agenda stays as it is."))
    return redirect("conversation:meetings:agenda:index", project.pk, meeting.pk)


@project_view("contribute")
@of_meeting
def change(request, project, meeting, point):
    """Reword it, or say how long: a lead, or whoever brought it."""
    if not may_change(request, point):
        raise PermissionDenied
    if request.method != "POST" and not meeting.is_planned:
        return redirect(meeting)
    initial = {"title": point.title, "minutes": point.minutes, "opened_at": point.version}
    form = ChangePointForm(request.POST or None, initial=initial)
    context = {"project": project, "meeting": meeting, "point": point, "form": form}
    if form.is_valid():
        details = dict(form.cleaned_data)
        try:
            point.change(by=request.user, opened_at=details.pop("opened_at"), **details)
        except ChangedMeanwhile as late:
            context["meanwhile"] = both_texts(form, late.thing)
            context["form"] = open_again(form, late.thing.version)
            return changed_meanwhile(request, f"{ROOM}/change.html", context)
        messages.success(request, _("Saved."))
        return redirect(point)
    return render(request, f"{ROOM}/change.html", context)


def may_change(request, point):
    is_theirs = point.added_by == request.user and not point.is_suggested
    return "lead" in request.membership.abilities or is_theirs


@require_POST
@project_view("lead")
@of_meeting
def up(request, project, meeting, point):
    point.move(-1)
    messages.success(request, _("“%(point)s” has moved up.") % {"point": point})
    return back_to_order(meeting, point)


@require_POST
@project_view("lead")
@of_meeting
def down(request, project, meeting, point):
    point.move(1)
    messages.success(request, _("“%(point)s” has moved down.") % {"point": point})
    return back_to_order(meeting, point)


def back_to_order(meeting, point):
    where = reverse("conversation:meetings:agenda:index", args=[meeting.project_id, meeting.pk])
    return redirect(f"{where}#point-{point.pk}")


@require_POST
@project_view("lead")
@of_meeting
def take_away(request, project, meeting, point):
    if point.take_away(by=request.user):
        messages.success(request, _("It is off the agenda."))
    else:
        messages.info(request, _("Something is written down under it, so it stays."))
    return redirect("conversation:meetings:agenda:index", project.pk, meeting.pk)
