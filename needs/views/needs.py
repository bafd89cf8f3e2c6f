from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_POST

from accounts.confinement import whole_account
from accounts.models import Organisation, PrivateRead
from needs.circle import circle_of, in_touch_with
from needs.forms import ArrangedForm, ChangeForm, NeedForm, WhoForm
from needs.models import Need, NeedKind
from projects.models import Project

READS_PAGE = 50
WHAT = gettext_noop("access needs")
"""What is written down each time someone else reads a need."""


@login_required
def index(request):
    """What I need: told once for all my projects. A code on paper shows nothing told before."""
    if request.user.confined_to:
        return render(request, "needs/index.html", {"confined": True})
    mine = request.user.needs.select_related("kind", "told_by")
    mine = list(mine.prefetch_related("named__person", "arrangements"))
    context = {
        "confined": False,
        "current": [need for need in mine if not need.ended_at],
        "ended": [need for need in mine if need.ended_at],
        "shown_in": projects_of_those_who_show(request.user),
    }
    return render(request, "needs/index.html", context)


def projects_of_those_who_show(user):
    """The projects in which someone showed this person a need."""
    people = Need.objects.shown_to(user).values("person")
    theirs = Project.objects.filter(memberships__left_on=None, memberships__user__in=people).values(
        "pk"
    )
    return Project.objects.visible_to(user).filter(pk__in=theirs).order_by("title")


@login_required
def new(request):
    """First the list to choose from, then the one question that belongs to the choice."""
    kinds = NeedKind.objects.of(organisations_of(request.user))
    chosen = request.GET.get("kind")
    if chosen is None:
        return render(request, "needs/new.html", {"kinds": kinds})
    kind = next((kind for kind in kinds if kind.key == chosen), None)
    circle = circle_of(request.user)
    on_paper = bool(request.user.confined_to)
    form = NeedForm(kind, circle, request.POST or None, must_choose=on_paper)
    if form.is_valid():
        need = tell(request, kind, form.cleaned_data)
        nobody_yet = _("Written down. Nobody else can see it yet: choose who may.")
        is_unseen = circle and not form.cleaned_data["who"]
        messages.success(request, nobody_yet if is_unseen else _("We have written it down."))
        return redirect("needs:index" if on_paper else need)
    context = {"kinds": kinds, "kind": kind, "form": form, "circle": circle, "asking": True}
    return render(request, "needs/new.html", context)


def tell(request, kind, typed):
    person = request.user
    told_in = Project.objects.filter(pk=person.confined_to).first() if person.confined_to else None
    named = typed.get("who", ())
    words = typed["words"]
    return Need.tell(person, by=person, kind=kind, words=words, named=named, told_in=told_in)


def organisations_of(person):
    """Those whose projects the person is in, else the first of the installation."""
    projects = Project.objects.of_member(person)
    if person.confined_to:
        projects = projects.filter(pk=person.confined_to)
    theirs = Organisation.objects.filter(pk__in=projects.values("organisation")).order_by("pk")
    return list(theirs) or list(Organisation.objects.order_by("pk")[:1])


@login_required
@whole_account
def detail(request, need_id):
    """One need: for the person all about it, for someone named what to know and what was done."""
    rows = Need.objects.visible_to(request.user).select_related("person", "kind", "told_by")
    need = get_object_or_404(rows, pk=need_id)
    context = {"need": need, "arrangements": need.arrangements.select_related("by")}
    if need.person != request.user:
        PrivateRead.note(request.user, [need.person], WHAT)
        return render(request, "needs/shown.html", context)
    near = in_touch_with(need.person)
    named = list(need.named.select_related("person"))
    context["named"] = [(one, one.person_id in near) for one in named]
    return render(request, "needs/detail.html", context)


def own(request, need_id):
    return get_object_or_404(request.user.needs.select_related("kind"), pk=need_id)


def own_current(request, need_id):
    rows = request.user.needs.current().select_related("kind")
    return get_object_or_404(rows, pk=need_id)


@login_required
@whole_account
def change(request, need_id):
    need = own_current(request, need_id)
    form = ChangeForm(need.kind, request.POST or None, initial={"words": need.words})
    if form.is_valid():
        need.change(words=form.cleaned_data["words"])
        messages.success(request, _("Saved"))
        return redirect(need)
    return render(request, "needs/change.html", {"need": need, "form": form})


@login_required
@whole_account
def who(request, need_id):
    """Choose who may see it: everyone who could act on it has a box of their own."""
    need = own_current(request, need_id)
    circle = circle_of(request.user)
    now = [one.person_id for one in need.named.all()]
    typed = request.POST if request.method == "POST" else None
    form = WhoForm(circle, typed, initial={"who": now})
    if form.is_valid():
        choose(need, circle, form.cleaned_data.get("who", []), by=request.user)
        messages.success(request, _("Saved"))
        return redirect(need)
    return render(request, "needs/who.html", {"need": need, "form": form, "circle": circle})


def choose(need, circle, chosen, *, by):
    """As the boxes were left: those ticked see it, those not ticked do not."""
    for someone in circle:
        if someone.person in chosen:
            need.show_to(someone.person, by=by)
        else:
            need.withdraw_from(someone.person)


@require_POST
@login_required
@whole_account
def withdraw(request, need_id):
    """Take it back from one person, at once."""
    need = own(request, need_id)
    key = request.POST.get("person", "")
    named = need.named.filter(person=int(key)) if key.isdecimal() and len(key) < 19 else None
    one = named and named.select_related("person").first()
    if one:
        need.withdraw_from(one.person)
        messages.success(
            request, _("%(name)s does not see it any more") % {"name": one.person.name}
        )
    return redirect(need)


@require_POST
@login_required
@whole_account
def still_right(request, need_id):
    need = own_current(request, need_id)
    need.still_right()
    messages.success(request, _("Thank you. We ask again in a year."))
    return redirect(need)


@require_POST
@login_required
@whole_account
def end(request, need_id):
    """No longer needed; said again it changes nothing."""
    own(request, need_id).end()
    messages.success(request, _("Nobody else sees it any more."))
    return redirect("needs:index")


@login_required
@whole_account
def arranged(request, need_id):
    """Someone who was named writes down what they did about it; the person reads it."""
    shown = Need.objects.shown_to(request.user).select_related("person", "kind")
    need = get_object_or_404(shown, pk=need_id)
    PrivateRead.note(request.user, [need.person], WHAT)
    form = ArrangedForm(request.POST or None)
    if form.is_valid():
        need.arranged(form.cleaned_data["words"], form.cleaned_data["on"], by=request.user)
        messages.success(request, _("Written down. %(name)s is told.") % {"name": need.person.name})
        return redirect(need)
    return render(request, "needs/arranged.html", {"need": need, "form": form})


@login_required
@whole_account
def reads(request):
    """Who has looked at what is private to me, when, and at what."""
    rows = request.user.read_by.select_related("reader")
    page = Paginator(rows, READS_PAGE).get_page(request.GET.get("page"))
    return render(request, "needs/reads.html", {"page": page})
