from datetime import timedelta
from functools import wraps

from allauth.core.internal import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count, Max, Min, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from outbox.forms import StopForm
from outbox.letters import letters_of, note_reads, note_told, say_told, told_lately
from outbox.models import Envelope, Message, Round
from outbox.models.envelopes import mask
from outbox.problems import in_words
from outbox.stop import person_behind
from ui.pdf import pdf_response

MANY = 50
"""Rows of one list on the administrator's page; what is mended makes room for the next."""


def only_for(is_allowed):
    """For people who look after an organisation; for everyone else the page is not there."""

    def decorate(view):
        @login_required
        @wraps(view)
        def guarded(request):
            if request.user.confined_to or not is_allowed(request.user):
                raise Http404
            return view(request)

        return guarded

    return decorate


def looks_after_accounts(user):
    return user.is_superuser or user.administers.exists()


def prints_letters(user):
    return looks_after_accounts(user) or user.oversees.exists()


@only_for(looks_after_accounts)
def index(request):
    """How mail fares: what waits, what failed and why, and since when."""
    mine = Envelope.objects.visible_to(request.user).filter(way=Envelope.Way.EMAIL)
    if request.method == "POST":
        return decide(request, mine)
    lists = {"unsure": mine.unsure(), "given_up": mine.given_up(), "failing": mine.failing()}
    context = {name: rows_of(found) for name, found in lists.items()}
    context |= {"figures": figures_of(mine), "round": Round.last(), "in_words": in_words}
    return render(request, "outbox/index.html", context)


def decide(request, mine):
    """Try again, or leave it be because it arrived."""
    number = request.POST.get("envelope", "")
    if not number.isdecimal() or len(number) > 18:
        return redirect("outbox:index")
    envelope = get_object_or_404(mine, pk=number)
    if request.POST.get("what") == "arrived":
        envelope.it_arrived(by=request.user)
        messages.success(request, _("Noted: it arrived. It is not sent again."))
    else:
        envelope.try_again()
        messages.success(request, _("It is tried again now."))
    return redirect("outbox:index")


def rows_of(found):
    """The first of a list, those that fail longest first, and how many there are in all."""
    rows = found.select_related("to").order_by("failing_since", "pk").prefetch_related("messages")
    return {"rows": list(rows[:MANY]), "count": found.count()}


def figures_of(mine):
    states = Envelope.State
    week_ago = timezone.now() - timedelta(days=7)
    waits = Q(state__in=(states.WAITING, states.HANDING_OVER))
    return mine.aggregate(
        waiting=Count("pk", filter=waits),
        oldest=Min("made_at", filter=waits),
        sent=Count("pk", filter=Q(state=states.SENT, done_at__gt=week_ago)),
        last=Max("done_at", filter=Q(state=states.SENT)),
    )


@only_for(prints_letters)
def letters(request):
    """Everyone in the organisation who is told things on paper or by phone."""
    waiting = waiting_for(request.user)
    if request.method == "POST":
        say_told(request, note_told(waiting, request.POST, by=request.user))
        return redirect("outbox:letters")
    found, people = letters_of(waiting)
    note_reads(request.user, found)
    context = {"letters": found, "people": people, "told": told_lately(theirs(request.user))}
    context["looks_after_accounts"] = looks_after_accounts(request.user)
    return render(request, "outbox/letters.html", context)


@only_for(prints_letters)
def letters_pdf(request):
    found, _people = letters_of(waiting_for(request.user))
    on_paper = [letter for letter in found if letter.way == "post"]
    if not on_paper:
        messages.info(request, _("No letters are waiting."))
        return redirect("outbox:letters")
    note_reads(request.user, on_paper)
    context = {"letters": on_paper, "organisation": organisation_of(request.user)}
    return pdf_response(request, "outbox/letters_pdf.html", lambda: context, "letters.pdf", key="")


def organisation_of(user):
    """Whose letters they are: the reader's organisation, or the first for a superuser of none."""
    everywhere = user.administers.model.objects.order_by("pk")
    return user.oversees.first() or user.administers.first() or everywhere.first()


def waiting_for(user):
    return theirs(user).by_hand()


def theirs(user):
    """The messages of the organisations that this person looks after or oversees.

    What belongs to no organisation is for those who run the website: it could tell one
    organisation what another does.
    """
    if user.is_superuser:
        return Message.objects.all()
    both = (user.oversees, user.administers)
    numbers = [pk for found in both for pk in found.values_list("pk", flat=True)]
    return Message.objects.filter(in_organisation__in=numbers)


@csrf_exempt
def stop(request, token):
    """How you are told things, without signing in. Opening it changes nothing.

    A mail reader's own "unsubscribe" button sends one word and has no token of ours.
    """
    if request.method == "POST" and request.POST.get("List-Unsubscribe") == "One-Click":
        person = person_behind(token)
        if person is None:
            return no_link(request)
        person.change(way="none")
        return HttpResponse("ok\n", content_type="text/plain")
    return choose(request, token)


@csrf_protect
def choose(request, token):
    person = person_behind(token)
    if person is None:
        return no_link(request)
    form = StopForm(request.POST or None, initial={"how": StopForm.of(person)})
    if request.method == "POST" and form.is_valid():
        person.change(**form.cleaned_data["how"])
        return redirect(f"{request.path}?saved=yes")
    context = {"person": person, "form": form, "masked": mask(person.email or "")}
    context["is_saved"] = request.GET.get("saved") == "yes" and not form.errors
    return render(request, "outbox/stop.html", context)


def no_link(request):
    """Not a link of ours, or not any more. Whoever tries many waits; a right one always works."""
    about = {"app": "allauth.account", "action": "stop_wrong", "limit_get": True}
    if not ratelimit.consume(request, **about):
        return render(request, "429.html", {}, status=429)
    return render(request, "outbox/stop.html", {"person": None}, status=404)
