from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.meanwhile import beside
from projects.models import ChangedMeanwhile
from projects.plan.approvals.forms import (
    AnswerForm,
    ApprovalForm,
    as_answered_in,
    as_typed_in,
)
from projects.plan.models import Approval

PAGE = 25


@project_view("view")
def index(request, project):
    """What is still needed, and what was said."""
    page = Paginator(project.approvals.answered().order_by("-pk"), PAGE).get_page(
        request.GET.get("page")
    )
    context = {"project": project, "waiting": project.approvals.waiting(), "page": page}
    return render(request, "projects/plan/approvals/index.html", context)


@project_view("lead")
def new(request, project):
    form = ApprovalForm(request.POST or None)
    if form.is_valid():
        approval = Approval.need(project, by=request.user, **form.details)
        messages.success(request, _("It is on the list of approvals."))
        return redirect(approval)
    return render(request, "projects/plan/approvals/new.html", {"project": project, "form": form})


@project_view("lead")
def change(request, project, approval_id):
    approval = approval_or_404(project, approval_id)
    form = ApprovalForm(request.POST or None, initial=as_typed_in(approval))
    context = {"project": project, "approval": approval, "form": form}
    if form.is_valid():
        opened_at = form.cleaned_data["opened_at"]
        try:
            approval.change(by=request.user, opened_at=opened_at, **form.details)
        except ChangedMeanwhile as late:
            return beside(request, "projects/plan/approvals/change.html", context, late.thing)
        messages.success(request, _("Saved."))
        return redirect(approval)
    return render(request, "projects/plan/approvals/change.html", context)


@require_POST
@project_view("lead")
def ask(request, project, approval_id):
    approval = approval_or_404(project, approval_id)
    approval.ask(by=request.user)
    messages.success(request, _("It is written down that they were asked."))
    return redirect(approval)


@project_view("lead")
def answer(request, project, approval_id):
    """What they said, also put right later. Two at once see both texts."""
    approval = approval_or_404(project, approval_id)
    form = AnswerForm(request.POST or None, initial=as_answered_in(approval))
    context = {"project": project, "approval": approval, "form": form}
    if form.is_valid():
        typed = form.cleaned_data
        said = {"by": request.user, "opened_at": typed["opened_at"], **form.details}
        try:
            approval.answer(typed["state"], **said)
        except ChangedMeanwhile as late:
            return beside(request, "projects/plan/approvals/answer.html", context, late.thing)
        messages.success(request, _("Their answer is written down, and the team hears of it."))
        return redirect(approval)
    return render(request, "projects/plan/approvals/answer.html", context)


@require_POST
@project_view("lead")
def need_again(request, project, approval_id):
    approval = approval_or_404(project, approval_id)
    approval.need_again(by=request.user)
    messages.success(request, _("It is needed again."))
    return redirect(approval)


def approval_or_404(project, approval_id):
    approval = get_object_or_404(project.approvals, pk=approval_id)
    approval.project = project
    return approval
