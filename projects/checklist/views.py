from django.contrib import messages
from django.core.cache import caches
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.checklist.forms import (
    AnswerForm,
    GiveForm,
    ItemForm,
    LeaveOutForm,
    RewordForm,
    SeeDifferentlyForm,
)
from projects.checklist.models import Answer, ChecklistItem
from projects.hands import FIELD, mark_of
from projects.models import ChangedMeanwhile
from stages.guide import guide_of
from stages.models import Stage
from ui.display import Display
from ui.htmx import ask_again, changed, changed_meanwhile
from ui.meanwhile import both_texts, open_again


@project_view("view")
def index(request, project):
    progress = project.checklist.progress()
    stages = [(stage, progress.get((project.pk, stage))) for stage in Stage]
    mine = project.checklist.given_to(request.user)
    context = {"project": project, "stages": stages, "mine": mine}
    return render(request, "projects/checklist/index.html", context)


@project_view("view")
def detail(request, project, stage):
    items = list(project.checklist.filter(stage=stage).ready_to_draw())
    for item in items:
        item.project = project
    text, prompts = guide_of(project.edition_id, stage)
    context = {
        "project": project,
        "stage": stage,
        "text": text,
        "checklist": [item for item in items if not item.left_out],
        "left_out": [item for item in items if item.left_out],
        "prompts": prompts,
        "progress": figures_of((item.value, 1) for item in items if not item.left_out),
    }
    return render(request, "projects/checklist/detail.html", context)


def progress_of(project, stage):
    """The figures of one stage, for the sentence above its list."""
    kept = project.checklist.kept().filter(stage=stage).order_by()
    values = kept.values_list("value").annotate(number=Count("pk"))
    return {"progress": figures_of(values), "stage": stage}


def figures_of(values):
    """`{"needed": n, "done": n}` from pairs of an answer and how often; None of no pairs."""
    values = list(values)
    done = sum(number for value, number in values if value == Answer.DONE)
    needed = sum(number for value, number in values if value != Answer.NOT_NEEDED)
    return {"needed": needed, "done": done} if values else None


@project_view("view")
def changes(request, project, stage, since):
    """What others changed in this stage after version `since`: 204, or only those rows.

    A page that was opened while writing for someone else, or before, is loaded anew.
    """
    if request.GET.get(FIELD, "") != mark_of(request.hand):
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    if project.version <= since:
        return HttpResponse(status=204)
    found = changed_since(project, stage, since)
    news = [line for line in found.pop("news") if not line.is_by(request.user)]
    context = {"project": project, "news": news[:NEWS], "out_of_band": True, **found}
    return render(request, "projects/checklist/_changes.html", context)


NEWS = 4
"""How many lines are read out at once."""


def changed_since(project, stage, since):
    """What happened in a stage from one version to another: read once for all who look on.

    It is found by both versions, so it is never old; each process keeps it for a moment.
    """

    def read():
        news = project.activity.filter(version__gt=since, kind="checklist")
        return {
            "checklist": list(
                project.checklist.kept().filter(stage=stage).changed_since(since).ready_to_draw()
            ),
            "news": list(news.with_names().order_by("version")[: 3 * NEWS]),
            **progress_of(project, stage),
        }

    name = f"changes-{project.pk}-{stage}-{since}-{project.version}"
    return caches["moment"].get_or_set(name, read)


def item_of(project, item_id):
    """One item, with its wording in the guide. 404 for another project's."""
    return get_object_or_404(project.checklist.select_related("guide_item"), pk=item_id)


def drawn(request, item):
    """After a change to an item: its row and the stage's progress, or back to the item."""
    context = {"project": item.project, "item": item}
    if request.htmx:
        context |= progress_of(item.project, item.stage)
    return changed(request, "projects/checklist/_answered.html", context, back_to=item)


@project_view("contribute")
def answer(request, project, item_id):
    """One tap posts a value; the page behind GET asks for the words as well."""
    item, easy = item_of(project, item_id), Display.of(request).is_easy
    if request.method != "POST":
        opened = {"value": item.value or None, "note": item.note, "opened_at": item.version}
        form = AnswerForm(item, initial=opened, easy=easy)
        context = {"project": project, "item": item, "form": form}
        return render(request, "projects/checklist/answer.html", context)
    form = AnswerForm(item, request.POST, easy=easy)
    context = {"project": project, "item": item, "form": form}
    if not form.is_valid():
        return ask_again(request, "projects/checklist/answer.html", context)
    try:
        item.answer(**form.cleaned_data, by=request.user)
    except ChangedMeanwhile as other:
        return beside(request, "projects/checklist/answer.html", context, other.thing)
    if "note" in request.POST:
        said = item.answer_in_words(Display.of(request))
        messages.success(request, _("Saved. Your team sees: %(answer)s") % {"answer": said})
    elif not request.htmx:
        messages.success(request, said_of(request, item))
    return drawn(request, item)


def said_of(request, item):
    """What one tap did, for someone without a script: the words of the status line."""
    said = item.answer_in_words(Display.of(request))
    figures = progress_of(item.project, item.stage)["progress"]
    if figures is None:  # the item was left out meanwhile
        return f"{said}."
    done = ngettext(
        "%(num)s of %(needed)s is done.", "%(num)s of %(needed)s are done.", figures["done"]
    )
    return f"{said}. {done % {'num': figures['done'], 'needed': figures['needed']}}"


def beside(request, template, context, now):
    """Someone changed the item meanwhile: both texts, and yours in a form to save again."""
    now.project = context["project"]
    context |= {
        "item": now,
        "meanwhile": both_texts(context["form"], now),
        "form": open_again(context["form"], now.version),
    }
    return changed_meanwhile(request, template, context)


@project_view("view")
def history(request, project, item_id):
    item = item_of(project, item_id)
    answers = item.answers.with_names()
    context = {"project": project, "item": item, "answers": answers}
    return render(request, "projects/checklist/history.html", context)


@project_view("contribute")
def see_differently(request, project, item_id):
    item = item_of(project, item_id)
    mine = item.view_of(request.user, request.hand)
    form = SeeDifferentlyForm(request.POST or None, instance=mine)
    if request.method == "POST" and form.is_valid():
        item.see_differently(by=request.user, note=form.cleaned_data["note"])
        messages.success(request, _("Your view now stands beside the answer"))
        return redirect(item)
    context = {"project": project, "item": item, "form": form, "mine": mine}
    return render(request, "projects/checklist/see_differently.html", context)


@require_POST
@project_view("contribute")
def agree(request, project, item_id):
    item = item_of(project, item_id)
    item.agree(by=request.user)
    messages.success(request, _("Your view is taken back"))
    return drawn(request, item_of(project, item_id))


@project_view("lead")
def new(request, project, stage):
    form = ItemForm(request.POST or None)
    if form.is_valid():
        item = ChecklistItem.add(project, stage, **form.cleaned_data, by=request.user)
        messages.success(request, _("Item added"))
        return redirect(item)
    context = {"project": project, "stage": stage, "form": form}
    return render(request, "projects/checklist/new.html", context)


@project_view("lead")
def reword(request, project, item_id):
    item = item_of(project, item_id)
    form = RewordForm(request.POST or None, instance=item_of(project, item_id))
    context = {"project": project, "item": item, "form": form}
    if request.method != "POST":
        form.initial["opened_at"] = item.version
    elif form.is_valid():
        typed = dict(form.cleaned_data)
        because, wording = typed.pop("reworded_because"), typed.pop("wording")
        try:
            item.reword(wording, **typed, because=because, by=request.user)
        except ChangedMeanwhile as other:
            return beside(request, "projects/checklist/reword.html", context, other.thing)
        return redirect(item)
    return render(request, "projects/checklist/reword.html", context)


@project_view("lead")
def leave_out(request, project, item_id):
    item = item_of(project, item_id)
    form = LeaveOutForm(item, request.POST or None)
    if request.method == "POST" and form.is_valid():
        item.leave_out(by=request.user, because=form.cleaned_data["because"])
        messages.success(request, _("Item left out"))
        return redirect(item)
    context = {"project": project, "item": item, "form": form}
    return render(request, "projects/checklist/leave_out.html", context)


@require_POST
@project_view("lead")
def bring_back(request, project, item_id):
    item = item_of(project, item_id)
    item.bring_back(by=request.user)
    return redirect(item)


@project_view("lead")
def give(request, project, item_id):
    item = item_of(project, item_id)
    opened = {"membership": item.given_to, "due_on": item.due_on}
    form = GiveForm(project, request.POST or None, initial=opened)
    if request.method == "POST" and form.is_valid():
        item.give(**form.cleaned_data, by=request.user)
        return redirect(item)
    context = {"project": project, "item": item, "form": form}
    return render(request, "projects/checklist/give.html", context)
