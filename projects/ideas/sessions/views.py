from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Max
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.access import project_view
from projects.documents import is_large, key_of, reader_of
from projects.hands import place_of
from projects.ideas.models import Session
from projects.ideas.sessions.answers import (
    answer_of,
    last_outcome_of,
    oldest_first,
    waiting,
    with_answers,
)
from projects.ideas.sessions.forms import GivenBackForm, PaperForm, SessionForm, as_typed_in
from projects.ideas.sessions.grid import Grid, Together, as_typed
from projects.meanwhile import beside
from projects.models import ChangedMeanwhile
from ui.meanwhile import OpenedAtField
from ui.pdf import pdf_response

PAGE = 25


@project_view("view")
def index(request, project):
    """Where people were asked in person, and which groups still wait for an answer."""
    wait = waiting(project.sessions)
    only_waiting = request.GET.get("show") == "waiting"
    sessions = oldest_first(wait) if only_waiting else project.sessions.order_by("-met", "-pk")
    page = Paginator(with_answers(sessions), PAGE).get_page(request.GET.get("page"))
    for session in page:
        session.project = project
    context = {
        "project": project,
        "page": page,
        "only_waiting": only_waiting,
        "waiting": wait.count(),
        "in_all": project.sessions.count(),
    }
    return render(request, "projects/ideas/sessions/index.html", context)


@project_view("contribute", in_person=True)
def new(request, project):
    """A session in one go: where, who, how many, how, and a row for each idea."""
    form = SessionForm(project, request.POST or None, initial=asked_in(request))
    grid = Grid(project, request.POST or None)
    return write_down(request, "projects/ideas/sessions/new.html", form, grid)


@project_view("contribute", in_person=True)
def paper(request, project):
    """Many forms on paper in one go, each an idea of its own."""
    form = PaperForm(project, request.POST or None, initial=asked_in(request))
    grid = Grid(project, request.POST or None, label=Grid.FORM)
    return write_down(request, "projects/ideas/sessions/paper.html", form, grid)


@project_view("view")
def detail(request, project, group_session_id):
    session = in_full(request, group_session_id)
    ideas = session.ideas.shown().ready_to_draw().wanted_by(place_of(request).user)
    context = {
        "project": project,
        "session": session,
        "page": Paginator(ideas.order_by("pk"), PAGE).get_page(request.GET.get("page")),
        "may_correct": may_correct(request, session),
    }
    return render(request, "projects/ideas/sessions/detail.html", context)


@project_view("contribute", in_person=True)
def change(request, project, group_session_id):
    """Correct where, who and how many. Only who wrote it down, or a lead: small numbers show."""
    session = in_full(request, group_session_id)
    if not may_correct(request, session):
        raise PermissionDenied
    form = SessionForm(project, request.POST or None, initial=as_typed_in(session))
    context = {"project": project, "session": session, "form": form}
    if form.is_valid():
        opened_at = form.cleaned_data["opened_at"]
        try:
            session.change(by=request.user, opened_at=opened_at, **form.details)
        except ChangedMeanwhile as late:
            return beside(request, "projects/ideas/sessions/change.html", context, late.thing)
        messages.success(request, _("Saved. What people said stays as they said it."))
        return redirect(session)
    return render(request, "projects/ideas/sessions/change.html", context)


@project_view("contribute", in_person=True)
def more(request, project, group_session_id):
    """More of what they said. What is there already stays as it was said."""
    session = in_full(request, group_session_id)
    grid = Grid(project, request.POST or None, label=label_for(session))
    opened_at = last_idea_of(session)
    context = {"project": project, "session": session, "grid": grid, "after": opened_at}
    if request.method == "POST":
        context["after"] = OpenedAtField().clean(request.POST.get("after"))
        if grid.asks_for_more:
            as_typed(*grid.rows)
        elif grid.is_valid() and grid.ideas:
            session.add(grid.ideas, by=request.user, after=context["after"])
            messages.success(request, grid.in_words())
            return redirect(session)
        else:
            context["is_bare"] = grid.is_valid()
    context["form"] = Together(*grid.rows)
    return render(request, "projects/ideas/sessions/more.html", context)


@project_view("view")
def answer(request, project, group_session_id):
    """Their points, and what became of each: to read out, to print, to hand over."""
    session, reader = in_full(request, group_session_id), reader_of(request)
    context = {"project": project, "reader": reader, **answer_of(session, reader)}
    return render(request, "projects/ideas/sessions/answer.html", context)


@project_view("view")
def answer_pdf(request, project, group_session_id):
    session = get_object_or_404(project.sessions, pk=group_session_id)
    session.project, reader, large = project, reader_of(request), is_large(request)
    return pdf_response(
        request,
        "projects/ideas/sessions/answer_pdf.html",
        lambda: {
            "project": project,
            "reader": reader,
            "large": large,
            **answer_of(session, reader),
        },
        f"answer-{session.pk}.pdf",
        key=key_of(project, "answer", session.pk, reader.wording, large),
    )


@project_view("contribute", in_person=True)
def given_back(request, project, group_session_id):
    """They have got the answer: when, and from whom."""
    session = in_full(request, group_session_id)
    initial = {
        "on": timezone.localdate(),
        "who": session.answer_to,
        "up_to": last_outcome_of(session),
        "moves": session.moves,
    }
    form = GivenBackForm(request.POST or None, initial=initial)
    if form.is_valid():
        session.give_back(by=request.user, **form.cleaned_data)
        messages.success(request, _("Written down. Thank you for going back to them."))
        return redirect(session)
    context = {"project": project, "session": session, "form": form}
    return render(request, "projects/ideas/sessions/given_back.html", context)


def write_down(request, template, facts, grid):
    """The page with its rows, with more rows, with what has to be looked at again; or saved."""
    if grid.asks_for_more:
        as_typed(facts, *grid.rows)
    elif request.method == "POST" and all([facts.is_valid(), grid.is_valid()]):
        if grid.ideas or not facts.needs_ideas:
            details = facts.details_with(grid.ideas)
            session = Session.record(request.project, by=request.user, **details)
            messages.success(request, grid.in_words())
            return redirect(session)
        facts.add_error(None, _("Type in at least one form."))
    form = Together(facts, *grid.rows)
    context = {"project": request.project, "facts": facts, "grid": grid, "form": form}
    return render(request, template, context)


def asked_in(request):
    """The question that the link was beside."""
    return {"question": request.GET.get("question")}


def in_full(request, number):
    """The session with all that its page shows, or 404."""
    sessions = with_answers(request.project.sessions)
    sessions = sessions.select_related("question", "group", "recorded_by")
    session = get_object_or_404(sessions, pk=number)
    session.project = request.project
    return session


def label_for(session):
    return Grid.FORM if session.is_paper else Grid.IDEA


def last_idea_of(session):
    return session.ideas.aggregate(last=Max("pk"))["last"] or 0


def may_correct(request, session):
    may = request.membership.abilities
    return "lead" in may or ("contribute" in may and session.recorded_by == request.user)
