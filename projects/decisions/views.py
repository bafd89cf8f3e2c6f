from django.shortcuts import render

from projects.access import project_view


@project_view("view")
def index(request, project):
    return render(request, "projects/decisions/index.html", {"project": project})
