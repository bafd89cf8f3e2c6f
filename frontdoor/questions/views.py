"""What people ask a team and what it answers; and asking without an account.

Whoever is signed in asks as anonymously as everyone else. No session is opened: the code stands on
the page that answers the form, and the same form sent again shows the same one.
"""

import secrets

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from accounts.codes import as_printed, tidy
from accounts.limits import counted, limited, wrong_code
from frontdoor.published import published_project
from frontdoor.questions.forms import AskFromOutsideForm
from projects.conversation.models import Asker

PAGE = 25


def index(request, project_id):
    """Questions with their answers, newest first. Who asked is never told."""
    project = published_project(request, project_id)
    asked = project.asked_questions.public().prefetch_related("answers")
    page = Paginator(asked, PAGE).get_page(request.GET.get("page"))
    return render(request, "frontdoor/questions/index.html", {"project": project, "page": page})


def new(request, project_id):
    """One box. What comes in waits for one member of the team."""
    project = published_project(request, project_id)
    initial = {"mark": secrets.token_urlsafe(18)}
    sent = request.POST if request.method == "POST" else None
    form = AskFromOutsideForm(sent, initial=initial)
    context = {"project": project, "form": form}
    if project.is_active and form.is_valid():
        return private(receive(request, context))
    return private(render(request, "frontdoor/questions/new.html", context))


def receive(request, context):
    """The question waits; whoever asked is shown their code, once."""
    project, form = context["project"], context["form"]
    typed = dict(form.cleaned_data)
    if not counted(request, "ask_question", key=f"{project.pk}"):
        context["is_crowded"] = True
        return render(request, "frontdoor/questions/new.html", context, status=429)
    if typed["email"] and not counted(request, "ask_email", key=typed["email"]):
        form.add_error("email", _("Many messages came with this address today. Leave it empty."))
        return render(request, "frontdoor/questions/new.html", context)
    typed["mark"] = typed["mark"] or secrets.token_urlsafe(18)
    asked, code = Asker.ask(project, **typed)
    context |= {"asked": asked, "code": code, "printed": as_printed(code) if code else ""}
    address = request.build_absolute_uri(reverse("ask:index")).split("//", 1)[-1].rstrip("/")
    context |= {"address": address, "is_known": bool(typed["email"])}
    return render(request, "frontdoor/questions/asked.html", context)


def private(response):
    """A code may stand on it: it is kept nowhere."""
    response.headers["Cache-Control"] = "private, no-store"
    return response


@limited
def follow(request, follow_up_code):
    """One's own question, and what the team says to it."""
    asker = Asker.behind(tidy(follow_up_code))
    if asker is None:
        return unknown(request)
    asked = asker.asked
    request.on_behalf_of = asked.project.organisation
    context = {"asker": asker, "asked": asked, "project": asked.project}
    context |= {"answers": list(asked.answers.all())[::-1], "done": request.GET.get("done", "")}
    context["follow_up_code"] = tidy(follow_up_code)
    return render(request, "frontdoor/questions/follow.html", context)


def unknown(request):
    wrong_code(request)
    return render(request, "frontdoor/questions/unknown.html", {}, status=404)


@csrf_exempt
@limited
def forget(request, follow_up_code):
    """Their address goes, at one press. Opening it changes nothing.

    A mail reader's own "unsubscribe" button sends one word and has no token of ours.
    """
    asker = Asker.behind(tidy(follow_up_code))
    if asker is None:
        return unknown(request)
    request.on_behalf_of = asker.asked.project.organisation
    if request.method == "POST" and request.POST.get("List-Unsubscribe") == "One-Click":
        asker.forget()
        return HttpResponse("ok\n", content_type="text/plain")
    return confirm(request, asker, tidy(follow_up_code))


@csrf_protect
def confirm(request, asker, code):
    if request.method == "POST":
        asker.forget()
        address = reverse("published:questions:follow", args=[code])
        return redirect(f"{address}?done=forgotten")
    context = {"asker": asker, "follow_up_code": code}
    return render(request, "frontdoor/questions/forget.html", context)
