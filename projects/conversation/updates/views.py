from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.conversation.models import AlreadySent, Update
from projects.conversation.updates.forms import CorrectForm, UpdateForm, as_typed_in
from projects.documents import is_large, key_of, reader_of
from projects.meanwhile import beside
from projects.models import ChangedMeanwhile
from ui.htmx import changed_meanwhile
from ui.meanwhile import OpenedAtField
from ui.pdf import pdf_response

PAGE = 25
SIZES = tuple(range(11, 25))
"""Text sizes in points: on one page as large as it fits, so that it can hang on a wall."""
LARGE_SIZES = tuple(range(18, 25))


@project_view("view")
def index(request, project):
    """Everything people were told, newest first."""
    sent = project.updates.sent().in_order().ready_to_draw()
    page = Paginator(sent, PAGE).get_page(request.GET.get("page"))
    is_lead = "lead" in request.membership.abilities
    context = {
        "project": project,
        "page": page,
        "drafts": list(project.updates.drafts()) if is_lead else [],
    }
    return render(request, "projects/conversation/updates/index.html", context)


@project_view("view")
def detail(request, project, update_id):
    """What was sent; a draft just as people will read it, for the leads."""
    update = update_for(request, project, update_id)
    context = {"project": project, "update": update}
    if update.audience != Update.Audience.TEAM and "lead" in request.membership.abilities:
        context["followers"] = project.followers.how_many()
    return render(request, "projects/conversation/updates/detail.html", context)


@project_view("lead")
def new(request, project):
    """A draft first: next one reads it as others will, and sends it."""
    initial = {"keeps": request.GET.get("keeps", ""), "kind": Update.Kind.NEWS, "audience": "team"}
    form = UpdateForm(project, request.POST or None, initial=initial)
    if form.is_valid():
        return redirect(Update.write(project, by=request.user, **form.words))
    context = {"project": project, "form": form}
    return render(request, "projects/conversation/updates/new.html", context)


@project_view("lead")
def change(request, project, update_id):
    """Change a draft. Two at once see both texts; what was sent can only be corrected."""
    update = update_for(request, project, update_id)
    form = UpdateForm(project, request.POST or None, initial=as_typed_in(update))
    context = {"project": project, "update": update, "form": form}
    if form.is_valid():
        try:
            opened_at = form.cleaned_data["opened_at"]
            update.change(by=request.user, opened_at=opened_at, **form.words)
        except ChangedMeanwhile as late:
            return beside_draft(request, context, late.thing)
        except AlreadySent as late:
            context["late"] = True
            return beside_draft(request, context, late.update)
        return redirect(update)
    if request.method == "GET" and update.is_sent:
        return sent_already(request, update)
    return render(request, "projects/conversation/updates/change.html", context)


@require_POST
@project_view("lead")
def send(request, project, update_id):
    """Everyone it is for is told, if it still says what the one who sends it read."""
    update = update_for(request, project, update_id)
    try:
        opened_at = OpenedAtField().clean(request.POST.get("opened_at", ""))
        update.send(by=request.user, opened_at=opened_at)
    except ChangedMeanwhile as late:
        context = {"project": project, "update": late.thing, "is_changed": True}
        return changed_meanwhile(request, "projects/conversation/updates/detail.html", context)
    messages.success(request, _("It is on its way. Its words stay as they are now."))
    return redirect(update)


@project_view("lead")
def throw_away(request, project, update_id):
    """Asks first. Nobody but the leads has read it."""
    update = update_for(request, project, update_id)
    if update.is_sent:
        return sent_already(request, update)
    if request.method == "POST":
        update.throw_away()
        messages.success(request, _("The draft is gone."))
        return redirect("conversation:updates:index", project.pk)
    context = {"project": project, "update": update}
    return render(request, "projects/conversation/updates/throw_away.html", context)


@project_view("lead")
def correct(request, project, update_id):
    """What is right, beside what was sent, and why."""
    update = update_for(request, project, update_id)
    if not update.is_sent:
        return redirect("conversation:updates:change", project.pk, update.pk)
    form = CorrectForm(request.POST or None)
    if form.is_valid():
        update.correct(by=request.user, **form.cleaned_data)
        messages.success(request, _("The correction stands beside it. Everyone is told."))
        return redirect(update)
    context = {"project": project, "update": update, "form": form}
    return render(request, "projects/conversation/updates/correct.html", context)


@require_POST
@project_view("lead")
def said(request, project, update_id):
    """What it promised has been said in another way: at a meeting, in a letter."""
    update = update_for(request, project, update_id)
    update.keep_promise(by=request.user)
    messages.success(request, _("Noted. You have said what you promised."))
    return redirect(update)


@project_view("view")
def update_pdf(request, project, update_id):
    """One A4 to hand out or hang up; in large print as many as it needs."""
    update = update_for(request, project, update_id)
    reader, large = reader_of(request), is_large(request)
    return pdf_response(
        request,
        "projects/conversation/updates/update_pdf.html",
        lambda: {"project": project, "update": update, "display": reader, "large": large},
        f"project-{project.pk}-update-{update.pk}.pdf",
        key=key_of(project, "update", update.pk, update.version, reader.wording, large),
        one_page=LARGE_SIZES if large else SIZES,
    )


def update_for(request, project, update_id):
    """The update, or 404: a draft is there for the leads alone."""
    found = project.updates.ready_to_draw()
    if "lead" not in request.membership.abilities:
        found = found.sent()
    update = get_object_or_404(found, pk=update_id)
    update.project = project
    return update


def sent_already(request, update):
    messages.info(request, _("This was sent already. A correction can stand beside it."))
    return redirect(update)


def beside_draft(request, context, now):
    """Both texts. No line of the activity tells of a draft, so who wrote it last is its own."""
    template = "projects/conversation/updates/change.html"
    return beside(request, template, context, now, by=now.written_by.name)
