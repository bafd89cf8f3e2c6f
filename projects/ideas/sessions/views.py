from django.shortcuts import get_object_or_404, render

from projects.access import project_view


@project_view("view")
def detail(request, project, session_id):
    session = get_object_or_404(project.sessions, pk=session_id)
    context = {"project": project, "session": session}
    return render(request, "projects/ideas/sessions/detail.html", context)
