from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, F, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.documents import is_large, key_of, reader_of
from projects.ideas.models import Idea, OpenQuestion
from projects.ideas.questions.address import address_of, to_type
from projects.ideas.questions.forms import QuestionForm, as_typed_in
from projects.meanwhile import beside
from projects.models import ChangedMeanwhile
from projects.whats_open.sheet import sheet_of
from ui.pdf import pdf_response
from ui.qr import qr_of

PAGE = 25
POSTER_SIZES = tuple(range(12, 31))
"""Text sizes in points: the poster gets the largest at which it is one page."""
FORM_SIZES = (10, 11, 12, 13)


@project_view("view")
def index(request, project):
    """What everyone is asked; what is open first."""
    page = Paginator(with_figures(project), PAGE).get_page(request.GET.get("page"))
    for question in page:
        question.project = project
    context = {"project": project, "page": page}
    return render(request, "projects/ideas/questions/index.html", context)


@project_view("view")
def detail(request, project, question_id):
    question = get_object_or_404(with_figures(project), pk=question_id)
    question.project = project
    context = {
        "project": project,
        "question": question,
        "address": address_of(question),
        "to_type": to_type(question),
        "qr": qr_of(address_of(question)),
    }
    return render(request, "projects/ideas/questions/detail.html", context)


@project_view("lead")
def new(request, project):
    """From now on anyone can answer it."""
    initial = {"reader": request.membership.pk}
    form = QuestionForm(project, request.POST or None, initial=initial)
    if form.is_valid():
        question = OpenQuestion.ask(project, by=request.user, **form.details)
        messages.success(request, _("Anyone can answer now. Print the poster, or send the link."))
        return redirect(question)
    context = {"project": project, "form": form}
    return render(request, "projects/ideas/questions/new.html", context)


@project_view("lead")
def change(request, project, question_id):
    """Reword it. Two at once see both texts."""
    question = get_object_or_404(project.open_questions, pk=question_id)
    form = QuestionForm(project, request.POST or None, initial=as_typed_in(question))
    context = {"project": project, "question": question, "form": form}
    if form.is_valid():
        opened_at = form.cleaned_data["opened_at"]
        try:
            question.change(by=request.user, opened_at=opened_at, **form.details)
        except ChangedMeanwhile as late:
            return beside(request, "projects/ideas/questions/change.html", context, late.thing)
        messages.success(request, _("The question is changed."))
        return redirect(question)
    return render(request, "projects/ideas/questions/change.html", context)


@require_POST
@project_view("lead")
def close(request, project, question_id):
    """Nobody can answer it from now on."""
    question = get_object_or_404(project.open_questions, pk=question_id)
    question.close(by=request.user)
    messages.success(request, _("Closed. Take down the posters. You can open it again."))
    return redirect(question)


@require_POST
@project_view("lead")
def open_again(request, project, question_id):
    """People can answer it again; a last day that is over has to be changed first."""
    question = get_object_or_404(project.open_questions, pk=question_id)
    question.open_again(by=request.user)
    if question.is_open:
        messages.success(request, _("Anyone can answer it again."))
        return redirect(question)
    messages.info(request, _("Its last day is over. Choose a new one, and people can answer."))
    return redirect("ideas:questions:change", project.pk, question.pk)


@project_view("view")
def poster_pdf(request, project, question_id):
    """One A4 in big type, black and white, for a wall. It shows what is public already."""
    question = get_object_or_404(project.open_questions, pk=question_id)
    link, reader = address_of(question), reader_of(request)
    return pdf_response(
        request,
        "projects/ideas/questions/poster_pdf.html",
        lambda: {
            "question": question,
            "organisation": project.organisation,
            "reader": reader,
            "to_type": to_type(question),
            "qr": qr_of(link),
        },
        f"poster-{question.word}.pdf",
        key=key_of(project, "poster of a question", question.pk, link, reader.wording),
        one_page=POSTER_SIZES,
    )


@project_view("view")
def form_pdf(request, project, question_id):
    """A paper form: what is open, the question, room to write, and how the words are used."""
    question = get_object_or_404(project.open_questions, pk=question_id)
    reader, large = reader_of(request), is_large(request)
    return pdf_response(
        request,
        "projects/ideas/questions/form_pdf.html",
        lambda: {
            "question": question,
            "organisation": project.organisation,
            "display": reader,
            "large": large,
            "sheet": sheet_of(project),
            "to_type": to_type(question),
        },
        f"form-{question.word}.pdf",
        key=key_of(project, "form", question.pk, address_of(question), reader.wording, large),
        one_page=() if large else FORM_SIZES,
    )


def with_figures(project):
    """Each with how many ideas wait to be read, and how many the team can read."""
    waits = Count("ideas", Q(ideas__door=Idea.Door.WAITING))
    shown = Count("ideas", Q(ideas__door=Idea.Door.SHOWN))
    questions = project.open_questions.select_related("reader__user", "by")
    still_open = F("closed_at").desc(nulls_first=True)
    return questions.annotate(waiting=waits, number=shown).order_by(still_open, "-pk")
