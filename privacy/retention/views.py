from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from privacy.access import administrators_only
from privacy.models import Destroyed, Kind, LegalHold, RetentionClass
from privacy.retention.due import as_read, destroy, rows_due
from privacy.retention.forms import DestroyForm, RuleForm
from privacy.retention.rules import rule_of, rules_of

ON_A_PAGE = 100


@administrators_only
def index(request):
    """How long each kind of record is kept, and what has come to its time."""
    context = {
        "organisations": [
            {
                "organisation": organisation,
                "rules": [
                    {
                        "rule": rule,
                        "due": 0 if rule.by_itself else rows_due(organisation, rule).count(),
                    }
                    for rule in rules_of(organisation)
                ],
            }
            for organisation in request.organisations
        ],
        "holds": LegalHold.objects.standing()
        .filter(organisation__in=request.organisations)
        .count(),
    }
    return render(request, "privacy/retention/index.html", context)


@administrators_only
def detail(request, organisation, record_kind):
    """What has come to its time: look at it, then destroy what is ticked."""
    rule = rule_in(organisation, record_kind)
    due = [as_read(rule, row) for row in rows_due(organisation, rule)[:ON_A_PAGE]]
    form = DestroyForm(due, request.POST or None)
    if form.is_valid():
        number = destroy(organisation, rule, form.cleaned_data["numbers"], by=request.user)
        done = ngettext("%(num)s was destroyed", "%(num)s were destroyed", number)
        messages.success(request, done % {"num": number})
        return redirect("retention:detail", organisation.pk, record_kind)
    context = {
        "organisation": organisation,
        "rule": rule,
        "due": due,
        "number": rows_due(organisation, rule).count(),
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
    opened = {"months": rule.months, "basis": rule.why}
    form = RuleForm(request.POST or None, initial=opened)
    if form.is_valid():
        RetentionClass.choose(organisation, rule.kind, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved"))
        return redirect("retention:index")
    context = {"organisation": organisation, "rule": rule, "form": form}
    return render(request, "privacy/retention/change.html", context)


@administrators_only
def destroyed(request):
    """What was destroyed, when and by whom; it names nobody whom it was about."""
    rows = Destroyed.objects.filter(organisation__in=request.organisations)
    page = Paginator(rows.select_related("organisation", "by"), 50).get_page(
        request.GET.get("page")
    )
    return render(request, "privacy/retention/destroyed.html", {"page": page})
