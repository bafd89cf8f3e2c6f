import secrets
from dataclasses import replace

from allauth.core.internal import ratelimit
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from projects.access import project_view
from projects.calendars import events_of
from projects.plan.models import CalendarFeed
from ui.calendar_file import calendar_text


@project_view("view")
def index(request, project):
    """A member's own calendar of this project; who only looks on has none."""
    return render(request, "projects/plan/feeds/index.html", about(request, project))


@require_POST
@project_view("view")
def make(request, project):
    """A new address, shown this once; an earlier one stops.

    Not with a code on paper: a lead printed that and a card can be lost, so what it opens ends
    with it, and an address would go on.
    """
    if request.user.confined_to:
        context = about(request, project)
        return render(request, "projects/plan/feeds/index.html", context, status=403)
    mark = request.POST.get("mark") or secrets.token_urlsafe()
    code = CalendarFeed.make(member_or_403(request), mark=mark)
    address = request.build_absolute_uri(reverse("feed:calendar_ics", args=[code]))
    for_phone = "webcal:" + address.partition(":")[2]
    context = about(request, project) | {"made": address, "for_phone": for_phone}
    return render(request, "projects/plan/feeds/index.html", context)


@require_POST
@project_view("view")
def stop(request, project):
    feed = feed_of(member_or_403(request))
    if feed:
        feed.stop()
    messages.success(request, _("The address opens nothing any more."))
    return redirect("plan:feeds:index", project.pk)


@require_safe
def calendar_ics(request, feed_code):
    """The member's days, for whoever has the address. Wrong codes are counted."""
    feed = CalendarFeed.behind(feed_code)
    if feed is None:
        about = {"app": "allauth.account", "action": "calendar_wrong", "limit_get": True}
        if not ratelimit.consume(request, **about):
            return render(request, "429.html", {}, status=429)
        raise Http404("no calendar here, or not any more")
    project = feed.membership.project
    events = [whole(event, request) for event in events_of(feed.membership)]
    text = calendar_text(events, name=project.title, host=request.get_host())
    name = f'inline; filename="project-{project.pk}.ics"'
    headers = {"Content-Disposition": name, "Cache-Control": "private, no-store"}
    return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers=headers)


def whole(event, request):
    """With an address that a calendar on a phone can open."""
    return replace(event, url=event.url and request.build_absolute_uri(event.url))


def about(request, project):
    is_member = request.membership.pk is not None
    return {
        "project": project,
        "is_member": is_member,
        "feed": feed_of(request.membership) if is_member else None,
        "mark": secrets.token_urlsafe(),
    }


def feed_of(membership):
    return CalendarFeed.objects.filter(membership=membership).first()


def member_or_403(request):
    if request.membership.pk is None:
        raise PermissionDenied
    return request.membership
