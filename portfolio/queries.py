"""Finding projects by figures on their own row: as quick among many as among few."""

from portfolio.forms import ANY_REASON, Sort
from projects.models import Project
from projects.reasons import BY_KEY, any_reason, reason_columns, reasons_for
from stages.models import STEPS
from ui.search import plain_letters

MOST_WORDS = 20
"""More words than anyone types; the rest of a pasted text is not looked for."""

MANY = 500
"""How far the projects found are counted: beyond it there are “more than 500”."""

MANY_WELCOMING = 100
"""How far those that would welcome help are counted: a smaller stop lets databases stop sooner."""

ORDER = {
    Sort.TITLE: ("title", "pk"),
    Sort.STEP: ("step_number", "title", "pk"),
    Sort.LATEST: ("-last_activity_at", "-pk"),
    Sort.QUIET: ("last_activity_at", "pk"),
    Sort.STARTED: ("-started_at", "-pk"),
}

SHOWN = (
    "title",
    "organisation",
    "service",
    "origin",
    "stage",
    "status",
    "started_at",
    "review_on",
    "last_activity_at",
    "partnership_at",
    "conversation_at",
    "last_told_on",
    "last_told_by_summary",
    "last_number_at",
    "items_needed",
    "items_done",
    "decisions_review_on",
)
"""The columns that a row of the portfolio reads; the long texts stay where they are."""


def projects_of(organisations):
    """Every project of organisations that someone oversees, whatever its status."""
    return Project.objects.filter(organisation__in=[one.pk for one in organisations])


def found(projects, choice):
    """Those that match every filter of a `FilterForm.choice()`, in the order chosen."""
    projects = projects.filter(status=choice["status"])
    if choice["stage"]:
        projects = projects.filter(step_number=STEPS.index(choice["stage"]) + 1)
    if choice["service"]:
        projects = projects.filter(service=choice["service"])
    if choice["reason"]:
        projects = projects.filter(reason_of(choice["reason"]))
    for word in plain_letters(choice["words"]).split()[:MOST_WORDS]:
        projects = projects.filter(search_text__text__contains=word)
    return projects.order_by(*ORDER[choice["sort"]])


def reason_of(key):
    return any_reason() if key == ANY_REASON else BY_KEY[key].holds()


def with_columns(projects):
    """With all that a row shows: its own figures, and which reasons hold."""
    return projects.annotate(**reason_columns()).only(*SHOWN)


def count_up_to(most, projects):
    """How many there are; `most` + 1 stands for any number beyond it."""
    return projects.order_by().values("pk")[: most + 1].count()


def welcoming(found, page, choice):
    """How many of those found have a reason to be offered help, up to MANY_WELCOMING + 1."""
    if choice["reason"]:
        return min(page.count, MANY_WELCOMING + 1)
    if page.count == len(page.projects):
        return sum(1 for project in page.projects if reasons_for(project))
    return count_up_to(MANY_WELCOMING, found.filter(any_reason()))


def services_of(projects, choice):
    """The services to choose from, as a select has them, with the one that is chosen."""
    services = projects.filter(status=choice["status"]).exclude(service="").order_by("service")
    names = set(services.values_list("service", flat=True).distinct())
    return [(name, name) for name in sorted(names | {choice["service"]} - {""})]
