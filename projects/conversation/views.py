from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from projects.access import project_view
from projects.conversation import columns
from projects.conversation.forms import RhythmForm
from projects.conversation.meetings.invitation import when
from projects.conversation.models import Rhythm
from projects.conversation.models.rhythm import Heartbeat
from ui.spreadsheet import csv_response, lines_of

NEWEST = 3


@project_view("view")
def index(request, project):
    """How long ago people heard from the team, what they were told, and what they ask."""
    asked = project.asked_questions.for_reader(request.membership)
    rhythm, longest = project.rhythms.first(), asked.waiting().first()
    context = {
        "project": project,
        "heartbeat": Heartbeat.of(project),
        "rhythm": rhythm,
        "updates": list(project.updates.sent().in_order().ready_to_draw()[:NEWEST]),
        "drafts": is_lead(request) and list(project.updates.drafts()),
        "promises": list(project.updates.promises()[:NEWEST]),
        "waiting": asked.waiting().count(),
        "longest": longest,
        "may_answer": bool(longest and longest.may_be_answered_by(request.membership)),
        "answered": list(asked.answered().ready_to_draw()[:NEWEST]),
        "hearers": project.hearers.count(),
        "meeting": project.meetings.to_come().first(),
        "when": when,
    }
    if is_lead(request):
        context["followers"] = project.followers.how_many()
    return render(request, "projects/conversation/index.html", context)


@project_view("lead")
def rhythm(request, project):
    """The team agrees how often people hear from it."""
    now = project.rhythms.first()
    initial = {"weeks": now.weeks, "because": now.because} if now else {"weeks": 4}
    form = RhythmForm(request.POST or None, initial=initial)
    if form.is_valid():
        Rhythm.agree(project, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved. We remind you when the time has passed."))
        return redirect("conversation:index", project.pk)
    context = {"project": project, "form": form, "rhythm": now, "earlier": project.rhythms.all()}
    return render(request, "projects/conversation/rhythm.html", context)


@project_view("view")
def updates_csv(request, project):
    lines = lines_of(columns.updates_header(), columns.rows_of_updates(project))
    return csv_response(lines, f"project-{project.pk}-updates.csv")


@project_view("view")
def questions_csv(request, project):
    """What this member may read, and who asked is not in it."""
    asked = project.asked_questions.for_reader(request.membership)
    lines = lines_of(columns.questions_header(), columns.rows_of_questions(asked))
    return csv_response(lines, f"project-{project.pk}-questions.csv")


def is_lead(request):
    return "lead" in request.membership.abilities
