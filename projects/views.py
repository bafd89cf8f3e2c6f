from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.confinement import whole_account
from accounts.models import User
from projects import hands, interrupted
from projects.access import LARGEST, project_view
from projects.assessment.in_summary import result_of
from projects.cases.behind import assumed_answers, behind
from projects.consents.choices import choices_of, has_shared
from projects.consents.models import Consent
from projects.conversation.meetings.invitation import when
from projects.conversation.models.rhythm import Heartbeat
from projects.evidence.models.equality import reopened_by
from projects.exports.where_read import where_read
from projects.forms import (
    ActivityForm,
    BigIdeaForm,
    MoveForm,
    NewForm,
    PublicPartsForm,
    StatusForm,
)
from projects.models import ChangedMeanwhile, Membership, Project, Support
from projects.next_thing import next_thing_for, next_thing_in
from projects.public import aim_to_choose, decisions_to_choose, public_page_of
from projects.reasons import reasons_of
from projects.stage_map import stage_map
from projects.start import start_project
from projects.team.leads import side_without_lead
from projects.transfer.models import was_public_elsewhere
from projects.words import words_of
from stages.guide import guide_of
from stages.models import Edition, Sharing, Stage
from ui.display import Display
from ui.htmx import changed_meanwhile
from ui.meanwhile import both_texts, open_again

ACTIVITY_PAGE = 50
SENT_TWICE = timedelta(minutes=30)


@login_required
def index(request):
    """My projects, with my one next thing above them."""
    mine = Project.objects.of_member(request.user).select_related("organisation")
    context = {
        "next": next_thing_for(request.user, Display.of(request)),
        "open": mine.open().order_by("-last_activity_at"),
        "closed": mine.exclude(status__in=Project.OPEN).order_by("-last_activity_at"),
        "may_start": not request.user.confined_to and request.user.may_start_in().exists(),
        "helping": Support.objects.lasting_in(request.user).select_related("project"),
    }
    return render(request, "projects/index.html", context)


@login_required
def words(request):
    """What I said across my projects, and where it stands."""
    page = words_of(request.user, request.GET.get("page"))
    return render(request, "projects/words.html", {"page": page})


@login_required
def sharing(request):
    """What I share in every project, also in those I have left; each can be taken back here."""
    if request.method == "POST":
        mine = Consent.objects.of(request.user).select_related("membership__project")
        consent = get_object_or_404(mine, pk=number_in(request, "consent"))
        Consent.withdraw(consent.membership, consent.use, by=request.user)
        messages.success(request, _("Taken back. What is printed already stays printed."))
        return redirect("projects:sharing")
    places = list(Membership.objects.of(request.user).select_related("project"))
    choices = choices_of(places)
    context = {
        "sharing": [(one, choices[one.pk]) for one in places if has_shared(choices[one.pk])],
        "others": [one for one in places if not (one.left_on or has_shared(choices[one.pk]))],
    }
    return render(request, "projects/sharing.html", context)


def number_in(request, name):
    """The number of a row that a form names; 0, which is none, for anything else."""
    typed = request.POST.get(name, "")
    return int(typed) if typed.isdecimal() and int(typed) <= LARGEST else 0


@login_required
@whole_account
def new(request):
    """Start a project from its big idea. 403 for someone who belongs to no organisation."""
    if not request.user.may_start_in().exists():
        return render(request, "projects/may_not_start.html", {}, status=403)
    form = NewForm(request.user, request.POST or None)
    if form.is_valid():
        details = form.details()
        project = just_started(request.user, details) or start_project(by=request.user, **details)
        messages.success(request, _("Your project has begun"))
        return redirect(project)
    context = {"form": form, "prompts": prompts_of(Edition.objects.current())}
    return render(request, "projects/new.html", context)


def prompts_of(edition):
    """The guide's questions about a big idea, to think of while one writes."""
    return guide_of(edition.pk, Stage.BIG_IDEA)[1] if edition else []


@login_required
def typed(request):
    """What someone wrote when they were signed out meanwhile: send it now, or let it go."""
    waiting = interrupted.kept(request)
    if request.method == "POST":
        interrupted.forget(request)
        return redirect("projects:index")
    if waiting is None:
        return redirect("projects:index")
    hand = hands.chosen_for(request, waiting["in"])
    request.written_for = hands.mark_of(hand)
    if hand:
        waiting["fields"].pop(hands.FIELD, None)
    return render(request, "projects/typed.html", {"waiting": waiting, "hand": hand})


def just_started(user, details):
    """The same form sent twice begins one project: the one that began with it a moment ago."""
    lately = timezone.now() - SENT_TWICE
    same = {name: details[name] for name in ("organisation", "title", "idea")}
    return Project.objects.filter(started_by=user, started_at__gt=lately, **same).first()


@project_view("view")
def detail(request, project):
    """The project's home: where it stands, the one next thing, its people and what is new."""
    display = Display.of(request)
    context = {
        "project": project,
        "model": stage_map(project),
        "next": next_thing_in(project, hands.place_of(request), display),
        **in_short(project),
        **team_of(project),
        "side_without_lead": side_without_lead(project, request.membership),
        "assessment": result_of(project),
        "reopened_by": None if project.is_closed else reopened_by(project),
        "decisions": latest_decisions(project),
        "activity": project.activity.with_names()[:6],
        "came_from": lambda: project.proposals.filter(state="accepted").first(),
    }
    if may_help(request.membership):
        context["reasons"] = reasons_of(project)
    return render(request, "projects/detail.html", context)


def in_short(project):
    """The aim; while the project is open also the next meeting, and how long ago people heard."""
    said = {"aim": project.aims.newest()}
    if not project.is_closed:
        meeting = project.meetings.to_come().first()
        said |= {"meeting": meeting, "when": when, "heartbeat": Heartbeat.of(project)}
    return said


TEAM_SHOWN = 8


def team_of(project):
    """The first of the team, and how many there are; counted only when not all are shown."""
    here = project.memberships.here()
    first = list(here.select_related("user")[: TEAM_SHOWN + 1])
    in_team = len(first) if len(first) <= TEAM_SHOWN else here.count()
    return {"team": first[:TEAM_SHOWN], "in_team": in_team}


def may_help(membership):
    """Leads, and the involvement team, who look on without a place in the team."""
    return "lead" in membership.abilities or membership.oversees


def latest_decisions(project):
    """Three: what is not agreed yet comes first."""
    standing = project.decisions.exclude(status="replaced")
    return standing.order_by("-status", "-decided", "-pk")[:3]


@project_view("lead")
def big_idea(request, project):
    """What the big idea says. Two people at once: the second is shown both texts."""
    form = BigIdeaForm(request.POST or None, instance=Project.objects.get(pk=project.pk))
    context = {"project": project, "form": form, "prompts": prompts_of(project.edition)}
    if request.method != "POST":
        form.initial |= {"opened_at": project.idea_as_opened(), "review_on": project.review_on}
    elif form.is_valid():
        try:
            project.reword(by=request.user, **form.cleaned_data)
        except ChangedMeanwhile as other:
            return beside(request, context, other.thing)
        messages.success(request, _("Saved"))
        return redirect(project)
    return render(request, "projects/big_idea.html", context)


def beside(request, context, now):
    """Someone changed the big idea meanwhile: both texts, and yours in a form to save again."""
    context["meanwhile"] = both_texts(context["form"], now)
    context["form"] = open_again(context["form"], now.idea_as_opened())
    return changed_meanwhile(request, "projects/big_idea.html", context)


@project_view("lead")
def move(request, project):
    """On, back, or past some steps: with the reason, and one person asked from each side."""
    form = MoveForm(project, request.POST or None)
    if form.is_valid():
        project.move_to(**form.cleaned_data, by=request.user)
        messages.success(request, _("The project has moved"))
        return redirect(project)
    return render(request, "projects/move.html", {"project": project, "form": form})


@project_view("lead", when_closed=True)
def status(request, project):
    """Pause, stop, end as not collaborative, complete or reopen: each with its reason."""
    form = StatusForm(project, request.POST or None)
    if form.is_valid():
        project.turn(**form.cleaned_data, by=request.user)
        said = {
            Project.Status.ACTIVE: _("The project goes on"),
            Project.Status.PAUSED: _("The project is paused"),
        }
        messages.success(request, said.get(project.status, _("The project is closed")))
        return redirect(project)
    return render(request, "projects/status.html", {"project": project, "form": form})


@project_view("lead", when_closed=True)
def publish(request, project):
    """The page that anyone may read: see it first, then make it public, or take it down."""
    choice, aim = decisions_to_choose(project), aim_to_choose(project)
    chosen = {"decisions": [one.pk for one in choice if one.sharing == Sharing.PUBLIC]}
    chosen["aim"] = bool(aim) and aim.sharing == Sharing.PUBLIC
    if request.method == "POST" and "public" in request.POST:
        return make_public(request, project)
    data = request.POST if request.POST.get("choose") and not project.is_closed else None
    form = PublicPartsForm(aim, choice, data, initial=chosen)
    if form.is_valid():
        choose_parts(aim, choice, form.cleaned_data, by=request.user)
        messages.success(request, _("Saved. Below you see how the page looks now."))
        return redirect("projects:publish", project.pk)
    context = {"project": project, "form": form, **public_page_of(project)}
    context["was_public_elsewhere"] = was_public_elsewhere(project)
    return render(request, "projects/publish.html", context)


def make_public(request, project):
    if request.POST["public"] == "yes":
        project.publish(by=request.user)
        messages.success(request, _("The page is public. Anyone can read it now."))
    else:
        project.take_down(by=request.user)
        messages.success(request, _("The page is not public any more."))
    return redirect("projects:publish", project.pk)


@transaction.atomic
def choose_parts(aim, decisions, chosen, *, by):
    """What is chosen is for anyone to read, the rest for the team."""
    if aim:
        aim.share(Sharing.PUBLIC if chosen["aim"] else Sharing.TEAM, by=by)
    for decision in decisions:
        is_chosen = decision in chosen["decisions"]
        decision.share(Sharing.PUBLIC if is_chosen else Sharing.TEAM, by=by)


@project_view("view")
def case(request, project):
    """Where an example comes from: what was read, and what of each thing is our own reading."""
    told = where_read(project)
    if told is None:
        raise Http404
    context = {"project": project, "told": told, "behind": behind(project)}
    context["assumed"] = assumed_answers(project)
    return render(request, "projects/case.html", context)


@project_view("view")
def activity(request, project):
    """What happened, newest first, by person and by kind."""
    people = User.objects.filter(activity__project=project).distinct().order_by("name")
    form = ActivityForm(people, request.GET)
    lines = project.activity.with_names()
    if form.is_valid():
        chosen = form.cleaned_data
        lines = lines.filter(actor=chosen["person"]) if chosen["person"] else lines
        lines = lines.filter(kind=chosen["kind"]) if chosen["kind"] else lines
    page = Paginator(lines, ACTIVITY_PAGE).get_page(request.GET.get("page"))
    context = {"project": project, "form": form, "page": page}
    return render(request, "projects/activity.html", context)
