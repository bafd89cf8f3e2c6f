from django.contrib import messages
from django.contrib.auth import logout
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from administration.access import (
    may_change_account,
    may_change_way_in,
    organisations_with,
    people_for,
)
from administration.models import Act
from privacy.access import administrators_only, own_pages_only
from privacy.erase.forms import EraseForm, EraseMeForm
from privacy.erasing import erase
from privacy.erasing.names import role_of
from privacy.erasing.obstacles import NotYet, reasons_against, reasons_for_others
from privacy.gathering import everything_about
from privacy.models import Destroyed

STAYS = {
    "activity",
    "agenda_points",
    "agreements_with_choices",
    "aims",
    "answered_ideas",
    "answering",
    "answers",
    "answers_to_people",
    "asked",
    "asked_a_team",
    "captured",
    "changes_of_plan",
    "check_ins",
    "decisions",
    "differences",
    "equality",
    "files",
    "given",
    "heard_others",
    "help",
    "ideas",
    "invitations",
    "inviting",
    "keeping_in_touch",
    "lessons",
    "made_of_numbers",
    "made_records",
    "meeting_roles",
    "meetings",
    "mine_to_do",
    "numbers",
    "parts_in_meetings",
    "payment",
    "planned",
    "planned_meetings",
    "sheet",
    "small_tests",
    "sources",
    "started",
    "stories_of_others",
    "tasks",
    "thoughts",
    "updates",
    "views",
    "views_of_decisions",
    "voices_on_ways",
    "ways",
    "written_for",
    "wrote_for_others",
}
"""Groups of what we know that stay as the team's, under the role instead of the name."""
NO_MATTER = {"account", "teams", "looking_after", "administration", "holds", "looked_at", "acts"}
"""Groups that the page speaks of in words of its own."""


@own_pages_only
def index(request):
    """Erase me: what goes, what stays and why; then, with a tick, it is done."""
    form = EraseMeForm(request.POST or None)
    reasons = reasons_against(request.user)
    if form.is_valid() and not reasons:
        try:
            erase(request.user, by=None, how=Destroyed.How.SELF)
        except NotYet as not_yet:
            reasons = not_yet.reasons
        else:
            logout(request)
            return redirect("erase:done")
    context = {"form": form, "reasons": reasons, **what_becomes_of(request.user)}
    return render(request, "privacy/erase/index.html", context)


def what_becomes_of(person):
    """How many of each thing go and stay, and what stands instead of the name."""
    groups = everything_about(person)
    return {
        "role": role_of(person),
        "goes": [group for group in groups if group.key not in STAYS | NO_MATTER],
        "stays": [group for group in groups if group.key in STAYS],
    }


@administrators_only
def detail(request, person_id):
    """Erase someone who asked for it in writing; an administrator who looks after them may."""
    person = get_object_or_404(people_for(request.user), pk=person_id)
    if person == request.user:
        return redirect("erase:index")
    form = EraseForm(request.POST or None)
    reasons = reasons_for_others(person)
    if not may_change_account(request.user, person):
        reasons.append(_("This account is not yours alone. Ask someone who runs this website."))
    elif not may_change_way_in(request.user, person):
        reasons.append(_("They look after others here. Ask someone who runs this website."))
    if form.is_valid() and not reasons:
        try:
            erase_as_asked(person, by=request.user, note=form.cleaned_data["note"])
        except NotYet:
            reasons = reasons_for_others(person)
        else:
            messages.success(request, _("They are erased"))
            return redirect("retention:destroyed")
    context = {"form": form, "reasons": reasons, "person": person}
    return render(request, "privacy/erase/detail.html", context)


@transaction.atomic
def erase_as_asked(person, *, by, note):
    """Written down in each organisation they belonged to, without who it was."""
    places = list(organisations_with(person)) or [None]
    erase(person, by=by, how=Destroyed.How.ASKED, note=note)
    for organisation in places:
        Act.note_down(by, gettext_noop("erased someone of"), organisation=organisation)


def done(request):
    """The last page that someone who was erased sees here."""
    return render(request, "privacy/erase/done.html", {})
