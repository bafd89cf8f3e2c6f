from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.confinement import whole_account
from accounts.models import Organisation
from needs.kinds.forms import KindForm, NewKindForm
from needs.models import NeedKind
from projects.access import LARGEST


def for_administrators(view):
    """Sign people in; 404 for whoever looks after no organisation. The view receives theirs."""

    @login_required
    @whole_account
    @wraps(view)
    def guarded(request, **kwargs):
        user = request.user
        mine = Organisation.objects.all() if user.is_superuser else user.administers.all()
        organisations = mine.order_by("name")
        if not organisations or any(number > LARGEST for number in kwargs.values()):
            raise Http404
        return view(request, organisations, **kwargs)

    return guarded


@for_administrators
def index(request, organisations):
    """The list that people choose from when they say what they need."""
    lists = []
    for organisation in organisations.prefetch_related("need_kinds"):
        own = list(organisation.need_kinds.all())
        lists.append(
            {
                "organisation": organisation,
                "is_own": bool(own),
                "offered": [
                    kind for kind in own or NeedKind.general(organisation) if not kind.left_out
                ],
                "left_out": [kind for kind in own if kind.left_out],
            }
        )
    return render(request, "needs/kinds/index.html", {"lists": lists})


@for_administrators
def new(request, organisations):
    form = NewKindForm(organisations, request.POST or None)
    if form.is_valid():
        details = dict(form.cleaned_data)
        organisation = details.pop("organisation", None) or organisations[0]
        NeedKind.add(organisation, **details)
        messages.success(request, _("Added to the list"))
        return redirect("needs:kinds:index")
    return render(request, "needs/kinds/new.html", {"form": form})


@require_POST
@for_administrators
def lay_out(request, organisations):
    """Make the general list the organisation's own, so that its lines can be changed."""
    key = request.POST.get("organisation", "")
    if key.isdecimal() and len(key) < 19:
        NeedKind.lay_out(get_object_or_404(organisations, pk=int(key)))
    return redirect("needs:kinds:index")


@for_administrators
def change(request, organisations, kind_id):
    kind = kind_of(organisations, kind_id)
    form = KindForm(request.POST or None, instance=kind)
    if form.is_valid():
        NeedKind.objects.get(pk=kind.pk).change(**form.cleaned_data)
        messages.success(request, _("Saved"))
        return redirect("needs:kinds:index")
    name = NeedKind.objects.get(pk=kind.pk).name if form.errors else kind.name
    return render(request, "needs/kinds/change.html", {"kind_name": name, "form": form})


@require_POST
@for_administrators
def leave_out(request, organisations, kind_id):
    kind = kind_of(organisations, kind_id)
    kind.leave_out()
    messages.success(request, _("“%(kind)s” is not on the list now") % {"kind": kind.name})
    return redirect("needs:kinds:index")


@require_POST
@for_administrators
def bring_back(request, organisations, kind_id):
    kind = kind_of(organisations, kind_id)
    kind.bring_back()
    messages.success(request, _("“%(kind)s” is on the list again") % {"kind": kind.name})
    return redirect("needs:kinds:index")


def kind_of(organisations, kind_id):
    return get_object_or_404(NeedKind, pk=kind_id, organisation__in=organisations)
