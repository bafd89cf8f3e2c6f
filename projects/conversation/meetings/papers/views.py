from django.http import Http404

from projects.access import project_view
from projects.conversation.meetings.finding import of_meeting
from projects.conversation.meetings.invitation import when
from projects.conversation.meetings.wording import pieces_of
from projects.documents import is_large, key_of, reader_of
from ui.pdf import pdf_response

ROOM = "projects/conversation/meetings/papers"
SIZES = (8.5, 9, 9.5, 10, 10.5, 11, 11.5, 12)
"""Text sizes in points at which an agenda is tried, so that it is one page of A4 if it can be."""
LINES, LARGE_LINES = 15, 8
"""Rows to sign on a sheet."""


@project_view("view")
@of_meeting
def agenda_pdf(request, project, meeting):
    """One A4, or as many pages as it takes in large print. It names nobody who did not agree."""
    large, roles = is_large(request), meeting.roles_on_paper
    return pdf_response(
        request,
        f"{ROOM}/agenda_pdf.html",
        lambda: {
            "project": project,
            "meeting": meeting,
            "large": large,
            "when": when(meeting),
            "points": list(meeting.points.ready_to_draw().in_order()),
            "roles": roles,
        },
        f"agenda-{meeting.pk}.pdf",
        key=key_of(project, "agenda", meeting.pk, large, roles, order_of(meeting)),
        one_page=() if large else SIZES,
    )


@project_view("view")
@of_meeting
def sign_in_pdf(request, project, meeting):
    """Lines to sign, and nobody's name: who is invited is not told to everyone who comes."""
    large, roles = is_large(request), meeting.roles_on_paper
    return pdf_response(
        request,
        f"{ROOM}/sign_in_pdf.html",
        lambda: {
            "project": project,
            "meeting": meeting,
            "large": large,
            "when": when(meeting),
            "roles": roles,
            "lines": range(LARGE_LINES if large else LINES),
        },
        f"sign-in-{meeting.pk}.pdf",
        key=key_of(project, "sign-in", meeting.pk, large, roles),
        one_page=() if large else SIZES,
    )


@project_view("view")
@of_meeting
def summary_pdf(request, project, meeting):
    if not meeting.is_closed:
        raise Http404
    large, reader, summary = is_large(request), reader_of(request), meeting.summary
    return pdf_response(
        request,
        f"{ROOM}/summary_pdf.html",
        lambda: {
            "project": project,
            "meeting": meeting,
            "large": large,
            "when": when(meeting),
            "reader": reader,
            "summary": summary,
            "is_easy": reader.is_easy and bool(summary.easy),
            "pieces": pieces_of(summary.words(reader)),
        },
        f"summary-{meeting.pk}.pdf",
        key=key_of(project, "meeting", summary.pk, large, reader.wording),
    )


def order_of(meeting):
    """How the points are ordered, which changes without a new version of the project."""
    return list(meeting.points.in_order().values_list("pk", flat=True))
