from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from administration.access import organisations_of
from privacy.access import on_paper, organisation_of, own_pages_only
from privacy.gathering import as_json, everything_about
from privacy.models import LegalHold, Statement
from privacy.retention.rules import rules_of
from privacy.statements.reading import blocks_of, gaps_in, without_gaps


def index(request):
    """What we do with what we know about people, and how long we keep it."""
    return said(request, Statement.Kind.PRIVACY, _("Privacy"))


def cookies(request):
    return said(request, Statement.Kind.COOKIES, _("Cookies"))


def accessibility(request):
    return said(request, Statement.Kind.ACCESSIBILITY, _("Accessibility"))


def complaints(request):
    return said(request, Statement.Kind.COMPLAINTS, _("Complaints"))


def said(request, kind, title):
    """A statement of the reader's organisation as it stands today, or as Collab came with it."""
    organisation = organisation_of(request)
    versions = list(Statement.objects.filter(organisation=organisation.pk, kind=kind))
    now = versions[0] if versions else Statement(**Statement.first_words(organisation, kind))
    gaps = gaps_in(now.text) + gaps_in(now.easy) if may_write(request, organisation) else []
    seen = list if gaps else without_gaps
    context = {
        "gaps": gaps,
        "title": title,
        "kind": kind,
        "organisation": organisation,
        "statement": now,
        "earlier": versions[1:],
        "blocks": seen(blocks_of(now.text)),
        "easy": seen(blocks_of(now.easy)),
        "rules": rules_of(organisation) if kind == Statement.Kind.PRIVACY else [],
    }
    return render(request, "privacy/statement.html", context)


def may_write(request, organisation):
    """Whether the reader is the one who fills the gaps: an administrator of the organisation."""
    if not request.user.is_authenticated or not organisation.pk or on_paper(request):
        return False
    return organisations_of(request.user).filter(pk=organisation.pk).exists()


@own_pages_only
def me(request):
    """All we know about the person who asks, in groups, to read and to take away."""
    context = {
        "groups": everything_about(request.user),
        "held": LegalHold.objects.on_person(request.user).exists(),
    }
    return render(request, "privacy/me.html", context)


@own_pages_only
def me_html(request):
    """The same as one file that opens anywhere, without a network."""
    text = render_to_string("privacy/me_html.html", {"groups": everything_about(request.user)})
    return download(text, "text/html; charset=utf-8", "what-we-know-about-you.html")


@own_pages_only
def me_json(request):
    """The same for another program: every key is explained in the file itself."""
    text = as_json(everything_about(request.user))
    return download(text, "application/json", "what-we-know-about-you.json")


def download(text, content_type, filename):
    """The file's name says nothing about whose it is."""
    response = HttpResponse(text, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response
