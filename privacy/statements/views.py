from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from administration.models import Act
from privacy.access import administrators_only
from privacy.models import Statement
from privacy.statements.forms import StatementForm
from privacy.statements.reading import blocks_of, gaps_in, without_gaps


@administrators_only
def index(request):
    """The texts of each organisation that the administrator looks after."""
    standing = standing_of(request.organisations)
    context = {
        "organisations": [
            {
                "organisation": organisation,
                "texts": [
                    text_of(organisation, kind, standing.get((organisation.pk, kind)))
                    for kind in Statement.Kind
                ],
            }
            for organisation in request.organisations
        ]
    }
    return render(request, "privacy/statements/index.html", context)


def standing_of(organisations):
    """`{(organisation's number, kind): the version that holds}`, in one query."""
    rows = Statement.objects.filter(organisation__in=organisations).order_by("number")
    return {(row.organisation_id, row.kind): row for row in rows.select_related("by")}


def text_of(organisation, kind, statement):
    words = statement or Statement(**Statement.first_words(organisation, kind))
    gaps = len(gaps_in(words.text)) + len(gaps_in(words.easy))
    return {"kind": kind, "statement": statement, "gaps": gaps, "has_easy": bool(words.easy)}


def detail(request, statement_id):
    """One version, as it was published. Everyone may read it, also when it is an earlier one."""
    statement = get_object_or_404(Statement.objects.select_related("organisation"), pk=statement_id)
    later = Statement.objects.filter(
        organisation=statement.organisation, kind=statement.kind, number=statement.number + 1
    ).first()
    context = {
        "statement": statement,
        "later": later,
        "blocks": without_gaps(blocks_of(statement.text)),
    }
    return render(request, "privacy/statements/detail.html", context)


@administrators_only
def edit(request, organisation, statement_kind):
    """Write the next version: look at it first, then publish it."""
    if statement_kind not in Statement.Kind:
        raise Http404
    now = Statement.objects.standing(organisation, statement_kind)
    number = now.number if now else 0
    opened = {"text": now.text, "easy": now.easy} if now else first(organisation, statement_kind)
    form = StatementForm(request.POST or None, initial=opened | {"opened_at": number})
    context = {
        "form": form,
        "organisation": organisation,
        "kind": Statement.Kind(statement_kind),
        "now": now,
    }
    if form.is_valid():
        words = {name: form.cleaned_data[name] for name in ("text", "easy")}
        someone_was_first = (form.cleaned_data["opened_at"] or 0) != number
        if "publish" in request.POST and not someone_was_first:
            publish(organisation, statement_kind, by=request.user, **words)
            messages.success(request, _("Published"))
            return redirect("statements:index")
        context |= {
            "form": StatementForm(initial=words | {"opened_at": number}),
            "someone_was_first": someone_was_first,
            "looked": {"blocks": blocks_of(words["text"]), "easy": blocks_of(words["easy"])},
            "gaps": gaps_in(words["text"]) + gaps_in(words["easy"]),
        }
    return render(request, "privacy/statements/edit.html", context)


@transaction.atomic
def publish(organisation, kind, *, by, **words):
    statement = Statement.publish(organisation, kind, by=by, **words)
    note = f"{statement.get_kind_display()}: {statement.number}"
    Act.note_down(by, gettext_noop("published words in"), organisation=organisation, note=note)


def first(organisation, kind):
    return Statement.first_words(organisation, kind)
