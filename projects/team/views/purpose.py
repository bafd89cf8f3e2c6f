from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from projects.access import project_view
from projects.models import ChangedMeanwhile
from projects.team.purpose_forms import PurposeForm
from ui.htmx import changed_meanwhile
from ui.meanwhile import both_texts, open_again


@project_view("lead")
def purpose(request, project):
    """What the team is for, in one sentence. Two people at once: the second sees both."""
    initial = {"purpose": project.purpose, "was": project.purpose}
    form = PurposeForm(request.POST or None, initial=initial)
    context = {"project": project, "form": form}
    if form.is_valid():
        try:
            project.say_purpose(**form.cleaned_data, by=request.user)
        except ChangedMeanwhile as other:
            return beside(request, context, other.thing)
        messages.success(request, _("Saved"))
        return redirect("team:index", project.pk)
    return render(request, "projects/team/purpose.html", context)


def beside(request, context, now):
    context["meanwhile"] = both_texts(context["form"], now)
    context["form"] = open_again(context["form"], now.purpose, name="was")
    return changed_meanwhile(request, "projects/team/purpose.html", context)
