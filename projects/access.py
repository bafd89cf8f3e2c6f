"""Who may do what in a project: the one guard that every project view stands behind."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from projects import hands, pace
from projects.interrupted import forget, sign_in_first, texts_in
from projects.models import Membership, Project, ProjectClosed

LARGEST = 2**63 - 1
"""The largest number of a row that the databases know."""


def project_view(ability, *, when_closed=False, in_person=False, in_confidence=False):
    """Sign people in, find the project, check one word; the view receives the project.

    404 for those who may not see it, 403 for members without the ability. A closed project
    is read-only unless `when_closed`. Sets `request.project`, `request.membership` and
    `request.hand`: who writes for someone else does so in views that `contribute`, unless what
    they change is a person's own (`in_person`). What is typed `in_confidence` never waits in a
    session for someone who has been signed out.
    """

    def decorate(view):
        @wraps(view)
        def guarded(request, project_id, **kwargs):
            if not request.user.is_authenticated:
                return sign_in_first(request, keeping=not in_confidence)
            if any(is_no_row(number) for number in (project_id, *kwargs.values())):
                raise Http404
            request.membership = place_in(project_id, request)
            project = request.project = request.membership.project
            request.hand = hands.hand_in(request, project)
            is_in_person = in_person or ability != "contribute"
            if not is_in_person and hands.is_for_another(request):
                return hands.ask_whose(request, keeping=not in_confidence)
            if ability not in abilities_of(request):
                raise PermissionDenied
            if request.hand and is_in_person and ability != "view":
                return hands.not_with_this_hand(request)
            if request.method == "POST":
                if seconds := pace.seconds_to_wait(request.user):
                    return pace.slow_down(request, seconds)
                forget(request)
            if project.is_closed and ability != "view" and not when_closed:
                return closed(request, project)
            try:
                with hands.standing(request, ability):
                    return view(request, project, **kwargs)
            except ProjectClosed:
                return closed(request, project)

        guarded.ability = ability
        return guarded

    return decorate


def abilities_of(request):
    """A helper's hand opens to them what a participant may do."""
    with_a_hand = {"view", "contribute"} if request.hand else set()
    return request.membership.abilities | with_a_hand


def is_no_row(number):
    return isinstance(number, int) and number > LARGEST


def place_in(project_id, request):
    """The person's place in a project they may see, with the project; else a 404.

    One query for those in its team, who ask most often; whoever oversees it is an observer, and
    so is a helper of someone in it.
    """
    if request.user.confined_to not in (None, project_id):
        raise Http404
    joins = "project" if request.htmx else "project__organisation"  # pages show whose it is
    mine = Membership.objects.here().filter(project=project_id, user=request.user).order_by()
    place = next(iter(mine.select_related(joins)), None)
    if place is None:
        visible = Project.objects.visible_to(request.user).select_related("organisation")
        project = get_object_or_404(visible, pk=project_id)
        place = Membership(project=project, role=Membership.Role.OBSERVER)
        place.oversees = request.user.oversees.filter(pk=project.organisation_id).exists()
    place.user = request.user
    return place


def closed(request, project):
    """It was closed before this change arrived: say so, and keep what was typed on the page."""
    context = {"project": project, "typed": texts_in(request)}
    return render(request, "projects/closed.html", context, status=403)
