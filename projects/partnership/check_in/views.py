from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.documents import is_large, key_of, reader_of
from projects.hands import place_of
from projects.partnership.check_in.forms import AnswerForm, FixForm, OpenForm
from projects.partnership.check_in.over_time import over_time
from projects.partnership.check_in.picture import Picture
from projects.partnership.models import (
    AlreadyAnswered,
    CheckIn,
    ContactWish,
    NoPaperLeft,
    NotAsked,
    OnPaperOnly,
    TooFewPeople,
    TooSoon,
)
from projects.partnership.models.check_ins import FEW
from ui.display import Display
from ui.pdf import pdf_response
from ui.spreadsheet import csv_response, lines_of

PAGE = 25
SIZES = (9, 9.5, 10, 10.5, 11)


@project_view("view")
def index(request, project):
    """What is asked just now, what was said before, and how it changes over time."""
    settle(project)
    page = Paginator(project.check_ins.closed(), PAGE).get_page(request.GET.get("page"))
    context = {
        "project": project,
        "open": list(project.check_ins.open()),
        "soonest": CheckIn.soonest_in(project, CheckIn.Kind.FULL),
        "page": page,
        "over_time": over_time(project, Display.of(request)),
        "is_small": CheckIn.asked_in(project).count() < FEW,
        "few": FEW,
    }
    return render(request, "projects/partnership/check_in/index.html", context)


def settle(project):
    """Whoever comes first after the last day counts out the box."""
    project.check_ins.settle()


@project_view("lead")
def new(request, project):
    """Open a check-in for everyone, or three questions after a meeting (`kind=pulse`)."""
    kind = CheckIn.Kind.PULSE if request.GET.get("kind") == "pulse" else CheckIn.Kind.FULL
    asked = {name: request.GET.get(name, "")[:200] for name in ("after", "after_on")}
    initial = {name: value for name, value in asked.items() if value}
    form = OpenForm(project, request.POST or None, kind=kind, initial=initial)
    going_on = project.check_ins.open().in_full().first() if kind == CheckIn.Kind.FULL else None
    if going_on:
        messages.info(request, _("A check-in is open already."))
        return redirect(going_on)
    context = {"project": project, "form": form, "kind": kind, "few": FEW}
    context["is_small"] = CheckIn.asked_in(project).count() < FEW
    if request.method != "POST":
        context["too_soon"] = too_soon_for(project, kind)
    elif form.is_valid():
        try:
            check_in = CheckIn.open(project, by=request.user, **form.details)
        except TooFewPeople:
            return render(request, "projects/partnership/check_in/new.html", context)
        except TooSoon as too_soon:
            context["too_soon"] = too_soon
            return render(request, "projects/partnership/check_in/new.html", context)
        messages.success(request, _("Everyone is asked. They have been told."))
        return redirect(check_in)
    return render(request, "projects/partnership/check_in/new.html", context)


def too_soon_for(project, kind):
    """Why a check-in cannot be asked today, before anybody fills in the form; or None."""
    try:
        CheckIn.must_stand_alone(project, kind)
    except TooSoon as too_soon:
        return too_soon


@project_view("view")
def talk(request, project):
    """The questions to talk through: for a small team, or for anyone who would rather talk."""
    context = {"project": project, "edition": project.edition, "questions": asked_of(project)}
    return render(request, "projects/partnership/check_in/talk.html", context)


@project_view("view")
def talk_pdf(request, project):
    reader, large = reader_of(request), is_large(request)
    return pdf_response(
        request,
        "projects/partnership/check_in/talk_pdf.html",
        lambda: {
            "project": project,
            "questions": asked_of(project),
            "display": reader,
            "large": large,
        },  # fmt: skip
        f"project-{project.pk}-talk.pdf",
        key=key_of(project, "talk sheet", reader.wording, large),
        one_page=() if large else SIZES,
    )


def asked_of(project):
    """What is talked about: all but whether someone wants to be contacted."""
    scaled, open_ones, _contact = CheckIn(project=project, edition=project.edition).questions()
    return scaled, open_ones


@project_view("view")
def detail(request, project, check_in_id):
    """While it is open: whose turn it is, and who sees what. After that, the results."""
    check_in = found(project, check_in_id)
    if not check_in.is_open and not project.is_closed:
        settle(project)
        check_in = found(project, check_in_id)
    if check_in.closed_on:
        return redirect(check_in)
    context = standing(request, check_in)
    return render(request, "projects/partnership/check_in/detail.html", context)


@project_view("view")
def results(request, project, result_id):
    """What people said: how it spreads, in words, as a picture and as a table."""
    check_in = found(project, result_id)
    if not check_in.closed_on:
        return redirect(check_in)
    picture = Picture(check_in, Display.of(request))
    context = {"project": project, "check_in": check_in, "picture": picture}
    return render(request, "projects/partnership/check_in/results.html", context)


def standing(request, check_in):
    """How an open check-in stands: whether enough have answered, never how many or who."""
    contents, member = check_in.contents(), place_of(request)
    return {
        "project": check_in.project,
        "check_in": check_in,
        "is_enough": contents is not None and contents.is_enough,
        "is_written_down": member.is_written_down,
        "is_lost": contents is None,
        "has_answered": contents is not None and member.pk in contents.given,
        "on_paper": check_in.papers.filter(member=member.pk).exists() if member.pk else False,
        "papers": [paper.member for paper in check_in.papers.select_related("member__user")],
        "typed": contents.papers if contents else 0,
    }


@sensitive_post_parameters()
@project_view("contribute", in_confidence=True)
def answer(request, project, check_in_id):
    """A member's answers. Nothing of them waits anywhere: not in a session, not in a log."""
    check_in = found(project, check_in_id)
    if place_of(request).is_written_down:
        return not_for_others(request, check_in)
    if not check_in.is_open:
        return over(request, check_in)
    context = standing(request, check_in)
    if context["has_answered"]:
        messages.info(request, _("Your answers are in already. Thank you."))
        return redirect(check_in)
    easy = Display.of(request).is_easy
    context["form"] = form = AnswerForm(check_in, request.POST or None, easy=easy)
    if request.method == "POST" and form.is_valid():
        try:
            check_in.give(request.membership, **form.details)
        except NotAsked:
            return over(request, check_in)
        except OnPaperOnly:
            return redirect(check_in)
        except AlreadyAnswered:
            messages.info(request, _("Your answers are in already. Thank you."))
            return redirect(check_in)
        messages.success(request, _("Thank you. Your answers are in the box with all the others."))
        return redirect(check_in)
    return render(request, "projects/partnership/check_in/answer.html", context)


def not_for_others(request, check_in):
    """Whoever writes down what others say would know their answers, and whether they gave any."""
    said = _("Only members of the team answer a check-in, each for themselves or on paper.")
    messages.info(request, said)
    return redirect(check_in)


def over(request, check_in):
    messages.info(request, _("This check-in is over. Nothing was added."))
    return redirect(check_in)


@require_POST
@project_view("contribute", in_confidence=True)
def on_paper(request, project, check_in_id):
    """A member would rather have a paper form."""
    check_in = found(project, check_in_id)
    if place_of(request).is_written_down:
        return not_for_others(request, check_in)
    try:
        check_in.rather_on_paper(request.membership)
    except NotAsked:
        return over(request, check_in)
    except AlreadyAnswered:
        messages.info(request, _("Your answers are in already. Thank you."))
        return redirect(check_in)
    messages.success(request, _("You answer on paper now. Ask a lead for the form."))
    return redirect(check_in)


@sensitive_post_parameters()
@project_view("lead", in_confidence=True)
def paper(request, project, check_in_id):
    """What stands on one paper form, typed in by whoever collects them."""
    check_in = found(project, check_in_id)
    if not check_in.is_open:
        return over(request, check_in)
    easy = Display.of(request).is_easy
    form = AnswerForm(check_in, request.POST or None, easy=easy)
    context = standing(request, check_in) | {"form": form}
    if request.method == "POST" and form.is_valid():
        try:
            check_in.give_paper(mark=form.cleaned_data["mark"], **form.details)
        except NotAsked:
            return over(request, check_in)
        except NoPaperLeft:
            return render(
                request, "projects/partnership/check_in/paper.html", context | {"none_left": True}
            )
        messages.success(request, _("This paper is in the box. Now tear it up."))
        return redirect("partnership:check_in:paper", project.pk, check_in.pk)
    return render(request, "projects/partnership/check_in/paper.html", context)


@project_view("view")
def paper_pdf(request, project, check_in_id):
    """The form to fill in by hand; it is the same for everyone."""
    check_in = found(project, check_in_id)
    reader, large = reader_of(request), is_large(request)
    scaled, open_ones, contact = check_in.questions()
    to_contact = ContactWish.whom_in(project)
    return pdf_response(
        request,
        "projects/partnership/check_in/paper_pdf.html",
        lambda: {
            "project": project,
            "check_in": check_in,
            "scaled": scaled,
            "open_ones": open_ones,
            "contact": contact,
            "to_contact": to_contact,
            "scale": list(check_in.edition.check_in_scale.all()),
            "display": reader,
            "large": large,
        },  # fmt: skip
        f"project-{project.pk}-check-in-{check_in.pk}.pdf",
        key=key_of(project, "check-in form", check_in.pk, reader.wording, large, len(to_contact)),
        one_page=(),
    )


@require_POST
@project_view("lead")
def remind(request, project, check_in_id):
    check_in = found(project, check_in_id)
    check_in.remind(by=request.user)
    messages.success(request, _("Everyone is reminded, also those who have answered."))
    return redirect(check_in)


@project_view("lead")
def close(request, project, check_in_id):
    """Asks first: nobody can answer afterwards."""
    check_in = found(project, check_in_id)
    if check_in.closed_on:
        return redirect(check_in)
    if request.method == "POST":
        check_in.close(by=request.user)
        messages.success(request, _("The check-in is closed."))
        return redirect(check_in)
    context = standing(request, check_in)
    return render(request, "projects/partnership/check_in/close.html", context)


@project_view("contribute")
def fix(request, project, result_id):
    """The one thing to fix becomes something to do."""
    check_in = found(project, result_id)
    if not check_in.closed_on:
        raise Http404
    if check_in.action:
        messages.info(request, _("The team has chosen one thing already."))
        return redirect(check_in)
    form = FixForm(project, request.POST or None)
    if request.method == "POST" and form.is_valid():
        check_in.fix(by=request.user, **form.details)
        messages.success(request, _("It is planned now."))
        return redirect(check_in)
    picture = Picture(check_in, Display.of(request))
    context = {"project": project, "check_in": check_in, "form": form, "picture": picture}
    return render(request, "projects/partnership/check_in/fix.html", context)


@project_view("view")
def results_csv(request, project, result_id):
    """How the answers spread, as a table: what the page shows and nothing more."""
    check_in = found(project, result_id)
    if not check_in.closed_on:
        raise Http404
    picture = Picture(check_in, Display.of(request))
    name = f"project-{project.pk}-check-in-{check_in.pk}.csv"
    return csv_response(lines_of(picture.header, picture.rows), name)


def found(project, check_in_id):
    links = ("edition", "action", "opened_by")
    check_in = get_object_or_404(project.check_ins.select_related(*links), pk=check_in_id)
    check_in.project = project
    return check_in
