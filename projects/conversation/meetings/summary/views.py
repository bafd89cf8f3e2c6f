from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from projects.access import project_view
from projects.conversation.meetings.finding import of_meeting
from projects.conversation.meetings.invitation import when
from projects.conversation.meetings.summary.drafting import draft_of, mark_of, not_said_in
from projects.conversation.meetings.summary.forms import CloseForm, CorrectForm
from projects.conversation.meetings.who import who_came
from projects.conversation.meetings.wording import pieces_of
from projects.meanwhile import beside
from projects.models import ChangedMeanwhile
from ui.display import Display
from ui.htmx import changed_meanwhile
from ui.meanwhile import open_again

ROOM = "projects/conversation/meetings/summary"


@project_view("view")
@of_meeting
def index(request, project, meeting):
    """What came of it, as it was sent; what was corrected, and how it read before."""
    if not meeting.is_closed:
        return redirect(meeting)
    *earlier, now = meeting.summaries.select_related("by")
    captured = meeting.captured.select_related("decision", "action__owner__user", "idea", "point")
    rows = list(captured.order_by("point__position", "pk"))
    context = {
        "project": project,
        "meeting": meeting,
        "when": when(meeting),
        "summary": now,
        "pieces": pieces_of(now.words(Display.of(request))),
        "earlier": [(one, pieces_of(one.text)) for one in reversed(earlier)],
        "decisions": [row.decision for row in rows if row.decision],
        "actions": [row.action for row in rows if row.action],
        "ideas": [row.idea for row in rows if row.idea],
        "came": who_came([meeting])[meeting.pk],
    }
    return render(request, f"{ROOM}/index.html", context)


@project_view("lead")
@of_meeting
def close(request, project, meeting):
    """The draft from the agenda, read and changed by a lead; kept for later, or sent."""
    if request.method == "GET" and not meeting.is_planned:
        return redirect(meeting)
    drafted = draft_of(meeting)
    initial = {"text": meeting.draft or drafted, "easy": meeting.draft_easy}
    initial |= {"opened_at": meeting.version, "seen": mark_of(drafted)}
    form = CloseForm(request.POST or None, initial=initial)
    context = {"project": project, "meeting": meeting, "form": form, "when": when(meeting)}
    if form.is_valid():
        typed = dict(form.cleaned_data)
        seen, is_kept = typed.pop("seen"), "keep" in request.POST
        if meeting.is_planned and not is_kept and seen not in ("", mark_of(drafted)):
            context["later"] = not_said_in(typed["text"], drafted)
            context["form"] = open_again(form, mark_of(drafted), "seen")
            return changed_meanwhile(request, f"{ROOM}/close.html", context)
        try:
            if is_kept:
                meeting.keep_draft(by=request.user, **typed)
                messages.success(request, _("Kept. Nobody is told yet."))
                return redirect(meeting)
            meeting.close(by=request.user, **typed)
        except ChangedMeanwhile as late:
            now = late.thing
            now.text, now.easy = now.draft or draft_of(now), now.draft_easy
            return beside(request, f"{ROOM}/close.html", context, now)
        messages.success(request, _("The meeting is closed, and its summary goes to the team."))
        return redirect("conversation:meetings:summary:index", project.pk, meeting.pk)
    context["is_begun"] = bool(meeting.draft)
    if meeting.draft and not form.is_bound:
        context["later"] = not_said_in(meeting.draft, drafted)
    return render(request, f"{ROOM}/close.html", context)


@project_view("lead")
@of_meeting
def correct(request, project, meeting):
    """What stands is never changed: another summary takes its place, and says why."""
    if not meeting.is_closed:
        raise Http404
    summary = meeting.summary
    initial = {"text": summary.text, "easy": summary.easy, "opened_at": meeting.version}
    form = CorrectForm(request.POST or None, initial=initial)
    context = {"project": project, "meeting": meeting, "form": form}
    if form.is_valid():
        try:
            meeting.correct(by=request.user, **form.cleaned_data)
        except ChangedMeanwhile as late:
            now = late.thing
            now.text, now.easy = now.summary.text, now.summary.easy
            return beside(request, f"{ROOM}/correct.html", context, now)
        messages.success(request, _("The summary is corrected. The team is told why."))
        return redirect("conversation:meetings:summary:index", project.pk, meeting.pk)
    return render(request, f"{ROOM}/correct.html", context)
