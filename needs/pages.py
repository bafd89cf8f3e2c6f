"""Which page someone asked about, without telling them or anyone what they may not see."""

from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from projects.models import Project

LONGEST = 500


def page_and_project(address, user):
    """`(address, project)` of a page of ours that this person may see; `("", None)` otherwise.

    Only the path is kept. A page that is named by anything but a project or a stage may have its
    secret in the address, as an invitation has: it is not kept.
    """
    if not address.startswith("/") or address.startswith("//") or len(address) > LONGEST:
        return "", None
    path = urlsplit(address).path
    try:
        named = resolve(path).kwargs
    except Resolver404:
        return "", None
    if "project_id" in named:
        project = seen_by(user).filter(pk=named["project_id"]).first() if fits(named) else None
        return (path, project) if project else ("", None)
    return (path, None) if set(named) <= {"stage"} else ("", None)


def fits(named):
    """Numbers that a row can have."""
    return all(one < 2**63 for one in named.values() if isinstance(one, int))


def seen_by(user):
    projects = Project.objects.visible_to(user)
    if getattr(user, "confined_to", None):
        projects = projects.filter(pk=user.confined_to)
    return projects.select_related("organisation")
