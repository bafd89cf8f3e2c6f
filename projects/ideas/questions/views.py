from django.shortcuts import get_object_or_404, render

from projects.access import project_view


@project_view("view")
def detail(request, project, question_id):
    question = get_object_or_404(project.open_questions, pk=question_id)
    context = {"project": project, "question": question}
    return render(request, "projects/ideas/questions/detail.html", context)
