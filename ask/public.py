"""What pages for people without an account say of a project: what its team chose to say."""

from django.urls import reverse

from projects.ideas.in_summary import figures_of
from projects.ideas.models import Idea
from projects.models.hands import FEW


def brand_of(request, project):
    """The page is in the name of the organisation that asks, with its help and its contact."""
    request.on_behalf_of = project.organisation


def where_to_type(request):
    """The address of the page for words and codes, as people type it."""
    return request.build_absolute_uri(reverse("ask:index")).split("//", 1)[-1].rstrip("/")


def figures_of_question(question):
    """`[(what became of it, how many)]` of the ideas that came; nothing where few did."""
    statuses = list(question.ideas.shown().values_list("status", flat=True))
    return figures_of(Idea.Status, statuses) if len(statuses) >= FEW else []
