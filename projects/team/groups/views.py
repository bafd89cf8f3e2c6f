from django.shortcuts import render

from projects.access import project_view


@project_view("view")
def index(request, project):
    """Who the change affects, who of them is here, and who has been heard."""
    context = {"project": project, "groups": project.groups.all()}
    return render(request, "projects/team/groups/index.html", context)
