"""Hearing from a project by e-mail without an account: asked for, confirmed, stopped at one press.

Whether an address follows already is told to nobody: the page says the same to everyone, and only
the mail that goes to the address knows.
"""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from accounts.codes import tidy
from accounts.limits import counted, limited, wrong_code
from frontdoor.published import published_project
from frontdoor.questions.forms import FollowForm
from projects.conversation.models import Follower


def index(request, project_id):
    """An address; then the same words for all, and a mail with a link."""
    project = published_project(request, project_id)
    form = FollowForm(request.POST if request.method == "POST" else None)
    context = {"project": project, "form": form, "is_sent": request.GET.get("sent") == "yes"}
    if form.is_valid() and not project.is_closed:
        if not counted(request, "follow"):
            return render(request, "429.html", {}, status=429)
        if counted(request, "follow_address", key=form.cleaned_data["email"]):
            Follower.ask(project, form.cleaned_data["email"])
        return redirect(f"{request.path}?sent=yes")
    return render(request, "frontdoor/following/index.html", context)


@limited
def detail(request, follower_code):
    """What the link in the mail opens: it asks once more, and only the button confirms."""
    follower = Follower.behind(tidy(follower_code))
    if follower is None:
        return unknown(request)
    project = follower.project
    request.on_behalf_of = project.organisation
    if request.method == "POST":
        follower.confirm()
        return redirect("published:following:detail", tidy(follower_code))
    context = {"follower": follower, "project": project, "follower_code": tidy(follower_code)}
    return render(request, "frontdoor/following/detail.html", context)


def unknown(request):
    wrong_code(request)
    return render(request, "frontdoor/following/unknown.html", {}, status=404)


@csrf_exempt
@limited
def stop(request, follower_code):
    """They are forgotten whole, at one press. Opening it changes nothing.

    A mail reader's own "unsubscribe" button sends one word and has no token of ours.
    """
    follower = Follower.behind(tidy(follower_code))
    if follower is None:
        return unknown(request)
    request.on_behalf_of = follower.project.organisation
    if request.method == "POST" and request.POST.get("List-Unsubscribe") == "One-Click":
        follower.stop()
        return HttpResponse("ok\n", content_type="text/plain")
    return confirm(request, follower)


@csrf_protect
def confirm(request, follower):
    context = {"follower": follower, "project": follower.project}
    if request.method == "POST":
        follower.stop()
        return render(request, "frontdoor/following/stopped.html", context)
    return render(request, "frontdoor/following/stop.html", context)
