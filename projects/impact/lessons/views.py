from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.hands import place_of
from projects.impact.lessons.forms import LessonForm, ShelfForm, as_typed_in
from projects.impact.lessons.offering import from_shelf, lessons_for, name_projects
from projects.impact.models import Lesson
from projects.meanwhile import beside
from projects.models import ChangedMeanwhile
from stages.models import Stage

PAGE = 50


@project_view("view")
def index(request, project):
    """What this team learned, stage by stage."""
    rows = project.lessons.by_stage().with_people()
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {"project": project, "page": page, "by_stage": by_stage(page)}
    context["place"] = place_of(request)
    return render(request, "projects/impact/lessons/index.html", context)


def by_stage(lessons):
    """`[(stage or None, its lessons)]`, in their order."""
    stages = [*Stage, ""]
    found = [(stage, [one for one in lessons if one.stage == stage]) for stage in stages]
    return [(stage or None, those) for stage, those in found if those]


@project_view("contribute")
def new(request, project):
    stage = request.GET.get("stage", project.stage)
    initial = {"stage": stage if stage in Stage.values else ""}
    form = LessonForm(request.POST or None, initial=initial, may_share=may_share(request))
    if form.is_valid():
        lesson = Lesson.write_down(project, by=request.user, **form.details)
        messages.success(request, _("It is written down."))
        return redirect(lesson)
    context = {"project": project, "form": form}
    return render(request, "projects/impact/lessons/new.html", context)


@project_view("contribute")
def change(request, project, lesson_id):
    """For who wrote it down, and leads. Two at once see both texts."""
    lesson = one_of(request, project, lesson_id)
    if lesson is None:
        return gone_already(request, project, lesson_id)
    form = LessonForm(
        request.POST or None, initial=as_typed_in(lesson), may_share=may_share(request)
    )
    context = {"project": project, "lesson": lesson, "form": form}
    if form.is_valid():
        opened_at = form.cleaned_data["opened_at"]
        try:
            lesson.change(by=request.user, opened_at=opened_at, **form.details)
        except ChangedMeanwhile as late:
            return beside(request, "projects/impact/lessons/change.html", context, late.thing)
        except Lesson.DoesNotExist:
            return gone_already(request, project, lesson_id)
        messages.success(request, _("It is changed."))
        return redirect(lesson)
    return render(request, "projects/impact/lessons/change.html", context)


@project_view("contribute")
def take_away(request, project, lesson_id):
    """Asks first. For who wrote it down, and leads."""
    lesson = one_of(request, project, lesson_id)
    if lesson is None:
        return gone_already(request, project, lesson_id)
    if request.method == "POST":
        try:
            lesson.take_away(by=request.user)
        except Lesson.DoesNotExist:
            return gone_already(request, project, lesson_id)
        messages.success(request, _("It is taken away."))
        return redirect("impact:lessons:index", project.pk)
    context = {"project": project, "lesson": lesson}
    return render(request, "projects/impact/lessons/take_away.html", context)


@project_view("view")
def shelf(request, project):
    """What other teams of the organisation learned, for whoever sees a project of it."""
    form = ShelfForm(request.GET)
    stage, words = form.stage_and_words
    found = from_shelf(project, stage, words)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    name_projects(page.object_list, request.user)
    context = {
        "project": project,
        "form": form,
        "page": page,
        "by_stage": by_stage(page),
        "is_narrowed": bool(stage or words),
    }
    return render(request, "projects/impact/lessons/shelf.html", context)


@project_view("view")
def offered(request, project):
    """A few lessons of one stage, as a part of a page: “Others learned here”."""
    stage = request.GET.get("stage", "")
    if stage not in Stage.values:
        raise Http404
    lessons, number = lessons_for(project, stage)
    name_projects(lessons, request.user)
    context = {"project": project, "stage": Stage(stage), "lessons": lessons, "number": number}
    return render(request, "projects/impact/lessons/_offered.html", context)


@require_POST
@project_view("contribute")
def bring(request, project, lesson_id):
    """Keep a lesson of another team with one's own, for one's own team."""
    is_here = Q(brought_from=lesson_id) | Q(pk=lesson_id)
    already = project.lessons.filter(is_here).first()
    if already:
        return redirect(already)
    lesson = get_object_or_404(Lesson.objects.for_others(project), pk=lesson_id)
    new = Lesson.bring(project, lesson, by=request.user)
    messages.success(request, _("The lesson is here now."))
    return redirect(new)


def may_share(request):
    return "lead" in request.membership.abilities


def one_of(request, project, lesson_id):
    """The lesson if this person may change it; None if it is not there."""
    lesson = project.lessons.filter(pk=lesson_id).first()
    if lesson is None:
        return None
    lesson.project = project
    if not lesson.may_be_changed_by(request.membership):
        raise PermissionDenied
    return lesson


def gone_already(request, project, lesson_id):
    """It was here, and somebody took it away; else it never was."""
    was_here = Lesson(pk=lesson_id, project_id=project.pk).get_absolute_url()
    if not project.activity.filter(url=was_here).exists():
        raise Http404
    messages.info(request, _("That has been taken away already."))
    return redirect("impact:lessons:index", project.pk)
