from datetime import timedelta

import pytest
from django.utils import timezone

from projects.partnership.models import CheckIn
from tests.factories import make_member, make_user

SCALE = ["Strongly disagree", "Disagree", "Not sure", "Agree", "Strongly agree"]


@pytest.fixture
def questions(edition):
    """Three questions on the scale, two in one's own words, and whether to be contacted."""
    for number, label in enumerate(SCALE, start=1):
        edition.check_in_scale.create(
            key=str(number), position=number, label=label, easy=f"Easy {label}"
        )
    edition.check_in_scale.create(key="skip", position=6, label="Rather not say", easy="Skip")
    for number, theme in enumerate(["Purpose", "Voice", "Words"], start=1):
        edition.check_in_questions.create(
            key=f"PC-{number}", position=number, theme=theme, statement=f"{theme} is good.",
            easy=f"{theme} easy.", if_low=f"Try more {theme}.",
        )  # fmt: skip
    for number, key in enumerate(["PC-A", "PC-B", "PC-C"], start=4):
        edition.check_in_questions.create(
            key=key, position=number, statement=f"Open {key}?", easy=f"Easy {key}?"
        )


@pytest.fixture
def members(project, lead, questions):
    """Twelve places in the team: the lead and five more staff, six with lived experience."""
    sides = ["staff"] * 5 + ["service_user"] * 3 + ["carer"] * 3
    for number, side in enumerate(sides, start=1):
        make_member(project, perspective=side, user=make_user(f"Member {number}"))
    return list(project.memberships.order_by("pk").select_related("user"))


@pytest.fixture
def in_a_week():
    return timezone.localdate() + timedelta(days=7)


@pytest.fixture
def check_in(project, lead, members, in_a_week):
    return CheckIn.open(project, by=lead, closes_on=in_a_week)


def answers(value, *keys):
    return dict.fromkeys(keys or ("PC-1", "PC-2", "PC-3"), value)


@pytest.fixture
def answer_all(check_in):
    """`answer_all(members, values, sides)`: each member's one value for every question."""

    def give(members, values, sides=None, words=None):
        for number, (member, value) in enumerate(zip(members, values, strict=True)):
            check_in.give(
                member,
                answers=answers(value) if value else {},
                words=(words or {}).get(number, {}),
                side=sides[number] if sides else "",
            )

    return give


@pytest.fixture
def base(project):
    return f"/projects/{project.pk}/partnership"
