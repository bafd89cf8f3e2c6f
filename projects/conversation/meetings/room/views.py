from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.conversation.meetings.finding import of_meeting
from projects.conversation.meetings.invitation import when
from projects.conversation.meetings.room.forms import (
    ActionForm,
    DecisionForm,
    IdeaForm,
    ParkForm,
    PeopleForm,
    SaidForm,
)
from projects.conversation.models import AgendaPoint, Captured
from projects.meanwhile import changed_by
from projects.models import ChangedMeanwhile
from ui.htmx import ask_again, changed_meanwhile
from ui.meanwhile import both_in_one, both_texts, open_again

ROOM = "projects/conversation/meetings/room"


@project_view("contribute", in_person=True)
@of_meeting
def index(request, project, meeting):
    """Before the first point: who is here, what there is to talk about, what has no time."""
    if not meeting.is_planned:
        return redirect(meeting)
    return render(request, f"{ROOM}/index.html", about_room(request, meeting))


@require_POST
@project_view("contribute", in_person=True)
@of_meeting
def people(request, project, meeting):
    """Who is here."""
    form = PeopleForm(project, request.POST)
    if not form.is_valid():
        context = about_room(request, meeting) | {"people": form, "form": form}
        return ask_again(request, f"{ROOM}/index.html", context)
    meeting.note_who_came(by=request.user, **form.details)
    messages.success(request, _("Written down who is here."))
    return redirect("conversation:meetings:room:index", project.pk, meeting.pk)


@require_POST
@project_view("contribute", in_person=True)
@of_meeting
def park(request, project, meeting):
    """Something comes up that has no time today."""
    form = ParkForm(request.POST)
    if not form.is_valid():
        context = about_room(request, meeting) | {"parking": form, "form": form}
        return ask_again(request, f"{ROOM}/index.html", context)
    AgendaPoint.add(meeting, by=request.user, is_parked=True, **form.cleaned_data)
    messages.success(request, _("It is kept for another time."))
    where = reverse("conversation:meetings:room:index", args=[project.pk, meeting.pk])
    return redirect(f"{where}#parked")


@project_view("contribute", in_person=True)
@of_meeting
def detail(request, project, meeting, point):
    """One point, big: what was said, and what came of it."""
    if not meeting.is_planned:
        return redirect(meeting)
    return render(request, f"{ROOM}/detail.html", about_point(request, meeting, point))


@require_POST
@project_view("contribute", in_person=True)
@of_meeting
def said(request, project, meeting, point):
    form = SaidForm(request.POST)
    context = about_point(request, meeting, point) | {"saying": form, "form": form}
    if not form.is_valid():
        return ask_again(request, f"{ROOM}/detail.html", context)
    words, opened_at = form.cleaned_data["said"], form.cleaned_data["opened_at"]
    try:
        point.say(by=request.user, opened_at=opened_at, said=words)
    except ChangedMeanwhile as late:
        form = both_in_one(open_again(form, late.thing.version), late.thing, "said")
        context |= {
            "saying": form,
            "meanwhile": both_texts(form, late.thing),
            "meanwhile_by": changed_by(request, late.thing),
            "meanwhile_together": True,
        }
        return changed_meanwhile(request, f"{ROOM}/detail.html", context)
    messages.success(request, _("Written down."))
    return redirect(screen_of(meeting, point))


@require_POST
@project_view("contribute", in_person=True)
@of_meeting
def decision(request, project, meeting, point):
    form = DecisionForm(point, request.POST, may_agree=may_agree(request))
    if not form.is_valid():
        context = about_point(request, meeting, point) | {"deciding": form, "form": form}
        return ask_again(request, f"{ROOM}/detail.html", context)
    made = Captured.write_down_decision(point, by=request.user, **form.details)
    messages.success(request, _("The decision is written down."))
    return redirect(f"{screen_of(meeting, point)}#captured-{made.pk}")


@require_POST
@project_view("contribute", in_person=True)
@of_meeting
def action(request, project, meeting, point):
    form = ActionForm(project, request.POST)
    if not form.is_valid():
        context = about_point(request, meeting, point) | {"doing": form, "form": form}
        return ask_again(request, f"{ROOM}/detail.html", context)
    made = Captured.write_down_action(point, by=request.user, **form.details)
    messages.success(request, _("The action is written down. Whoever does it is told."))
    return redirect(f"{screen_of(meeting, point)}#captured-{made.pk}")


@require_POST
@project_view("contribute", in_person=True)
@of_meeting
def idea(request, project, meeting, point):
    form = IdeaForm(project, request.user, request.POST)
    if not form.is_valid():
        context = about_point(request, meeting, point) | {"thinking": form, "form": form}
        return ask_again(request, f"{ROOM}/detail.html", context)
    made = Captured.write_down_idea(point, by=request.user, **form.details)
    messages.success(request, _("The idea is written down."))
    return redirect(f"{screen_of(meeting, point)}#captured-{made.pk}")


@require_POST
@project_view("contribute", in_person=True)
@of_meeting
def later(request, project, meeting, point):
    """No time for it now; or there is time after all."""
    is_parked = request.POST.get("parked") != "no"
    point.park(is_parked, by=request.user)
    if not is_parked:
        return redirect(screen_of(meeting, point))
    messages.success(request, _("“%(point)s” is kept for another time.") % {"point": point})
    following = meeting.points.in_order().filter(position__gt=point.position).first()
    if following:
        return redirect(screen_of(meeting, following))
    return redirect("conversation:meetings:room:index", project.pk, meeting.pk)


def about_room(request, meeting):
    """What the first screen of the room shows, with its forms as they are when it is opened."""
    came = meeting.coming.filter(came=True).values_list("member", flat=True)
    people_are = {
        "came": [str(number) for number in came],
        "guests": meeting.guests,
        "guests_from": meeting.guests_from,
    }
    return {
        "project": meeting.project,
        "meeting": meeting,
        "when": when(meeting),
        "points": list(meeting.points.in_order()),
        "parked": list(meeting.points.parked()),
        "people": PeopleForm(meeting.project, initial=people_are),
        "parking": ParkForm(),
    }


def about_point(request, meeting, point):
    """What the screen of a point shows, with its forms as they are when it is opened."""
    points = list(meeting.points.in_order())
    at = points.index(point) if point in points else None
    captured = point.captured.select_related("decision", "action__owner__user", "idea__session")
    return {
        "project": meeting.project,
        "meeting": meeting,
        "point": point,
        "points": points,
        "number": None if at is None else at + 1,
        "before": points[at - 1] if at else None,
        "after": points[at + 1] if at is not None and points[at + 1 :] else None,
        "captured": list(captured.prefetch_related("idea__hand__typed_by", "idea__given_by")),
        "saying": SaidForm(initial={"said": point.said, "opened_at": point.version}),
        "deciding": DecisionForm(point, may_agree=may_agree(request)),
        "doing": ActionForm(meeting.project),
        "thinking": IdeaForm(meeting.project, request.user),
    }


def may_agree(request):
    return "lead" in request.membership.abilities


def screen_of(meeting, point):
    args = [meeting.project_id, meeting.pk, point.pk]
    return reverse("conversation:meetings:room:detail", args=args)
