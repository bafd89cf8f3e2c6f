from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.models import Organisation
from administration.access import administration_view, organisations_of, people_for
from administration.organisation import changing, rosters
from administration.organisation.forms import AddForm, OrganisationForm
from administration.organisation.rosters import LastAdministrator, Roster
from administration.second_step import with_second_step

ON_A_PAGE = 50


def organisation_or_404(request, organisation_id):
    return get_object_or_404(organisations_of(request.user), pk=organisation_id)


def roster_or_404(word):
    if word not in Roster.values:
        raise Http404
    return Roster(word)


@administration_view
def detail(request, organisation_id):
    organisation = organisation_or_404(request, organisation_id)
    lists = [(roster, roster.of(organisation).count()) for roster in Roster]
    context = {"organisation": organisation, "lists": lists}
    return render(request, "administration/organisation/detail.html", context)


@administration_view
def new(request):
    """Add an organisation: for those who look after the whole installation."""
    if not request.user.is_superuser:
        raise Http404
    form = OrganisationForm(request.POST or None)
    if form.is_valid():
        organisation = changing.start(by=request.user, **form.cleaned_data)
        messages.success(request, _("The organisation is here. Now add its administrators."))
        return redirect("organisation:detail", organisation.pk)
    return render(request, "administration/organisation/new.html", {"form": form})


@administration_view
def change(request, organisation_id):
    organisation = organisation_or_404(request, organisation_id)
    fresh = Organisation.objects.get(pk=organisation.pk)
    form = OrganisationForm(request.POST or None, instance=fresh)
    if form.is_valid():
        changing.change(organisation, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved"))
        return redirect("organisation:detail", organisation.pk)
    context = {"organisation": organisation, "form": form}
    return render(request, "administration/organisation/change.html", context)


@administration_view
def who(request, organisation_id, roster):
    """Who is on one of the organisation's lists."""
    organisation, roster = organisation_or_404(request, organisation_id), roster_or_404(roster)
    on_it = roster.rows().filter(organisation=organisation).values("user")
    people = with_second_step(people_for(request.user).filter(pk__in=on_it))
    page = Paginator(people, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"organisation": organisation, "roster": roster, "page": page}
    return render(request, "administration/organisation/who.html", context)


@administration_view
def add(request, organisation_id, roster):
    organisation, roster = organisation_or_404(request, organisation_id), roster_or_404(roster)
    form = AddForm(request.POST or None)
    if form.is_valid():
        rosters.add(organisation, roster, by=request.user, **form.cleaned_data)
        said = _("We have written to %(email)s.") % {"email": form.cleaned_data["email"]}
        messages.success(request, said)
        return redirect("organisation:who", organisation.pk, roster)
    context = {"organisation": organisation, "roster": roster, "form": form}
    return render(request, "administration/organisation/add.html", context)


@administration_view
def take_off(request, organisation_id, roster, person_id):
    organisation, roster = organisation_or_404(request, organisation_id), roster_or_404(roster)
    on_it = roster.rows().filter(organisation=organisation).values("user")
    person = get_object_or_404(people_for(request.user).filter(pk__in=on_it), pk=person_id)
    context = {"organisation": organisation, "roster": roster, "person": person}
    if request.method == "POST":
        try:
            rosters.take_off(organisation, roster, person, by=request.user)
        except LastAdministrator:
            context["is_last"] = True
            template = "administration/organisation/take_off.html"
            return render(request, template, context, status=422)
        messages.success(request, _("They are not on the list any more."))
        still_there = organisations_of(request.user).filter(pk=organisation.pk).exists()
        if not still_there:
            return redirect("projects:index")
        return redirect("organisation:who", organisation.pk, roster)
    return render(request, "administration/organisation/take_off.html", context)
