from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_noop

from needs.flags import MEETINGS, PAPERS, flags_for, flags_of, needs_in
from outbox.letters import (
    letters_of,
    note_reads,
    note_told,
    put_needs_beside,
    say_told,
    told_lately,
)
from projects.access import project_view
from projects.consents.models import Consent
from projects.consents.wording import Use
from projects.conversation.meetings.invitation import when
from projects.documents import is_large, key_of, reader_of
from projects.exports.post import messages_of, post_of
from projects.exports.summary import summary_of
from projects.exports.voices import quoting
from projects.exports.wall import LARGE_SIZES, SIZES, wall_of
from projects.payment.in_summary import payment_of
from projects.payment.models import PaymentOffer
from projects.team.models import JoinPage
from stages.models import Stage
from ui.pdf import pdf_response


@project_view("view")
def index(request, project):
    needs, meeting = needs_in(project, request.user), project.meetings.to_come().first()
    context = {
        "project": project,
        "stages": list(Stage),
        "for_papers": flags_of(needs, PAPERS),
        "for_meetings": flags_of(needs, MEETINGS),
        "has_offer": PaymentOffer.objects.filter(project=project).exists(),
        "meeting": meeting,
        "meets": when(meeting) if meeting else "",
        "has_notice": JoinPage.objects.filter(project=project).exists(),
    }
    return render(request, "projects/exports/index.html", context)


@project_view("view")
def summary(request, project):
    found = summary_of(project, reader_of(request))
    flags = flags_for(project, request.user, PAPERS)
    context = {"project": project, "summary": found, "for_papers": flags}
    return render(request, "projects/exports/summary.html", context)


@project_view("view")
def summary_pdf(request, project):
    """The summary to print. Whose name or words stand in it, as agreed, is written down once.

    The same document fetched again is not another use.
    """
    reader, large, drawn = reader_of(request), is_large(request), []

    def context():
        drawn.append(summary_of(project, reader))
        return {"project": project, "large": large, "summary": drawn[0]}

    key = key_of(project, "summary", reader.wording, large, *without_version(project))
    name = f"project-{project.pk}-summary.pdf"
    template = "projects/exports/summary_pdf.html"
    response = pdf_response(request, template, context, name, key=key)
    if drawn and response.status_code == 200:
        where = {"what": gettext_noop("The printed summary"), "by": request.user}
        where["url"] = reverse("exports:summary", args=[project.pk])
        Consent.used(drawn[0]["named"], Use.NAME, **where)
        Consent.used(drawn[0]["quoted"], Use.WORDS, **where)
    return response


@project_view("view")
def wall_pdf(request, project):
    """One stage's checklist for the wall, as large as fits on one A4."""
    stage, reader, large = stage_of(request), reader_of(request), is_large(request)
    return pdf_response(
        request,
        "projects/exports/wall_pdf.html",
        lambda: {"large": large, **wall_of(project, stage, reader)},
        f"project-{project.pk}-{stage}.pdf",
        key=key_of(project, "wall", stage, reader.wording, large),
        one_page=LARGE_SIZES if large else SIZES,
    )


@project_view("lead", when_closed=True)
def post(request, project):
    """Who is told on paper or by phone, and saying that it is done: for endings too."""
    waiting = post_of(project)
    if request.method == "POST":
        say_told(request, note_told(waiting, request.POST, by=request.user))
        return redirect("exports:post", project.pk)
    letters, people = letters_of(waiting)
    put_needs_beside(letters, request.user)
    note_reads(request.user, letters)
    told = told_lately(messages_of(project))
    context = {"project": project, "letters": letters, "people": people, "told": told}
    return render(request, "projects/exports/post.html", context)


@project_view("lead", when_closed=True)
def post_pdf(request, project):
    """A letter for each person, on pages of its own. Nothing of it is kept."""
    letters, _people = letters_of(post_of(project))
    on_paper = [letter for letter in letters if letter.way == "post"]
    if not on_paper:
        return redirect("exports:post", project.pk)
    put_needs_beside(on_paper, request.user)
    note_reads(request.user, on_paper)
    context = {"organisation": project.organisation, "letters": on_paper}
    name = f"project-{project.pk}-letters.pdf"
    return pdf_response(request, "projects/exports/post_pdf.html", lambda: context, name, key="")


def stage_of(request):
    """The stage the address names; 404 when it is none of the nine."""
    try:
        return Stage(request.GET.get("stage", ""))
    except ValueError:
        raise Http404 from None


def without_version(project):
    """What the summary shows and may change without a new version of the project."""
    return [
        *names_of(project),
        *quoted_in(project),
        *(f"{rate.what} {rate.how_much} {rate.note}" for rate in payment_of(project)["rates"]),
        *(f"group {number}" for number in project.groups.values_list("pk", flat=True)),
    ]


def quoted_in(project):
    """Whose words the summary may quote today: that changes without a new version."""
    return [f"quoted {person}" for person in sorted(quoting(project))]


def names_of(project):
    """The names the summary gives, as they are today: a new name raises no version."""
    named = project.memberships.here().filter(name_in_summary=True)
    return sorted(named.values_list("user__name", flat=True))
