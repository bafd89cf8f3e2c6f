from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_POST

from accounts.models import PrivateRead
from administration import merging
from administration.access import (
    administration_view,
    may_change_account,
    may_change_way_in,
    people_for,
)
from administration.needs_doing import address_if_there
from administration.organisation.rosters import LastAdministrator, Roster
from administration.people import accounts
from administration.people.finding import matching, namesakes, namesakes_of
from administration.people.forms import AddressForm, MergeForm, SearchForm, SwitchOffForm
from administration.second_step import with_second_step, without_second_step
from projects.models import PersonalCode

ON_A_PAGE = 30


def person_or_404(request, person_id):
    return get_object_or_404(with_second_step(people_for(request.user)), pk=person_id)


def changeable_or_404(request, person_id, may=may_change_account):
    person = person_or_404(request, person_id)
    if not may(request.user, person):
        raise Http404
    return person


@administration_view
def index(request):
    """The people of the organisation, found by name or address."""
    form = SearchForm(request.GET)
    words = form.asked()
    people = with_second_step(people_for(request.user))
    if is_about_steps := request.GET.get("without") == "second-step":
        people = people.filter(pk__in=without_second_step(request.looked_after).values("pk"))
    found = matching(people, words)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"words": words, "page": page, "is_about_steps": is_about_steps}
    return render(request, "administration/people/index.html", context)


@administration_view
def duplicates(request):
    """People who share a name: perhaps one person with two accounts."""
    found = namesakes(people_for(request.user))
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "administration/people/duplicates.html", {"page": page})


@administration_view
def detail(request, person_id):
    """The facts of an account. Teams by number: which ones could tell about someone's health."""
    person = person_or_404(request, person_id)
    context = {
        "person": person,
        "teams": person.memberships.here().filter(**in_sight(request)).count(),
        "lists": lists_of(person, request.looked_after),
        "codes": PersonalCode.objects.filter(
            membership__user=person, membership__left_on=None
        ).count(),
        "may_change": may_change_account(request.user, person),
        "may_change_way_in": may_change_way_in(request.user, person),
        "off": None if person.is_active else accounts.switched_off_last(person),
        "erase": address_if_there("erase:detail", person.pk),
    }
    return render(request, "administration/people/detail.html", context)


def in_sight(request):
    return {"project__organisation__in": request.looked_after}


def lists_of(person, organisations):
    """`[(organisation, list)]` of those they are on."""
    theirs = {
        roster: set(roster.rows().filter(user=person).values_list("organisation", flat=True))
        for roster in Roster
    }
    return [
        (organisation, roster)
        for organisation in organisations
        for roster in Roster
        if organisation.pk in theirs[roster]
    ]


@administration_view
def contact(request, person_id):
    """Phone and postal address. Who looks is written down first.

    Not of someone who belongs to another organisation too: anyone can type an address into a list.
    """
    person = changeable_or_404(request, person_id)
    PrivateRead.note(request.user, [person], gettext_noop("phone and postal address"))
    return render(request, "administration/people/contact.html", {"person": person})


@administration_view
def change_address(request, person_id):
    person = changeable_or_404(request, person_id, may_change_way_in)
    form = AddressForm(request.POST or None)
    if form.is_valid():
        try:
            accounts.correct_address(person, form.cleaned_data["email"], by=request.user)
        except accounts.AddressTaken:
            form.add_error("email", _("Another account has this address. Is it the same person?"))
        else:
            messages.success(request, _("Changed. We tell them about it."))
            return redirect("people:detail", person.pk)
    context = {"person": person, "form": form}
    return render(request, "administration/people/change_address.html", context)


@administration_view
def switch_off(request, person_id):
    person = changeable_or_404(request, person_id)
    if not person.is_active:
        return redirect("people:detail", person.pk)
    form = SwitchOffForm(request.POST or None, initial={"tell": True})
    if not person.email:
        del form.fields["tell"]
    if form.is_valid():
        try:
            accounts.switch_off(person, by=request.user, **form.cleaned_data)
        except LastAdministrator:
            form.add_error(None, _("This is the last administrator. Add another one first."))
        else:
            messages.success(request, _("The account is switched off."))
            return redirect("people:detail", person.pk)
    context = {"person": person, "form": form, "leads_alone": accounts.leads_alone(person)}
    return render(request, "administration/people/switch_off.html", context)


@require_POST
@administration_view
def bring_back(request, person_id):
    person = changeable_or_404(request, person_id)
    accounts.bring_back(person, by=request.user)
    messages.success(request, _("They can sign in again."))
    return redirect("people:detail", person.pk)


@administration_view
def set_up_again(request, person_id):
    """Take off a second step that is lost."""
    person = changeable_or_404(request, person_id, may_change_way_in)
    if not person.has_second_step:
        return redirect("people:detail", person.pk)
    if request.method == "POST":
        accounts.set_up_again(person, by=request.user)
        messages.success(request, _("Done. They set it up again when they sign in."))
        return redirect("people:detail", person.pk)
    return render(request, "administration/people/set_up_again.html", {"person": person})


@administration_view
def same_person(request, person_id):
    """Look for the other account of the same person."""
    person = changeable_or_404(request, person_id, may_change_way_in)
    form = SearchForm(request.GET)
    words = form.asked()
    others = people_for(request.user).filter(is_waiting=False).exclude(pk=person.pk)
    found = matching(others, words) if words else namesakes_of(others, person)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"person": person, "form": form, "words": words, "page": page}
    return render(request, "administration/people/same_person.html", context)


@administration_view
def merge(request, person_id, other_id):
    """Put two accounts together; what moves is said before."""
    one = changeable_or_404(request, person_id, may_change_way_in)
    other = person_or_404(request, other_id)
    if one == other:
        raise Http404
    context = {"one": one, "other": other}
    if not may_change_way_in(request.user, other):
        return render(request, "administration/people/not_yours.html", context, status=403)
    form = MergeForm(one, other, request.POST or None)
    if form.is_valid():
        try:
            kept = merging.merge(form.kept, form.gone, by=request.user, email=form.address)
        except merging.CannotMerge:
            raise Http404 from None
        messages.success(request, _("The two accounts are one now."))
        return redirect("people:detail", kept.pk)
    context |= {"form": form, "rows": merging.side_by_side(one, other)}
    context["teams_of_both"] = merging.teams_of_both(one, other).count()
    return render(request, "administration/people/merge.html", context)
