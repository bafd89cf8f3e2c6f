"""Published projects, for anyone. What is not published is not there."""

from django.core.paginator import Paginator
from django.shortcuts import render

from frontdoor.published import published_project
from projects.models import Project
from projects.public import public_page_of
from projects.story.papers import by_part
from projects.story.seen import Audience, Seen
from projects.story.you_said import fill
from projects.story.you_said import you_said_we_did as told_to_anyone
from ui.search import plain_letters

PAGE = 25
MOST_WORDS = 10
"""More words than anyone types; the rest of a pasted text is not looked for."""


def index(request):
    """What is changing: every published project, found by its words."""
    words = request.GET.get("words", "")[:200]
    projects = Project.objects.published().select_related("organisation")
    for word in plain_letters(words).split()[:MOST_WORDS]:
        projects = projects.filter(search_text__text__contains=word)
    page = Paginator(projects.order_by("title", "pk"), PAGE).get_page(request.GET.get("page"))
    return render(request, "frontdoor/projects.html", {"page": page, "words": words.strip()})


def detail(request, project_id):
    """The public page of one project: the same for everyone, and nobody of the team is named."""
    project = published_project(request, project_id)
    return render(request, "frontdoor/detail.html", public_page_of(project))


def you_said_we_did(request, project_id):
    """What people said and what came of it, as far as a lead chose that anyone may read it."""
    project = published_project(request, project_id)
    seen = Seen(project, Audience.PUBLIC)
    page = Paginator(told_to_anyone(project, seen), PAGE).get_page(request.GET.get("page"))
    fill(page.object_list, seen)
    context = {"project": project, "page": page, "parts": by_part(page.object_list)}
    return render(request, "frontdoor/you_said_we_did.html", context)
