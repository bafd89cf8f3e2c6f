from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.assessment.forms import AgreeForm, ResultForm, SeeDifferentlyForm, ThoughtForm
from projects.assessment.models import Assessment, ConcludedAlready, Thought
from projects.assessment.voices import Voices
from projects.whats_open.sheet import sheet_of
from stages.levels import levels_of
from ui.display import Display
from ui.htmx import changed_meanwhile

PAGE = 25


@project_view("view")
def index(request, project):
    """What is asked at the moment, and what was decided before."""
    going_on = project.assessments.going_on().first()
    concluded = project.assessments.concluded().prefetch_related("parts")
    page = Paginator(concluded, PAGE).get_page(request.GET.get("page"))
    context = {
        "project": project,
        "going_on": going_on,
        "questions": questions_of(request, going_on),
        "page": page,
    }
    return render(request, "projects/assessment/index.html", context)


def questions_of(request, assessment):
    """Each with `has_words` and `is_mine`: whether anyone, and this person, said something."""
    if assessment is None:
        return []
    said = Thought.objects.filter(question=OuterRef("pk"))
    mine = said.of(request.user, request.hand)
    return list(assessment.questions.annotate(has_words=Exists(said), is_mine=Exists(mine)))


@require_POST
@project_view("lead")
def begin(request, project):
    assessment = Assessment.begin(project, by=request.user)
    messages.success(request, _("Everyone in the team can now say what they think."))
    return redirect(assessment)


@project_view("contribute")
def question(request, project, number):
    """One question: what others said, and a box of one's own. Saved as you go on."""
    assessment = project.assessments.going_on().first()
    sent = request.POST.get("assessment", "")
    if assessment is None or (sent and sent != str(assessment.pk)):
        return over(request, project, number, sent)
    asked = get_object_or_404(questions_in_full(assessment), number=number)
    asked.assessment, assessment.project = assessment, project
    mine = asked.thoughts.of(request.user, request.hand).first()
    opened = {"note": mine.note if mine else "", "assessment": assessment.pk}
    form = ThoughtForm(request.POST or None, initial=opened)
    if request.method == "POST" and form.is_valid():
        try:
            asked.say(by=request.user, note=form.cleaned_data["note"])
        except ConcludedAlready:
            return over(request, project, number, str(assessment.pk))
        if form.cleaned_data["note"]:
            messages.success(request, _("Your words are saved."))
        return redirect(following(project, assessment, number))
    context = about(project, assessment, asked, form)
    context["others"] = [one for one in context["thoughts"] if one.pk != (mine and mine.pk)]
    return render(request, "projects/assessment/question.html", context)


def about(project, assessment, asked, form):
    return {
        "project": project,
        "assessment": assessment,
        "question": asked,
        "in_all": assessment.questions.count(),
        "thoughts": asked.thoughts.with_perspectives(),
        "sheet": sheet_of(project),
        "form": form,
    }


def following(project, assessment, number):
    """The address of the next question, or the list of them after the last one."""
    later = assessment.questions.filter(number=number + 1).exists()
    return redirect("assessment:question", project.pk, number + 1).url if later else assessment


def over(request, project, number, sent):
    """The choice is made: what was typed stays on the page, and its place is beside the choice."""
    concluded = project.assessments.concluded()
    assessment = concluded.filter(pk=sent).first() if sent.isdecimal() else None
    assessment = assessment or concluded.first()
    if request.method != "POST" or assessment is None:
        messages.info(request, _("Nobody is asked at the moment."))
        return redirect("assessment:index", project.pk)
    asked = get_object_or_404(questions_in_full(assessment), number=number)
    form = ThoughtForm(request.POST)
    context = about(project, assessment, asked, form) | {"late": assessment}
    context["others"] = context["thoughts"]
    return changed_meanwhile(request, "projects/assessment/question.html", context)


def questions_in_full(assessment):
    return assessment.questions.select_related("item__answered_by")


@project_view("lead")
def result(request, project):
    """The choice: all, part or none of it, with the reason and what is offered instead."""
    assessment = project.assessments.going_on().first()
    easy = Display.of(request).is_easy
    form = ResultForm(project, request.POST or None, easy=easy)
    context = {"project": project, "assessment": assessment, "form": form}
    context |= {"sheet": sheet_of(project), "levels": levels_of(project.edition)}
    if assessment is None:
        context["late"] = late = project.assessments.concluded().first()
        if request.method == "POST" and late:
            return changed_meanwhile(request, "projects/assessment/result.html", context)
        messages.info(request, _("Nobody is asked at the moment."))
        return redirect("assessment:index", project.pk)
    assessment.project = project
    if request.method == "POST" and form.is_valid():
        try:
            assessment = assessment.conclude(by=request.user, **form.details)
        except ConcludedAlready as late:
            context["late"] = late.assessment
            return changed_meanwhile(request, "projects/assessment/result.html", context)
        messages.success(request, _("It is written down, and the team is told."))
        return redirect(assessment)
    return render(request, "projects/assessment/result.html", context)


@project_view("view")
def detail(request, project, assessment_id):
    """What was decided, why, and who agrees or sees it differently."""
    assessment = get_object_or_404(in_full(project), pk=assessment_id)
    if not assessment.is_concluded:
        return redirect(assessment)
    assessment.project = assessment.decision.project = project
    voices = Voices(assessment)
    newest = project.assessments.concluded().first()
    context = {
        "project": project,
        "assessment": assessment,
        "voices": voices,
        "agreement": voices.agreement_of(request.user, request.hand),
        "differing": voices.view_of(request.user, request.hand),
        "newer": newest if newest != assessment else None,
    }
    return render(request, "projects/assessment/detail.html", context)


@project_view("view")
def said(request, project, assessment_id):
    """Every question with what people said, on one page to read out or print."""
    assessment = get_object_or_404(project.assessments, pk=assessment_id)
    thoughts = Thought.objects.filter(question__assessment=assessment).with_perspectives()
    by_question = {}
    for thought in thoughts:
        by_question.setdefault(thought.question_id, []).append(thought)
    questions = [(one, by_question.get(one.pk, [])) for one in assessment.questions.all()]
    context = {"project": project, "assessment": assessment, "questions": questions}
    return render(request, "projects/assessment/said.html", context)


@project_view("contribute")
def agree(request, project, assessment_id):
    assessment = concluded_of(project, assessment_id)
    mine = assessment.agreements.of(request.user, request.hand).first()
    form = AgreeForm(request.POST or None, initial={"note": mine.note if mine else ""})
    if request.method == "POST" and form.is_valid():
        assessment.agree(by=request.user, note=form.cleaned_data["note"])
        messages.success(request, _("Your team reads that you agree."))
        return redirect(f"{assessment.get_absolute_url()}#voices")
    context = {"project": project, "assessment": assessment, "form": form, "mine": mine}
    return render(request, "projects/assessment/agree.html", context)


@project_view("contribute")
def see_differently(request, project, assessment_id):
    assessment = concluded_of(project, assessment_id)
    mine = assessment.decision.views.of(request.user, request.hand).first()
    form = SeeDifferentlyForm(request.POST or None, initial={"note": mine.note if mine else ""})
    if request.method == "POST" and form.is_valid():
        assessment.see_differently(by=request.user, note=form.cleaned_data["note"])
        messages.success(request, _("Your view now stands beside the decision"))
        return redirect(f"{assessment.get_absolute_url()}#voices")
    context = {"project": project, "assessment": assessment, "form": form, "mine": mine}
    return render(request, "projects/assessment/see_differently.html", context)


@require_POST
@project_view("contribute")
def take_back(request, project, assessment_id):
    assessment = concluded_of(project, assessment_id)
    assessment.take_back(by=request.user)
    messages.success(request, _("Your view is taken back"))
    return redirect(f"{assessment.get_absolute_url()}#voices")


def in_full(project):
    links = project.assessments.select_related("decision__recorded_by", "decision__replaced_by")
    return links.prefetch_related("parts")


def concluded_of(project, assessment_id):
    """The assessment with its project and decision, or 404: also while it is still going on."""
    assessment = get_object_or_404(in_full(project), pk=assessment_id)
    if not assessment.is_concluded:
        raise Http404
    assessment.project = assessment.decision.project = project
    return assessment
