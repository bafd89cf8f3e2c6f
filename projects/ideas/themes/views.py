from django.contrib import messages
from django.db import IntegrityError
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from projects.access import project_view
from projects.ideas.models import Idea, Theme
from projects.ideas.themes.forms import ThemeForm, as_typed_in
from projects.meanwhile import beside
from projects.models import ChangedMeanwhile
from ui.htmx import changed_meanwhile


@project_view("view")
def index(request, project):
    shown = Count("ideas", Q(ideas__door=Idea.Door.SHOWN))
    themes = project.themes.annotate(number=shown)
    context = {"project": project, "themes": themes}
    return render(request, "projects/ideas/themes/index.html", context)


@project_view("lead")
def new(request, project):
    """A theme. Of a name that is there already there is one, however often it is sent."""
    form = ThemeForm(project, request.POST or None)
    if form.is_valid():
        theme = Theme.add(project, by=request.user, **form.details)
        messages.success(request, _("“%(name)s” is a theme now.") % {"name": theme})
        return redirect("ideas:themes:index", project.pk)
    return render(request, "projects/ideas/themes/new.html", {"project": project, "form": form})


@project_view("lead")
def change(request, project, theme_id):
    """Reword it. Two at once see both texts; one that is gone can be added again."""
    theme = project.themes.filter(pk=theme_id).first()
    if theme is None:
        return changed_when_gone(request, project, theme_id)
    form = ThemeForm(project, request.POST or None, theme=theme, initial=as_typed_in(theme))
    context = {"project": project, "theme": theme, "form": form}
    if form.is_valid():
        opened_at = form.cleaned_data["opened_at"]
        try:
            theme.change(by=request.user, opened_at=opened_at, **form.details)
        except ChangedMeanwhile as late:
            return beside(request, "projects/ideas/themes/change.html", context, late.thing)
        except Theme.DoesNotExist:
            return changed_when_gone(request, project, theme_id)
        except IntegrityError:  # somebody took the name a moment ago
            form.taken()
            return render(request, "projects/ideas/themes/change.html", context)
        messages.success(request, _("“%(name)s” is changed.") % {"name": theme})
        return redirect("ideas:themes:index", project.pk)
    return render(request, "projects/ideas/themes/change.html", context)


@project_view("lead")
def take_away(request, project, theme_id):
    """Asks first; then removes the heading. Its ideas stay."""
    theme = project.themes.filter(pk=theme_id).first()
    if theme is None:
        return gone_already(request, project, theme_id)
    if request.method == "POST":
        try:
            theme.take_away(by=request.user)
        except Theme.DoesNotExist:
            return gone_already(request, project, theme_id)
        messages.success(request, _("“%(name)s” is taken away. Its ideas stay.") % {"name": theme})
        return redirect("ideas:themes:index", project.pk)
    context = {"project": project, "theme": theme, "number": theme.ideas.shown().count()}
    return render(request, "projects/ideas/themes/take_away.html", context)


def changed_when_gone(request, project, theme_id):
    """Someone took it away: what was typed is in a form that adds it again."""
    if request.method != "POST":
        return gone_already(request, project, theme_id)
    was_here_or_404(project, theme_id)
    form = ThemeForm(project, request.POST)
    context = {"project": project, "form": form, "gone": True}
    return changed_meanwhile(request, "projects/ideas/themes/change.html", context)


def gone_already(request, project, theme_id):
    was_here_or_404(project, theme_id)
    messages.info(request, _("That theme has been taken away already."))
    return redirect("ideas:themes:index", project.pk)


def was_here_or_404(project, theme_id):
    """The project's own history knows a theme that is gone."""
    address = Theme(pk=theme_id, project=project).get_absolute_url()
    if not project.activity.filter(url=address).exists():
        raise Http404
