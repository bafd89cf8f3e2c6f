from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.confinement import whole_account
from accounts.models import PrivateRead
from needs.models import AlreadyAnswered, AskedAnotherWay
from needs.tasks.forms import CouldNotForm, DoneForm, HandOverForm
from projects.access import LARGEST

ANSWERED_SHOWN = 20
WHAT = gettext_noop("what you asked for, and how to reach you")


@login_required
@whole_account
def index(request):
    """What people asked for another way, for me to see to: soonest first."""
    mine = AskedAnotherWay.objects.for_person(request.user).select_related("project")
    context = {
        "open": list(mine.open()),
        "answered": list(mine.answered().order_by("-answered_at", "-pk")[:ANSWERED_SHOWN]),
    }
    return render(request, "needs/tasks/index.html", context)


def task_view(view):
    """Sign people in and find their task, or 404; the view receives it. The reading is noted."""

    @login_required
    @whole_account
    @wraps(view)
    def guarded(request, task_id):
        if task_id > LARGEST:
            raise Http404
        links = ("asker", "named", "project", "organisation", "answered_by", "handed_over_by")
        tasks = AskedAnotherWay.objects.for_person(request.user).select_related(*links)
        task = get_object_or_404(tasks, pk=task_id)
        if task.asker:
            PrivateRead.note(request.user, [task.asker], WHAT)
        try:
            return view(request, task)
        except AlreadyAnswered:
            messages.info(request, _("This was answered already. Nothing has changed."))
            return redirect(task)

    return guarded


@task_view
def detail(request, task):
    return render(request, "needs/tasks/detail.html", {"task": task})


@task_view
def done(request, task):
    form = DoneForm(request.POST or None)
    if form.is_valid():
        task.done(form.cleaned_data["answer"], form.cleaned_data["done_on"], by=request.user)
        messages.success(request, said(task))
        return redirect(task)
    return render(request, "needs/tasks/done.html", {"task": task, "form": form})


@task_view
def could_not(request, task):
    form = CouldNotForm(request.POST or None)
    if form.is_valid():
        task.could_not(form.cleaned_data["because"], by=request.user)
        messages.success(request, said(task))
        return redirect(task)
    return render(request, "needs/tasks/could_not.html", {"task": task, "form": form})


def said(task):
    if task.can_be_told:
        return _("Written down. We tell the person who asked.")
    return _("Written down. We cannot write to this person: please tell them yourself.")


@task_view
def hand_over(request, task):
    """Give it to someone else, who is told. Whoever hands it over does not see it any more."""
    form = HandOverForm(task, request.POST or None)
    if form.is_valid():
        task.hand_over(form.cleaned_data["to"], by=request.user, note=form.cleaned_data["note"])
        messages.success(request, _("%(name)s sees to it now") % {"name": form.cleaned_data["to"]})
        return redirect("needs:tasks:index")
    return render(request, "needs/tasks/hand_over.html", {"task": task, "form": form})
