from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from projects.access import project_view
from projects.impact.models import Story
from projects.impact.stories.forms import StoryForm


@project_view("contribute")
def new(request, project):
    beside = request.GET.get("measure", "")
    initial = {"measure": int(beside) if beside.isdecimal() and len(beside) < 18 else None}
    form = StoryForm(project, request.POST or None, initial=initial)
    if form.is_valid():
        details = form.details(request.membership, request.hand)
        story = Story.tell(project, by=request.user, is_mine=form.is_mine, **details)
        messages.success(request, _("Thank you. The story stands beside the numbers."))
        return redirect(story)
    context = {"project": project, "form": form}
    return render(request, "projects/impact/stories/new.html", context)


@project_view("contribute", when_closed=True)
def take_back(request, project, story_id):
    """Asks first; then its words are gone. For whose it is, who wrote it down, and leads."""
    story = get_object_or_404(project.stories, pk=story_id)
    if not story.may_be_taken_back_by(request.membership):
        raise PermissionDenied
    if story.withdrawn_at:
        messages.info(request, _("That story has been taken back already."))
        return redirect("impact:baseline", project.pk)
    if request.method == "POST":
        story.take_back(by=request.user)
        messages.success(request, _("The story is taken back. Its words are gone."))
        return redirect("impact:baseline", project.pk)
    context = {"project": project, "story": story}
    return render(request, "projects/impact/stories/take_back.html", context)
