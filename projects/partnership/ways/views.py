from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.documents import is_large, key_of
from projects.models import ChangedMeanwhile
from projects.partnership.models import Ways
from projects.partnership.models.ways import NotNow
from projects.partnership.ways.forms import AgreeForm, LookAgainForm, NotYetForm, WaysForm
from projects.partnership.ways.voices import Voices
from ui.display import Display
from ui.htmx import changed_meanwhile
from ui.meanwhile import both_texts, open_again
from ui.pdf import pdf_response

POSTER_SIZES = tuple(range(11, 27))


@project_view("view")
def index(request, project):
    """What the team agreed, who agrees with it, and how it read before."""
    ways = standing(project)
    voices = Voices(ways) if ways else None
    context = {
        "project": project,
        "ways": ways,
        "voices": voices,
        "mine": voices.of(request.user, request.hand) if ways else None,
        "earlier": list(project.ways.filter(is_standing=False)),
    }
    return render(request, "projects/partnership/ways/index.html", context)


def standing(project):
    ways = project.ways.standing().select_related("written_by", "hand__typed_by").first()
    if ways:
        ways.project = project
    return ways


@project_view("contribute")
def change(request, project):
    """Write the first wording, or another one. Two at once see both texts."""
    ways = standing(project)
    said = {"opened_at": ways.number if ways else 0}
    if ways:
        said |= {"text": ways.text, "revisit_on": ways.revisit_on}
    form = WaysForm(request.POST or None, initial=said, is_first=ways is None)
    context = {"project": project, "form": form, "ways": ways}
    if request.method == "POST" and form.is_valid():
        opened_at = form.cleaned_data["opened_at"]
        try:
            Ways.write(project, by=request.user, opened_at=opened_at, **form.details)
        except ChangedMeanwhile as late:
            form = open_again(form, late.thing.number)
            context |= {"form": form, "meanwhile": both_texts(form, late.thing), "ways": ways}
            context["meanwhile_by"] = late.thing.said_by(Display.of(request))
            return changed_meanwhile(request, "projects/partnership/ways/change.html", context)
        messages.success(request, _("It is saved, and everyone in the team is asked."))
        return redirect("partnership:ways:index", project.pk)
    return render(request, "projects/partnership/ways/change.html", context)


@project_view("contribute")
def look_again(request, project):
    """The words stay as they are; the team says when it looks again."""
    ways = standing(project)
    if ways is None:
        return redirect("partnership:ways:index", project.pk)
    form = LookAgainForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        ways.look_again(by=request.user, **form.cleaned_data)
        messages.success(request, _("The day is saved."))
        return redirect("partnership:ways:index", project.pk)
    context = {"project": project, "form": form, "ways": ways}
    return render(request, "projects/partnership/ways/look_again.html", context)


@project_view("view")
def detail(request, project, wording_id):
    """An earlier wording, with who agreed then."""
    ways = get_object_or_404(project.ways.select_related("written_by", "hand"), pk=wording_id)
    if ways.is_standing:
        return redirect(ways)
    ways.project = project
    context = {"project": project, "ways": ways, "voices": Voices(ways)}
    return render(request, "projects/partnership/ways/detail.html", context)


@project_view("contribute")
def agree(request, project, way_id):
    return say(request, project, way_id, AgreeForm, agrees=True)


@project_view("contribute")
def not_yet(request, project, way_id):
    return say(request, project, way_id, NotYetForm, agrees=False)


def say(request, project, way_id, form_class, *, agrees):
    ways = get_object_or_404(project.ways, pk=way_id)
    ways.project = project
    mine = ways.voices.of(request.user, request.hand).first()
    note = mine.note if mine and mine.agrees == agrees else ""
    form = form_class(request.POST or None, initial={"note": note})
    if not ways.is_standing:
        return changed_since(request, project)
    if request.method == "POST" and form.is_valid():
        try:
            ways.say(by=request.user, agrees=agrees, note=form.cleaned_data["note"])
        except NotNow:
            return changed_since(request, project)
        messages.success(request, _("Your team reads what you said."))
        return redirect(f"{ways.get_absolute_url()}#voices")
    page = "agree" if agrees else "not_yet"
    context = {"project": project, "ways": ways, "form": form, "mine": mine}
    return render(request, f"projects/partnership/ways/{page}.html", context)


@require_POST
@project_view("contribute")
def take_back(request, project, way_id):
    ways = get_object_or_404(project.ways, pk=way_id)
    ways.project = project
    try:
        ways.take_back(by=request.user)
    except NotNow:
        return changed_since(request, project)
    messages.success(request, _("What you said is taken back."))
    return redirect(f"{ways.get_absolute_url()}#voices")


def changed_since(request, project):
    messages.info(request, _("The wording has been changed. Read it again before you say yes."))
    return redirect("partnership:ways:index", project.pk)


@project_view("view")
def poster_pdf(request, project):
    """The ways of working on one page, for the wall of the room."""
    ways, large = standing(project), is_large(request)
    if ways is None:
        return redirect("partnership:ways:index", project.pk)
    return pdf_response(
        request,
        "projects/partnership/ways/poster_pdf.html",
        lambda: {"project": project, "ways": ways, "large": large},
        f"project-{project.pk}-ways.pdf",
        key=key_of(project, "ways", ways.pk, large),
        one_page=POSTER_SIZES[7:] if large else POSTER_SIZES,
    )
