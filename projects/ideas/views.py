from django.shortcuts import get_object_or_404, render

from projects.access import project_view


@project_view("view")
def index(request, project):
    ideas = project.ideas.shown().ready_to_draw()
    return render(request, "projects/ideas/index.html", {"project": project, "ideas": ideas})


@project_view("view")
def detail(request, project, idea_id):
    idea = get_object_or_404(project.ideas.shown().ready_to_draw(), pk=idea_id)
    return render(request, "projects/ideas/detail.html", {"project": project, "idea": idea})
