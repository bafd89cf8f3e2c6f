"""Everything we know about one person, gathered room by room.

Each function says which keys to people and memberships it covers. What is in none of them is in
`left_out.py` with a reason: a test walks every model there is.
"""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.translation import gettext as _

from privacy.gathering import (
    account,
    deciding,
    fairness,
    impact,
    meetings,
    messages,
    plan,
    private,
    projects,
    talk,
    together,
    work,
)
from privacy.gathering.group import Group, covered

__all__ = ["Group", "as_json", "covered", "everything_about"]

ROOMS = (
    account,
    private,
    projects,
    deciding,
    plan,
    together,
    meetings,
    talk,
    fairness,
    impact,
    messages,
    work,
)
"""In the order in which a person reads them."""


def everything_about(person):
    """The groups that hold something, in order; the number of queries never depends on rows."""
    groups = (gather(person) for room in ROOMS for gather in room.GROUPS)
    return [group for group in groups if group.rows]


def as_json(groups):
    """The same as text for programs. `keys` says in words what each key of a group means."""
    content = {
        "about": _("What this website knows about one person."),
        "made_at": timezone.now(),
        "groups": {
            group.key: {
                "title": str(group.title),
                "keys": {key: str(words) for key, words in group.keys.items()},
                "rows": group.as_dicts(),
            }
            for group in groups
        },
    }
    return json.dumps(content, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
