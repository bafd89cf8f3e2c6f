from django.contrib import messages
from django.core.paginator import Paginator
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.hands import place_of
from projects.ideas.columns import header, rows_of
from projects.ideas.forms import BecameForm, FilterForm, IdeaForm, PutUnderForm
from projects.ideas.models import Idea, sort_under_themes, under_themes
from projects.ideas.reading import number_waiting_for
from projects.ideas.sorting import SortForm
from projects.models import ChangedMeanwhile
from projects.whats_open.sheet import sheet_of
from ui.display import Display
from ui.htmx import ask_again, changed, changed_meanwhile, page_or_fragment
from ui.meanwhile import both_texts, open_again
from ui.spreadsheet import csv_response, lines_of

PAGE = 25
TO_PRINT = 1000
"""Ideas on one page for those who want them all on paper."""


@project_view("view")
def index(request, project):
    """Every idea under its theme; filtered by theme, by what became of it, by how it came."""
    form = FilterForm(project.themes.all(), request.GET)
    ideas = form.found_in(project.ideas.shown()).ready_to_draw().by_theme()
    ideas = ideas.wanted_by(place_of(request).user)
    page = Paginator(ideas, TO_PRINT if "all" in request.GET else PAGE)
    page = page.get_page(request.GET.get("page"))
    context = {
        "project": project,
        "choose": form,
        "chosen": list(form.in_words()),
        "groups": under_themes(page),
        "page": page,
        "waiting": number_waiting_for(request),
        "is_bare": not page.paginator.count and not project.ideas.shown().exists(),
    }
    return page_or_fragment(
        request, "projects/ideas/index.html", "projects/ideas/_found.html", context
    )


@project_view("view")
def ideas_csv(request, project):
    """What the filter found, or everything, without anybody's name."""
    form = FilterForm(project.themes.all(), request.GET)
    ideas = form.found_in(project.ideas.shown()).by_theme()
    filename = f"ideas-{timezone.localdate().isoformat()}.csv"
    return csv_response(lines_of(header(), rows_of(ideas)), filename)


@project_view("contribute")
def new(request, project):
    """A member's own idea, with what is open and what is fixed shown first."""
    may_lead = "lead" in request.membership.abilities
    initial = {"question": request.GET.get("question"), "theme": request.GET.get("theme")}
    how = {"may_lead": may_lead, "easy": Display.of(request).is_easy}
    form = IdeaForm(project, request.POST or None, initial=initial, **how)
    if form.is_valid():
        idea = Idea.give(project, by=request.user, **form.cleaned_data)
        messages.success(request, _("Thank you. Your idea is in, in your own words."))
        return redirect(idea)
    context = {"project": project, "form": form, "sheet": sheet_of(project)}
    return render(request, "projects/ideas/new.html", context)


@project_view("view")
def detail(request, project, idea_id):
    return render(request, "projects/ideas/detail.html", about(request, in_full(request, idea_id)))


@project_view("lead")
def became(request, project, idea_id):
    """What became of it, in words. Two leads at once: the second is shown both."""
    idea = in_full(request, idea_id)
    initial = {"status": "" if idea.status == "new" else idea.status, "because": idea.because}
    form = BecameForm(request.POST or None, initial=initial | {"after": idea.last_outcome})
    context = {"project": project, "idea": idea, "form": form}
    if form.is_valid():
        try:
            idea.becomes(by=request.user, **form.cleaned_data)
        except ChangedMeanwhile as late:
            return beside(request, context, late.thing)
        messages.success(request, _("Saved. Everyone behind this idea hears it."))
        return redirect(idea)
    return render(request, "projects/ideas/became.html", context)


@project_view("contribute")
def put_under(request, project, idea_id):
    """Under a theme, or under none."""
    idea = in_full(request, idea_id)
    form = PutUnderForm(project, request.POST or None, initial={"theme": idea.theme})
    context = {"project": project, "idea": idea, "form": form}
    if request.method != "POST":
        return render(request, "projects/ideas/put_under.html", context)
    if not form.is_valid():
        return ask_again(request, "projects/ideas/put_under.html", context)
    idea.put_under(form.cleaned_data["theme"], by=request.user)
    messages.success(request, _("Saved."))
    return redirect(idea)


@require_POST
@project_view("contribute")
def me_too(request, project, idea_id):
    """This member wants the same, and hears what becomes of it."""
    idea = get_object_or_404(project.ideas.shown(), pk=idea_id)
    if is_for_a_group(request):
        return redirect(idea)
    idea.me_too(by=request.user)
    return wanted(request, idea)


@require_POST
@project_view("contribute")
def not_me(request, project, idea_id):
    """They take “me too” back."""
    idea = get_object_or_404(project.ideas.shown(), pk=idea_id)
    if is_for_a_group(request):
        return redirect(idea)
    idea.not_me(by=request.user)
    return wanted(request, idea)


@project_view("contribute")
def sort(request, project):
    """Many ideas under themes on one page. What somebody else moved meanwhile is said."""
    form = SortForm(project, request)
    if request.method == "POST":
        done = sort_under_themes(project, form.chosen, by=request.user)
        if done.meanwhile:
            context = form.again(done) | {"project": project}
            return changed_meanwhile(request, "projects/ideas/sort.html", context)
        if done.moved:
            messages.success(request, moved_in_words(done.moved))
        else:
            messages.info(request, _("Nothing has changed."))
        return redirect(form.address)
    return render(request, "projects/ideas/sort.html", form.context | {"project": project})


def moved_in_words(number):
    said = ngettext("%(num)s idea is sorted.", "%(num)s ideas are sorted.", number)
    return said % {"num": number}


def in_full(request, idea_id):
    """The idea with all that its page shows, or 404."""
    ideas = request.project.ideas.shown().ready_to_draw().wanted_by(place_of(request).user)
    idea = get_object_or_404(ideas.select_related("written_by", "checked_by"), pk=idea_id)
    idea.project = request.project
    return idea


def about(request, idea):
    may = () if request.project.is_closed else request.membership.abilities
    form = PutUnderForm(request.project, initial={"theme": idea.theme})
    return {
        "project": request.project,
        "idea": idea,
        "outcomes": idea.outcomes.select_related("by").order_by("-pk"),
        "decisions": idea.decisions.order_by("-pk"),
        "form": form if "contribute" in may else None,
    }


def beside(request, context, now):
    """Someone said meanwhile what became of it: both, and yours in a form to save again."""
    last = now.outcomes.select_related("by").last()
    context |= {
        "form": open_again(context["form"], last.pk, "after"),
        "meanwhile": both_texts(context["form"], now),
        "meanwhile_by": last.by.name,
    }
    return changed_meanwhile(request, "projects/ideas/became.html", context)


def is_for_a_group(request):
    """A group says what it wants in an idea of its own."""
    if request.hand and request.hand.is_group:
        messages.info(request, _("You write for a group. Write down its own idea instead."))
        return True
    return False


def wanted(request, idea):
    """The one button that changed; without scripts, the page on which it was pressed."""
    idea = in_full(request, idea.pk)
    context = {"project": request.project, "idea": idea}
    back_to = pressed_on(request, idea)
    return changed(request, "projects/ideas/_me_too.html", context, back_to=back_to)


def pressed_on(request, idea):
    """The list as it was filtered, at this idea; or the idea's own page."""
    if "list" not in request.POST:
        return idea.get_absolute_url()
    query = QueryDict(request.POST["list"][:500]).urlencode()
    return f"{reverse('ideas:index', args=[idea.project_id])}?{query}#idea-{idea.pk}"
