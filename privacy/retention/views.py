from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from administration.models import Act
from privacy.access import administrators_only
from privacy.models import Destroyed, Kind, LegalHold, RetentionClass
from privacy.retention.due import as_read, destroy, rows_due
from privacy.retention.forms import DestroyForm, RuleForm
from privacy.retention.rules import may_decide, months_in_words, rule_of, rules_of

ON_A_PAGE = 100
CHANGED = gettext_noop("changed how long things are kept in")
DESTROYED = gettext_noop("destroyed what had come to its time in")


@administrators_only
def index(request):
    """How long each kind of record is kept, and what has come to its time."""
    organisations = [
        {
            "organisation": organisation,
            "rules": [row_of(request.user, organisation, rule) for rule in rules_of(organisation)],
        }
        for organisation in request.organisations
    ]
    holds = LegalHold.objects.standing().filter(organisation__in=request.organisations)
    context = {
        "organisations": organisations,
        "due": [
            row | {"organisation": one["organisation"]}
            for one in organisations
            for row in one["rules"]
            if row["due"]
        ],
        "holds": holds.count(),
    }
    return render(request, "privacy/retention/index.html", context)


def row_of(user, organisation, rule):
    due = 0 if rule.by_itself else rows_due(organisation, rule, by=user).count()
    return {"rule": rule, "due": due, "may_decide": may_decide(user, organisation, rule)}


@administrators_only
def detail(request, organisation, record_kind):
    """What has come to its time: look at it, then destroy what is ticked."""
    rule = rule_in(organisation, record_kind)
    rows = rows_due(organisation, rule, by=request.user)
    due = [] if rule.by_itself else [as_read(rule, row) for row in rows[:ON_A_PAGE]]
    form = DestroyForm(due, request.POST or None)
    if form.is_valid():
        number = destroy(organisation, rule, form.cleaned_data["numbers"], by=request.user)
        if number:
            note = f"{rule.title}: {number}"
            Act.note_down(request.user, DESTROYED, organisation=organisation, note=note)
        done = ngettext("%(num)s was destroyed", "%(num)s were destroyed", number)
        messages.success(request, done % {"num": number})
        return redirect("retention:detail", organisation.pk, record_kind)
    context = {
        "organisation": organisation,
        "rule": rule,
        "due": due,
        "number": rows.count(),
        "may_decide": may_decide(request.user, organisation, rule),
        "form": form,
        "ticked": request.POST.getlist("row"),
    }
    return render(request, "privacy/retention/detail.html", context)


def rule_in(organisation, kind):
    if kind not in Kind:
        raise Http404
    return rule_of(organisation, kind)


@administrators_only
def change(request, organisation, record_kind):
    """How long this kind is kept, and why: the organisation's own choice."""
    rule = rule_in(organisation, record_kind)
    if not may_decide(request.user, organisation, rule):
        raise Http404
    opened = {"months": rule.months, "basis": rule.why}
    form = RuleForm(rule, request.POST or None, initial=opened)
    if form.is_valid():
        choose(organisation, rule, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved"))
        return redirect("retention:index")
    context = {"organisation": organisation, "rule": rule, "form": form}
    return render(request, "privacy/retention/change.html", context)


@transaction.atomic
def choose(organisation, rule, *, by, months, basis):
    RetentionClass.choose(organisation, rule.kind, by=by, months=months, basis=basis)
    note = f"{rule.title}: {rule.how_long} → {months_in_words(months)}"
    Act.note_down(by, CHANGED, organisation=organisation, note=note)


@administrators_only
def destroyed(request):
    """What was destroyed, when and by whom; it names nobody whom it was about."""
    rows = Destroyed.objects.filter(organisation__in=request.organisations)
    page = Paginator(rows.select_related("organisation", "by"), 50).get_page(
        request.GET.get("page")
    )
    return render(request, "privacy/retention/destroyed.html", {"page": page})
