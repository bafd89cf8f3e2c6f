from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from projects.access import project_view
from projects.consents.choices import choices_of
from projects.consents.forms import ConsentsForm, ForThemForm, UsedForm
from projects.consents.models import Consent
from projects.consents.wording import SHOWN_BY_HAND
from ui.display import Display


@project_view("view")
def index(request, project):
    """What I share in this project. Who looks on without a place in the team has none."""
    if request.membership.pk is None:
        raise Http404
    return ask(request, project, request.membership, ConsentsForm)


@project_view("view")
def detail(request, project, member_id):
    """For a member without e-mail: a lead writes down what the member decided."""
    member = get_object_or_404(project.memberships.here().select_related("user"), pk=member_id)
    if member.user == request.user:
        return redirect("consents:index", project.pk)
    if "lead" not in request.membership.abilities or member.user.email:
        raise PermissionDenied
    return ask(request, project, member, ForThemForm)


@project_view("lead", when_closed=True)
def used(request, project):
    """What members let others see of them, and where a lead showed it: for closed projects too."""
    answers = Consent.objects.shown_by_hand(project).prefetch_related("uses__by")
    standing = [one for one in answers if one.stands]
    form = UsedForm(standing, request.POST or None)
    if form.is_valid():
        where = form.cleaned_data
        Consent.shown(where["whose"], what=where["what"], by=request.user)
        messages.success(request, _("Written down. They can read where it was used."))
        return redirect("consents:used", project.pk)
    context = {
        "project": project,
        "form": form,
        "offered": [
            (words, [one for one in standing if one.use == use])
            for use, words in SHOWN_BY_HAND.items()
        ],
        "taken_back": [one for one in answers if not one.stands and one.uses.all()],
        "called": SHOWN_BY_HAND,
    }
    return render(request, "projects/consents/used.html", context)


def ask(request, project, member, form_class):
    choices = choices_of([member])[member.pk]
    form = form_class(choices, Display.of(request), request.POST or None)
    if form.is_valid():
        how = form.cleaned_data.get("how", Consent.How.SELF)
        messages.success(request, write_down(member, form.answers(), by=request.user, how=how))
        return redirect(request.path)
    is_own = member.user == request.user
    context = {"project": project, "member": member, "form": form, "is_own": is_own}
    page = "projects/consents/index.html" if is_own else "projects/consents/detail.html"
    return render(request, page, context | {"choices": choices})


@transaction.atomic
def write_down(member, answers, *, by, how):
    """Give or take back each; what to say to the person about it."""
    for choice, answer in answers:
        verb = Consent.give if answer == "yes" else Consent.withdraw
        verb(member, choice.use, by=by, how=how)
    if any(choice.answer == "yes" for choice, _answer in answers):
        return _("Saved. From now on it is left out. What is printed already stays printed.")
    return _("Saved")
