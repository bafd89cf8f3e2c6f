from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from projects.access import project_view
from projects.conversation.models import Hearer
from projects.conversation.who_hears.forms import HearerForm, as_typed_in
from projects.meanwhile import beside
from projects.models import ChangedMeanwhile


@project_view("view")
def index(request, project):
    """The plan for keeping in touch, as one table that prints."""
    context = {"project": project, "hearers": list(project.hearers.all())}
    return render(request, "projects/conversation/who_hears/index.html", context)


@project_view("contribute")
def new(request, project):
    form = HearerForm(request.POST or None)
    if form.is_valid():
        hearer = Hearer.add(project, by=request.user, **form.words)
        messages.success(request, _("It stands in the plan."))
        return redirect(hearer)
    context = {"project": project, "form": form}
    return render(request, "projects/conversation/who_hears/new.html", context)


@project_view("contribute")
def change(request, project, hearer_id):
    """Two at once see both texts."""
    hearer = get_object_or_404(project.hearers, pk=hearer_id)
    form = HearerForm(request.POST or None, initial=as_typed_in(hearer))
    context = {"project": project, "hearer": hearer, "form": form}
    if form.is_valid():
        taken = project.hearers.exclude(pk=hearer.pk).filter(who=form.cleaned_data["who"])
        if taken.exists():
            form.add_error("who", _("This group stands in the plan already."))
            return render(request, "projects/conversation/who_hears/change.html", context)
        try:
            opened_at = form.cleaned_data["opened_at"]
            hearer.change(by=request.user, opened_at=opened_at, **form.words)
        except ChangedMeanwhile as late:
            return beside(
                request, "projects/conversation/who_hears/change.html", context, late.thing
            )
        messages.success(request, _("Saved."))
        return redirect(hearer)
    return render(request, "projects/conversation/who_hears/change.html", context)


@project_view("contribute")
def take_away(request, project, hearer_id):
    """Asks first."""
    hearer = get_object_or_404(project.hearers, pk=hearer_id)
    if request.method == "POST":
        hearer.take_away(by=request.user)
        messages.success(request, _("It is not in the plan any more."))
        return redirect("conversation:who_hears:index", project.pk)
    context = {"project": project, "hearer": hearer}
    return render(request, "projects/conversation/who_hears/take_away.html", context)
