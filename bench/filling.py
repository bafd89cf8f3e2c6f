"""Fills a place: `python -m bench.filling team|portfolio …`, in the environment of the place.

The last line it prints is JSON with what the clients need: ids, sessions and versions.
"""

import argparse
import json
import sys
import time
from collections import Counter

import django

django.setup()

from allauth.account.authentication import (  # noqa: E402
    AUTHENTICATION_METHODS_SESSION_KEY as METHODS,
)
from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from accounts.models import Organisation, User  # noqa: E402
from outbox.models import Envelope, Message  # noqa: E402
from projects.cases.filling import OVERSEER  # noqa: E402
from projects.checklist.models import ChecklistItem  # noqa: E402
from projects.decisions.models import Decision  # noqa: E402
from projects.models import Membership, Part, Project  # noqa: E402
from projects.start import start_project  # noqa: E402
from stages.models import STEPS, Stage  # noqa: E402

PERSPECTIVES = list(Membership.Perspective)
LONG = Stage.GATHER_IDEAS.value
"""The stage that gets the long list."""


def signed_in(user):
    """The key of a new session in which this person is signed in, second step and all."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session[METHODS] = [{"method": "mfa", "type": "totp", "at": time.time()}]
    session[f"{METHODS}_user"] = str(user.pk)
    session.create()
    return session.session_key


def make_people(number, organisation):
    people = [
        User(name=f"Person {n}", email=f"person{n}@collab.example", password="!")
        for n in range(number)
    ]
    return User.objects.bulk_create(people)


def make_team_project(organisation, title, people, items=0):
    """A project in the middle of its life; `items` of its own in one stage, if given."""
    lead = people[0]
    project = start_project(
        organisation, title, by=lead, origin="team", idea="A calmer room.\n" * 8, stage=LONG
    )
    members = [
        Membership(
            project=project,
            user=person,
            role="participant",
            perspective=PERSPECTIVES[n % 4],
        )
        for n, person in enumerate(people[1:])
    ]
    Membership.objects.bulk_create(members)
    if items:
        project.checklist.filter(stage=LONG).delete()
        make_items(project, items)
    for n in range(6):
        Part.add(project, by=lead, name=f"Part {n}", state="open", because="We can choose.")
        Decision.record(
            project,
            question=f"Question {n}?",
            decision="Yes, from May on. " * 4,
            reason="It helps people. " * 8,
            by=lead,
        )
    for item in project.checklist.filter(stage=STEPS[0]):
        item.answer("done", by=lead)
    project.refresh_from_db()
    return project


def make_items(project, number):
    """A list of this many items, as long as the guide's own."""
    guide = list(project.edition.checklist.filter(stage=LONG))
    ChecklistItem.objects.bulk_create(
        ChecklistItem(
            project=project,
            stage=LONG,
            key=f"B-{n}",
            guide_item=guide[n % len(guide)],
            wording=guide[n % len(guide)].wording,
            help=guide[n % len(guide)].help,
            easy=guide[n % len(guide)].easy,
            position=n,
        )
        for n in range(1, number + 1)
    )
    Project.objects.filter(pk=project.pk).update(items_needed=project.checklist.count())
    project.refresh_from_db()


def fill_team(people, **_options):
    """Projects of one team for ticks, pages, polling and the workshop."""
    organisation = Organisation.objects.create(name="Riverside Health", crisis_help="Call 111.")
    people = make_people(people, organisation)
    sizes = {"ours": 0, "floor": 0, "polled": 0, "nine": 9, "thirty": 30}
    sizes |= {"one": 1, "many": 500, "workshop": 300}
    teams = {"polled": len(people), "workshop": len(people)}
    projects = {
        name: make_team_project(
            organisation, f"Project {name}", people[: teams.get(name, 12)], items
        )
        for name, items in sizes.items()
    }
    return {
        "stage": LONG,
        "sessions": [signed_in(person) for person in people],
        "projects": {
            name: {
                "id": project.pk,
                "version": project.version,
                "items": ids_of(project, name),
            }
            for name, project in projects.items()
        },
    }


def ids_of(project, name):
    items = project.checklist.filter(value="")
    if name not in ("ours", "floor"):
        items = items.filter(stage=LONG)
    return list(items.values_list("pk", flat=True))


def fill_portfolio(projects, **_options):
    """Many made-up projects of one organisation, and someone who oversees them."""
    call_command("demo_data", projects=projects, light=True, stdout=sys.stderr)
    services = Project.objects.exclude(service="").order_by("service")
    titles = Project.objects.values_list("title", flat=True)[:1000]
    words = Counter(word for title in titles for word in title.split() if word.isalpha())
    return {
        "session": signed_in(User.objects.get(email=OVERSEER)),
        "word": max((word for word in words if len(word) > 3), key=words.get),
        "service": services.values_list("service", flat=True).first(),
    }


def fill_digests(people, **_options):
    """A team of so many, each with four messages that are due: three decisions and one thing."""
    organisation = Organisation.objects.create(name="Riverside Health")
    everyone = make_people(people, organisation)
    project = make_team_project(organisation, "A calmer waiting room", everyone)
    told = {"subject": "A decision was recorded", "group": project.title}
    for decision in list(project.decisions.all()[:3]):
        Message.write_all(everyone, text=decision.decision, about=decision, **told)
    Message.write_all(everyone, subject="Thank you", text="Thank you all.", about=project)
    Message.objects.update(due_at=timezone.now())
    return {"people": people}


def list_unsure(**_options):
    """Whom nobody is sure about, by address."""
    unsure = Envelope.objects.unsure().select_related("to")
    return [envelope.goes_to for envelope in unsure]


FILLS = {
    "team": fill_team,
    "portfolio": fill_portfolio,
    "digests": fill_digests,
    "unsure": list_unsure,
}


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=list(FILLS))
    parser.add_argument("--people", type=int, default=310)
    parser.add_argument("--projects", type=int, default=100)
    chosen = parser.parse_args()
    fill = FILLS[chosen.what]
    print(json.dumps(fill(people=chosen.people, projects=chosen.projects)))
