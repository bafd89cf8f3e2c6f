from allauth.core import ratelimit
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from accounts.confinement import whole_account
from accounts.models import Organisation
from needs.forms import AnotherWayForm
from needs.models import AskedAnotherWay
from needs.pages import page_and_project
from needs.speed import late_ones, months_of
from projects.models import Project

JUST = "asked_another_way"


def another_way(request):
    """Ask for a page or a paper another way: for everyone, with no account and no puzzle."""
    asked_about = request.POST.get("page") or request.GET.get("page", "")
    page, project = page_and_project(asked_about, request.user)
    form = AnotherWayForm(request.user, request.POST or None, initial={"page": page})
    if form.is_valid():
        if not ratelimit.consume(request, action="ask_another_way", key=who_asks(request, form)):
            return render(request, "429.html", {}, status=429)
        ask(request, form.cleaned_data, page, project)
        return redirect("needs:asked")
    back_to = page or "/"
    return render(request, "needs/another_way.html", {"form": form, "back_to": back_to})


def who_asks(request, form):
    """One asker, for the limit: the person, or how they are reached, or what they say."""
    if request.user.is_authenticated:
        return f"person {request.user.pk}"
    typed = form.cleaned_data
    reached = typed["email"].lower() or typed["phone"] or typed["post_to"]
    return reached or f"{typed['name']} {typed['words']}"


def ask(request, typed, page, project):
    person = request.user if request.user.is_authenticated else None
    details = {key: typed.get(key, "") for key in DETAILS}
    organisation = project.organisation if project else organisation_of(request.user)
    asked = AskedAnotherWay.ask(
        organisation,
        asker=person,
        project=project,
        page=page,
        way=typed["way"],
        reach=typed["reach"],
        **details,
    )
    request.session[JUST] = {"due": asked.due_on.isoformat(), "who": who_answers(asked)}


DETAILS = ("language", "words", "name", "email", "phone", "post_to")


def who_answers(asked):
    """The name, to someone in the same project; to others only that it is the involvement team."""
    if asked.project_id and asked.named:
        return asked.named.name
    return _("The involvement team")


def organisation_of(user):
    """Whose involvement team sees to it: that of the person's latest project, else the first."""
    if user.is_authenticated:
        mine = Project.objects.of_member(user).order_by("-last_activity_at")
        latest = mine.select_related("organisation").first()
        if latest:
            return latest.organisation
    organisation = Organisation.objects.order_by("pk").first()
    if organisation is None:
        raise Http404
    return organisation


def asked(request):
    """What was just asked for; for someone signed in, all they asked for and what became of it."""
    just = request.session.get(JUST)
    mine = []
    if request.user.is_authenticated and not request.user.confined_to:
        rows = request.user.asked.select_related("named", "answered_by")
        mine = list(rows.order_by("-asked_at", "-pk")[:50])
    context = {
        "just": just and {"who": just["who"], "due": parse_date(just["due"])},
        "mine": [(row, who_answers(row)) for row in mine],
    }
    return render(request, "needs/asked.html", context)


@login_required
@whole_account
def speed(request):
    """How fast requests are met: for the involvement team. No asker and no words."""
    organisations = list(request.user.oversees.all())
    if not organisations:
        raise Http404
    context = {
        "organisations": organisations,
        "months": months_of(organisations),
        "late": late_ones(organisations),
        "today": timezone.localdate(),
        "here": "portfolio",
    }
    return render(request, "needs/speed.html", context)
