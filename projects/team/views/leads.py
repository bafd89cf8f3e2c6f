from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.models import LastLead
from projects.team.leads import side_without_lead, who_could_lead


@project_view("lead")
def two_leads(request, project):
    """Who could lead with us? Or no, thank you: then it is not suggested again."""
    if request.method == "POST":
        project.let_two_leads_go()
        messages.success(request, _("That is fine. We will not ask again."))
        return redirect(project)
    side = side_without_lead(project, request.membership)
    if not side:
        return redirect("team:index", project.pk)
    context = {"project": project, "side": side, "members": who_could_lead(project, side)}
    return render(request, "projects/team/two_leads.html", context)


@require_POST
@project_view("view", when_closed=True)
def answer_lead(request, project):
    """Someone whom another made a lead says yes, or would rather not: then they are put back."""
    member = request.membership
    if member.pk and request.POST.get("answer") == "no":
        try:
            member.rather_not()
        except LastLead:
            messages.info(request, _("A project needs a lead. Make someone else a lead first."))
            return redirect("team:index", project.pk)
        messages.success(request, _("That is fine. You do not lead, and nobody asks why."))
    elif member.pk:
        member.gladly()
        messages.success(request, _("Thank you. You are one of the leads."))
    return redirect(project)
