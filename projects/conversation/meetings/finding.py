"""The meeting and the point that an address names; and what happens when the meeting is over."""

from functools import wraps

from django.http import Http404
from django.shortcuts import get_object_or_404, render

from projects.conversation.models import AgendaPoint, NotPlanned
from projects.interrupted import texts_in


def of_meeting(view):
    """Below `project_view`: the view receives the meeting, and the point where one is named.

    `held_id` in an address is one that took place. What comes too late, for a meeting that was
    closed or called off, is shown and not lost.
    """

    @wraps(view)
    def found(request, project, *, meeting_id=None, held_id=None, **kwargs):
        meeting = get_object_or_404(project.meetings, pk=meeting_id or held_id)
        meeting.project = project
        if "agenda_id" in kwargs:
            points = meeting.points.ready_to_draw()
            kwargs["point"] = get_object_or_404(points, pk=kwargs.pop("agenda_id"))
            kwargs["point"].meeting = meeting
        try:
            return view(request, project, meeting, **kwargs)
        except NotPlanned as late:
            return too_late(request, late.meeting)
        except AgendaPoint.DoesNotExist:
            raise Http404 from None

    return found


def too_late(request, meeting):
    context = {"project": request.project, "meeting": meeting, "typed": texts_in(request)}
    return render(request, "projects/conversation/meetings/over.html", context, status=409)
