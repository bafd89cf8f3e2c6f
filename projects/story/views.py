from collections import Counter

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from projects.access import project_view
from projects.consents.models import Consent
from projects.documents import is_large, key_of, reader_of
from projects.story.forms import ChooseForm
from projects.story.gaps import gaps_of
from projects.story.overall import in_words, map_of
from projects.story.papers import (
    A3_SIZES,
    LARGE_SIZES,
    SIZES,
    by_part,
    header,
    list_of,
    poster_of,
    rows_of,
)
from projects.story.publishing import choose, to_choose, with_words
from projects.story.seen import CONSENT, Audience, Seen
from projects.story.thread import thread_of_decision, thread_of_idea, thread_of_measure
from projects.story.you_said import Part, fill, you_said_we_did
from ui.pdf import pdf_response
from ui.spreadsheet import csv_response, lines_of

PAGE = 25
TO_PRINT = 500
"""Entries on one page for those who want them all on paper."""
CHOICES = 10
GAPS_PAGE = 200


@project_view("view")
def index(request, project):
    """You said, we did / we could not, because…: chosen by theme and by what became of it."""
    seen = Seen(project)
    form = ChooseForm(project.themes.all(), request.GET)
    choice = form.choice()
    found = you_said_we_did(project, seen, theme=choice["theme"])
    numbers = Counter(entry.part for entry in found)
    if choice["part"]:
        found = [entry for entry in found if entry.part == choice["part"]]
    page = Paginator(found, TO_PRINT if "all" in request.GET else PAGE)
    page = page.get_page(request.GET.get("page"))
    fill(page.object_list, seen)
    context = {
        "project": project,
        "choose": form,
        "choice": choice,
        "page": page,
        "parts": by_part(page.object_list),
        "numbers": [(part, numbers[part], address_of(choice, part)) for part in Part],
        "in_all": numbers.total(),
        "everything": address_of(choice, ""),
        "overall": in_words(map_of(project, seen)),
    }
    return render(request, "projects/story/index.html", context)


def address_of(choice, part):
    """The query that shows this part under the theme that is chosen."""
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in (choice | {"part": part}).items() if value})
    return f"?{query.urlencode()}"


@project_view("view")
def idea(request, project, idea_id):
    """From an idea forward to what changed."""
    about = get_object_or_404(project.ideas.shown().ready_to_draw(), pk=idea_id)
    about.project = project
    context = {"project": project, "idea": about, "steps": thread_of_idea(about)}
    return render(request, "projects/story/idea.html", context)


@project_view("view")
def decision(request, project, decision_id):
    """From a decision back to what people said, and forward to what it changed."""
    about = get_object_or_404(project.decisions, pk=decision_id)
    about.project = project
    context = {"project": project, "decision": about, "steps": thread_of_decision(about)}
    return render(request, "projects/story/decision.html", context)


@project_view("view")
def measure(request, project, measure_id):
    """From what is measured back to who said so."""
    about = get_object_or_404(project.measures.with_numbers(), pk=measure_id)
    about.project = project
    context = {"project": project, "measure": about, "steps": thread_of_measure(about)}
    return render(request, "projects/story/measure.html", context)


@project_view("lead", when_closed=True)
def gaps(request, project):
    """Where the thread breaks, each with the place where it is mended."""
    only = request.GET.get("only", "")
    found = gaps_of(project, only=only, most=GAPS_PAGE) if only else gaps_of(project)
    is_begun = bool(only) or project.ideas.exists() or project.decisions.exists()
    context = {"project": project, "found": found, "only": only, "is_begun": is_begun}
    return render(request, "projects/story/gaps.html", context)


@project_view("lead", when_closed=True)
def public(request, project):
    """What anyone may read of it: chosen one by one, and seen as anyone would."""
    page = Paginator(to_choose(project), CHOICES).get_page(request.GET.get("page"))
    if request.method == "POST":
        choose(project, request.POST, by=request.user)
        messages.success(request, _("Saved. Only what is ticked can be read by anyone."))
        return redirect(f"{request.path}?page={page.number}")
    with_words(page.object_list, project)
    context = {"project": project, "page": page, "parts": by_part(page.object_list)}
    return render(request, "projects/story/public.html", context)


@project_view("view")
def poster_pdf(request, project):
    """A poster, as large as fits on one A4 or A3. Whose words stand on it is written down."""
    large, is_a3 = is_large(request), request.GET.get("paper") == "a3"
    reader = reader_of(request)
    sizes = A3_SIZES if is_a3 else LARGE_SIZES if large else SIZES
    return paper(
        request,
        "poster",
        poster_of,
        Audience.WALL,
        gettext_noop("The poster “You said, we did”"),
        {"large": large, "is_a3": is_a3, "reader": reader},
        one_page=sizes,
    )


@project_view("view")
def list_pdf(request, project):
    """All of “You said, we did”, to print and hand over."""
    what = gettext_noop("The printed list “You said, we did”")
    context = {"large": is_large(request), "reader": reader_of(request)}
    return paper(request, "list", list_of, Audience.PAPER, what, context)


def paper(request, name, gather, audience, what, context, one_page=()):
    """The document; whose words it quotes, as they agreed, is noted when it is really drawn."""
    project, drawn = request.project, []

    def whole():
        drawn.append(gather(project))
        return context | drawn[0]

    look = [context["reader"].wording, context["large"], context.get("is_a3")]
    agreed = sorted(Seen(project, audience).agreed)
    response = pdf_response(
        request,
        f"projects/story/{name}_pdf.html",
        whole,
        f"project-{project.pk}-{name}.pdf",
        key=key_of(project, "story", name, *look, *agreed, project.is_published),
        one_page=one_page,
    )
    if drawn and response.status_code == 200:
        note_use(request, drawn[0]["quoted"], audience, what)
    return response


def note_use(request, quoted, audience, what):
    url = reverse("story:index", args=[request.project.pk])
    use = CONSENT[audience]
    Consent.used(quoted.values(), use, what=what, url=url, by=request.user)


@project_view("view")
def list_csv(request, project):
    """The list as a spreadsheet; whose words it quotes, as they agreed, is noted."""
    seen = Seen(project, Audience.PAPER)
    rows = list(rows_of(project, seen))
    note_use(
        request, seen.quoted, seen.audience, gettext_noop("The spreadsheet “You said, we did”")
    )
    filename = f"you-said-we-did-{timezone.localdate().isoformat()}.csv"
    return csv_response(lines_of(header(), rows), filename)
