"""Every address of the site, from the URL resolver: nothing has to remember to list itself."""

import re
from dataclasses import dataclass

from django.urls import URLPattern, get_resolver, reverse

OF_PACKAGES = ("admin:", "account_", "mfa_", "usersessions_")
"""What keeps the paths, names and templates it came with."""


@dataclass(frozen=True)
class Route:
    path: str
    name: str
    view: object

    def __str__(self):
        return self.name

    @property
    def names(self):
        """What its address names: project_id, item_id, stage…"""
        return re.findall(r"<\w+:(\w+)>", self.path)

    @property
    def in_project(self):
        return self.path.startswith("projects/<int:project_id>/")

    @property
    def second_id(self):
        """The name of the thing inside the project that its address names, or nothing."""
        own = [name for name in self.names if name.endswith("_id") and name != "project_id"]
        return own[0] if own and self.in_project else ""

    @property
    def is_ours(self):
        return not self.name.startswith(OF_PACKAGES)

    @property
    def words(self):
        """The address without what names one thing: ["projects", "decisions", "new"]."""
        parts = [part for part in self.path.split("/") if part and "<" not in part]
        return [re.sub(r"[-.]", "_", part) for part in parts]

    def address(self, **values):
        return reverse(self.name, kwargs={name: values[name] for name in self.names})


def walk(patterns, before="", room=""):
    for pattern in patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield Route(path, f"{room}{pattern.name}", pattern.callback)
        elif pattern.app_name != "admin":
            inside = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from walk(pattern.url_patterns, path, room + inside)


def routes():
    """All but the administration's own pages."""
    return list(walk(get_resolver().url_patterns))
