from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Case, F, When
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from projects.access import project_view
from projects.conversation.models import AskedQuestion
from projects.conversation.questions.forms import AnswerForm, AskForm, DeclineForm, HandOverForm

PAGE = 25
ORDER = [When(state=state, then=n) for n, state in enumerate(AskedQuestion.State.values)]


@project_view("view")
def index(request, project):
    """What waits stands first, the longest on top; then what was answered, newest first."""
    asked = project.asked_questions.for_reader(request.membership)
    waits, first = (Case(When(state="waiting", then=F(name))) for name in ("asked_on", "pk"))
    newest = F("answered_day").desc(nulls_last=True)
    in_order = asked.order_by(Case(*ORDER), waits, first, newest, "-pk").ready_to_draw()
    page = Paginator(in_order, PAGE).get_page(request.GET.get("page"))
    waiting = asked.waiting()
    context = {
        "project": project,
        "page": page,
        "groups": by_state(page),
        "waiting": waiting.count(),
        "longest": waiting.first(),
    }
    return render(request, "projects/conversation/questions/index.html", context)


def by_state(page):
    """`[(how far they are, questions)]` of this page."""
    rows = list(page)
    states = [(state, [one for one in rows if one.state == state]) for state in AskedQuestion.State]
    return [(state.label, those) for state, those in states if those]


@project_view("view")
def detail(request, project, asked_id):
    asked = question_for(request, project, asked_id)
    context = {"project": project, "asked": asked, "answers": list(asked.answers.all())[::-1]}
    return render(request, "projects/conversation/questions/detail.html", context)


@project_view("contribute")
def new(request, project):
    """Any member asks the team."""
    form = AskForm(request.POST or None)
    if form.is_valid():
        asked = AskedQuestion.ask(project, by=request.user, **form.cleaned_data)
        messages.success(request, _("Your question is there. You hear when it has an answer."))
        return redirect(asked)
    context = {"project": project, "form": form}
    return render(request, "projects/conversation/questions/new.html", context)


@project_view("contribute")
def answer(request, project, asked_id):
    """By a lead, or the member who sees to it. A new answer stands beside earlier ones."""
    asked = to_answer(request, project, asked_id)
    initial = {"is_known": "yes", "sharing": asked.sharing}
    form = AnswerForm(request.POST or None, initial=initial)
    if form.is_valid():
        asked.say(by=request.user, **form.details)
        messages.success(request, _("Whoever asked is told."))
        return redirect(asked)
    context = {"project": project, "asked": asked, "form": form}
    return render(request, "projects/conversation/questions/answer.html", context)


@project_view("contribute")
def decline(request, project, asked_id):
    """It is not answered, and whoever asked hears why."""
    asked = to_answer(request, project, asked_id)
    if not asked.is_waiting:
        messages.info(request, _("This does not wait any more. Nothing has changed."))
        return redirect(asked)
    form = DeclineForm(request.POST or None)
    if form.is_valid():
        asked.decline(by=request.user, **form.cleaned_data)
        messages.success(request, _("Whoever asked is told why."))
        return redirect(asked)
    context = {"project": project, "asked": asked, "form": form}
    return render(request, "projects/conversation/questions/decline.html", context)


@project_view("contribute")
def hand_over(request, project, asked_id):
    """Another member sees to the answer."""
    asked = to_answer(request, project, asked_id)
    form = HandOverForm(project, request.POST or None, initial={"member": asked.for_whom_id})
    if form.is_valid():
        asked.hand_to(form.cleaned_data["member"], by=request.user)
        messages.success(request, _("They see to it now, and are told."))
        return redirect("conversation:questions:index", project.pk)
    context = {"project": project, "asked": asked, "form": form}
    return render(request, "projects/conversation/questions/hand_over.html", context)


def question_for(request, project, asked_id):
    """The question, or 404 for one that this member may not read yet."""
    found = project.asked_questions.for_reader(request.membership)
    found = found.select_related("asked_by", "hand__typed_by", "hand__member")
    asked = get_object_or_404(found.ready_to_draw(), pk=asked_id)
    asked.project = project
    asked.may_be_answered = asked.may_be_answered_by(request.membership)
    return asked


def to_answer(request, project, asked_id):
    asked = question_for(request, project, asked_id)
    if not asked.may_be_answered:
        raise PermissionDenied
    return asked
