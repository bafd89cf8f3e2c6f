from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from needs.flags import MEETINGS, flags_for
from projects.access import project_view
from projects.conversation.meetings.finding import of_meeting
from projects.conversation.meetings.forms import (
    ChangeMeetingForm,
    ComingForm,
    MeetingForm,
    WhyForm,
)
from projects.conversation.meetings.invitation import calendar_of, when
from projects.conversation.meetings.who import WhoComes, my_answer
from projects.conversation.models import Coming, Meeting
from projects.hands import place_of
from projects.meanwhile import changed_by
from projects.models import ChangedMeanwhile, Hand
from ui.calendar_file import calendar_response
from ui.htmx import changed_meanwhile
from ui.meanwhile import both_texts, open_again

PAGE = 25
ROOM = "projects/conversation/meetings"


@project_view("view")
def index(request, project):
    """What is to come, and what was."""
    past = Paginator(project.meetings.past(), PAGE).get_page(request.GET.get("page"))
    to_come = list(project.meetings.to_come())
    for meeting in [*to_come, *past]:
        meeting.project, meeting.when = project, when(meeting)
    context = {"project": project, "to_come": to_come, "page": past}
    return render(request, f"{ROOM}/index.html", context)


@project_view("lead")
def new(request, project):
    """A meeting with everything people need in order to come. They are invited at once."""
    form = MeetingForm(project, request.POST or None)
    if form.is_valid():
        meeting = Meeting.plan(project, by=request.user, roles=form.roles, **form.details)
        said = _("The meeting is planned, and everyone in the team is invited.")
        messages.success(request, _("The meeting is written down.") if meeting.is_over else said)
        return redirect(meeting)
    flags = flags_for(project, request.user, MEETINGS)
    context = {"project": project, "form": form, "flags": flags}
    return render(request, f"{ROOM}/new.html", context)


@project_view("view")
@of_meeting
def detail(request, project, meeting):
    points = list(meeting.points.ready_to_draw().in_order())
    place = place_of(request)
    context = {
        "project": project,
        "meeting": meeting,
        "when": when(meeting),
        "points": points,
        "planned": sum(point.minutes or 0 for point in points),
        "parked": list(meeting.points.ready_to_draw().parked()),
        "who": WhoComes(meeting),
        "mine": my_answer(meeting, place),
        "answers": Coming.Answer.choices,
        "flags": flags_for(project, request.user, MEETINGS) if meeting.is_planned else [],
    }
    return render(request, f"{ROOM}/detail.html", context)


@project_view("lead")
@of_meeting
def change(request, project, meeting):
    """Another time or place asks why. Everybody hears what they need in order to come."""
    form = ChangeMeetingForm(meeting, request.POST or None)
    context = {"project": project, "meeting": meeting, "form": form}
    if form.is_valid():
        opened_at, because = form.cleaned_data["opened_at"], form.cleaned_data["because"]
        try:
            meeting.change(
                by=request.user, opened_at=opened_at, because=because, roles=form.roles,
                **form.details,
            )  # fmt: skip
        except ChangedMeanwhile as late:
            return beside(request, context, late.thing)
        messages.success(request, _("Saved. Everyone who needs to know it is told."))
        return redirect(meeting)
    if not meeting.is_planned:
        messages.info(request, _("This meeting is closed or called off, so it stays as it is."))
        return redirect(meeting)
    return render(request, f"{ROOM}/change.html", context)


def beside(request, context, now):
    """Someone changed it meanwhile: both texts, and yours in a form that can be saved again."""
    form = open_again(context["form"], now.version)
    texts = [one for one in both_texts(form, now) if one[0] != form.fields["because"].label]
    yours = Meeting(**{name: form.cleaned_data[name] for name in Meeting.TIMES})
    if when(yours) != when(now):
        texts.append((_("When"), when(yours), when(now)))
    context |= {
        "form": form,
        "meanwhile": texts,
        "meanwhile_by": changed_by(request, now),
    }
    return changed_meanwhile(request, f"{ROOM}/change.html", context)


@project_view("lead")
@of_meeting
def call_off(request, project, meeting):
    form = WhyForm(request.POST or None)
    if form.is_valid():
        meeting.call_off(by=request.user, because=form.cleaned_data["because"])
        messages.success(request, _("The meeting is called off. Everyone is told."))
        return redirect(meeting)
    if not meeting.is_planned:
        messages.info(request, _("This meeting is closed or called off, so it stays as it is."))
        return redirect(meeting)
    context = {"project": project, "meeting": meeting, "form": form, "when": when(meeting)}
    return render(request, f"{ROOM}/call_off.html", context)


@require_POST
@project_view("contribute")
@of_meeting
def come(request, project, meeting):
    """“I can come”: one press, and another one changes it."""
    answer = request.POST.get("answer")
    if answer in Coming.Answer.values and request.membership.pk:
        Coming.say(meeting, request.membership, answer)
        messages.success(request, _("Thank you for saying so. You can change it until then."))
    return redirect(f"{meeting.get_absolute_url()}#coming")


@project_view("lead")
@of_meeting
def coming(request, project, meeting):
    """A lead writes down what somebody said on paper, by phone or in passing."""
    form = ComingForm(project, request.POST or None)
    if form.is_valid():
        member = form.cleaned_data["member"]
        if member.user == request.user:
            Coming.say(meeting, member, form.cleaned_data["answer"])
        else:
            hand = Hand.record_for(member, by=request.user)
            with hand.writing():
                Coming.say(meeting, member, form.cleaned_data["answer"])
            hand.lay_down()
        messages.success(request, _("Written down for %(name)s") % {"name": member.user.name})
        return redirect("conversation:meetings:coming", project.pk, meeting.pk)
    context = {"project": project, "meeting": meeting, "form": form, "who": WhoComes(meeting)}
    return render(request, f"{ROOM}/coming.html", context)


@project_view("view")
@of_meeting
def meeting_ics(request, project, meeting):
    """For calendars: as it is now, with the same name for ever."""
    return calendar_response(calendar_of(meeting), "meeting.ics")
