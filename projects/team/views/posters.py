from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from projects.access import project_view
from projects.documents import is_large, reader_of
from projects.models import AffectedGroup
from projects.team.models import JoinPage
from projects.team.models.invitations import six_weeks_from_now
from projects.team.poster_forms import WORDS, AnswerForm, PosterForm
from projects.team.views.invitations import short
from ui.pdf import pdf_response
from ui.qr import qr_of

POSTER_SIZES = tuple(range(9, 31))
"""Text sizes in points: the notice gets the largest at which it is one page."""
SAID = (
    "title",
    "words",
    "easy",
    "purpose",
    "perspectives",
    "groups",
    "role",
    "time",
    "where",
    "support",
    "offer",
    "questions",
    "closes_on",
)


@project_view("invite")
def poster(request, project):
    """A notice for a wall, and a page for anyone: who would like to join?"""
    page = JoinPage.objects.filter(project=project).first()
    groups = names_to_choose(project, page)
    form = PosterForm(groups, request.POST or None, initial=words_of(project, page))
    if form.is_valid():
        JoinPage.put_up(project, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved. Now you can print the notice."))
        return redirect("team:poster", project.pk)
    context = {"project": project, "form": form, "page": page}
    return render(request, "projects/team/poster.html", context)


def names_to_choose(project, page):
    """The groups nobody is here from, and those that the notice names already."""
    away = project.groups.exclude(here=AffectedGroup.Here.YES).values_list("name", flat=True)
    return list(dict.fromkeys([*away, *(page.groups if page else [])]))


def words_of(project, page):
    if page:
        return {name: getattr(page, name) for name in SAID}
    offer = getattr(project, "payment_offer", None)
    return {
        "title": project.title[:100],
        "words": str(WORDS),
        "purpose": project.purpose,
        "offer": offer.in_words[:2000] if offer else "",
        "closes_on": six_weeks_from_now(),
    }


@project_view("view")
def poster_pdf(request, project):
    """One A4 in big type, black and white, for a wall. It shows what is public already.

    In large print (`?print=large`) it may be longer.
    """
    page = get_object_or_404(
        JoinPage.objects.select_related("project__organisation"), project=project
    )
    link = request.build_absolute_uri(page.get_absolute_url())
    organisation = page.project.organisation
    large = is_large(request)
    reader = reader_of(request)
    context = {
        "page": page,
        "organisation": organisation,
        "easy": reader.is_easy,
        "large": large,
        "address": short(request.build_absolute_uri(reverse("join:index"))),
        "qr": qr_of(link),
    }
    contacts = [organisation.name, organisation.contact_phone, organisation.contact_email]
    look = [reader.wording, "large" if large else "one page"]
    return pdf_response(
        request,
        "projects/team/poster_pdf.html",
        lambda: context,
        f"poster-{page.word}.pdf",
        key="\x1f".join(["poster", link, str(page.version), *look, *contacts]),
        one_page=() if large else POSTER_SIZES,
    )


@project_view("invite")
def answer(request, project, request_id):
    """Someone asks to join: read it, and answer kindly."""
    asked = get_object_or_404(project.join_requests.waiting(), pk=request_id)
    form = AnswerForm(project, request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        if said.pop("said") == "yes":
            asked.confirm(by=request.user, **said)
        else:
            asked.decline(by=request.user, reply=said["reply"])
        messages.success(request, _("Thank you. They can read your answer now."))
        return redirect("team:index", project.pk)
    context = {"project": project, "asked": asked, "form": form}
    return render(request, "projects/team/answer.html", context)
