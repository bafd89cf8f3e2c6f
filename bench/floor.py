"""The least that could do the same job: bare views, plain statements, one plain template.

Each view checks the session and its person, as ours do, and nothing more: no rights, no CSRF, no
headers, no messages, no language. What they lack is what the ratio pays for.
"""

import re
import secrets
from datetime import timedelta
from functools import cache
from html import unescape
from pathlib import Path

from django.conf import settings
from django.contrib.auth import login
from django.db import transaction
from django.http import HttpResponse, HttpResponseForbidden
from django.template import engines
from django.urls import Resolver404, path, resolve
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from accounts.models import User
from accounts.sign_in_code import digest_of
from collab.urls import urlpatterns as ours
from outbox.models import Message
from projects.checklist.models import ChecklistItem, GivenAnswer
from projects.models import Activity, Project


def healthz(request):
    return HttpResponse("ok")


def tick(request, item_id):
    """The rows of a tick: the item, its answer, the line of activity, the project's figures."""
    if not request.user.is_authenticated:
        return HttpResponseForbidden()
    value, now = request.POST["value"], timezone.now()
    with transaction.atomic():
        locked = ChecklistItem.objects.select_for_update().select_related("project")
        item = locked.get(pk=item_id)
        project, version = item.project, item.project.version + 1
        GivenAnswer.objects.create(item=item, value=value, by=request.user, at=now)
        ChecklistItem.objects.filter(pk=item.pk).update(
            value=value, note="", answered_by=request.user, answered_at=now, version=version
        )
        Project.objects.filter(pk=project.pk).update(
            version=version,
            last_activity_at=now,
            items_done=project.items_done + (1 if value else -1),
            items_needed=project.items_needed,
        )
        Activity.objects.create(
            project=project,
            version=version,
            actor=request.user,
            what="ticked",
            kind="checklist",
            subject=item.wording[:500],
            url=f"/projects/{project.pk}/checklist/",
            at=now,
        )
    return HttpResponse("ok")


def page(request, name, project_id, stage=""):
    """One SELECT of the rows and one template, made from our own page by `bench.pages`."""
    if not request.user.is_authenticated:
        return HttpResponseForbidden()
    if stage:
        rows = ChecklistItem.objects.filter(project=project_id, stage=stage)
    else:
        rows = Activity.objects.filter(project=project_id).select_related("actor")[:6]
    return HttpResponse(template(name).render(rows=rows))


@cache
def template(name):
    """The source that `bench.pages` left, with its addresses and words as a plain page has them."""
    source = (Path(settings.VAR_DIR) / f"floor-{name}.html").read_text(encoding="utf-8")
    source = re.sub(r'(href|action|hx-post)="(/[^"{]*|/[^"]*{{ row.pk }}[^"]*)"', reversed_, source)
    source = re.sub(r">([^<>{}]*[a-z][^<>{}]*)<(?!/(?:script|style))", said, source)
    return engines["jinja2"].env.from_string(source)


def reversed_(found):
    """`href="/projects/7/team/"` → the same address, found by the name of its view."""
    address = found[2].replace("{{ row.pk }}", "999999999")
    try:
        match = resolve(address.partition("?")[0])
    except Resolver404:
        return found[0]
    plain = [str(value) if isinstance(value, str) else value for value in match.kwargs.values()]
    arguments = ", ".join(map(repr, plain))
    arguments = arguments.replace("999999999", "row.pk")
    call = f"url({match.view_name!r}{', ' + arguments if arguments else ''})"
    return f'{found[1]}="{{{{ {call} }}}}{address.partition("?")[2]}"'


def said(found):
    """Words between two tags → the same words, through `_()`."""
    words = unescape(found[1])
    inner = words.strip()
    call = "{{ _(" + repr(inner).replace("%", "%%") + ") }}"
    return ">" + words.replace(inner, call) + "<"


def ask(request):
    """Numbers for one address: the person, a new session, a row of the outbox."""
    email, numbers = request.POST["email"], f"{secrets.randbelow(10**6):06}"
    person = User.objects.get(email=email)
    request.session["asked"] = [person.pk, digest_of(numbers)]
    kept = {"at_once": True, "secret": True, "expires_at": timezone.now() + timedelta(minutes=15)}
    Message.write(to=person, address=email, subject="Your numbers", text=numbers, **kept)
    return HttpResponse("ok")


def confirm(request):
    """The numbers against their digest, and the person into the session."""
    number, digest = request.session.pop("asked")
    if not constant_time_compare(digest, digest_of(request.POST["code"])):
        return HttpResponseForbidden()
    login(request, User.objects.get(pk=number), backend=settings.AUTHENTICATION_BACKENDS[0])
    return HttpResponse("ok")


urlpatterns = [
    path("healthz", healthz),
    path("tick/<int:item_id>/", tick),
    path("ask/", ask),
    path("confirm/", confirm),
    path("page/<str:name>/<int:project_id>/", page),
    path("page/<str:name>/<int:project_id>/<str:stage>/", page),
    *ours,
]
