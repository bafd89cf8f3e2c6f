from functools import wraps
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.confinement import whole_account
from portfolio.forms import ANY_REASON, FilterForm
from portfolio.pages import number_in, page_of
from portfolio.queries import found, projects_of, services_of, welcoming
from portfolio.rows import rows_of
from portfolio.spreadsheet import lines_of
from ui.htmx import page_or_fragment
from ui.spreadsheet import csv_response


def for_the_involvement_team(view):
    """Sign people in; 404 for whoever oversees nothing. The view receives the organisations."""

    @require_safe
    @whole_account
    @login_required
    @wraps(view)
    def guarded(request):
        organisations = list(request.user.oversees.all())
        if not organisations:
            raise Http404
        return view(request, organisations)

    return guarded


@for_the_involvement_team
def index(request, organisations):
    form = FilterForm(request.GET)
    choice = form.choice()
    projects = projects_of(organisations)
    matching = found(projects, choice)
    page = page_of(matching, number_in(request.GET.get("page", "")))
    context = {
        "organisations": organisations,
        "form": form,
        "choice": choice,
        "chosen": list(form.in_words()),
        "address": urlencode(form.chosen()),
        "address_of_welcoming": urlencode(form.chosen() | {"reason": ANY_REASON}),
        "page": page,
        "rows": rows_of(page.projects, organisations),
        "welcoming": welcoming(matching, page, choice),
        "is_bare": not page.projects and not projects.exists(),
        "services": lambda: services_of(projects, choice),
        "here": "portfolio",
    }
    return page_or_fragment(request, "portfolio/index.html", "portfolio/_table.html", context)


@for_the_involvement_team
def projects_csv(request, organisations):
    matching = found(projects_of(organisations), FilterForm(request.GET).choice())
    filename = f"projects-{timezone.localdate().isoformat()}.csv"
    return csv_response(lines_of(matching, organisations), filename)
