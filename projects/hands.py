"""Writing for someone else in one project: which hand is in use, and what it may do.

It is kept in the session, so signing out ends it, and looked up anew in each request, so that
ending it elsewhere ends it at once. People who write for nobody cost no query. `request.hand`
is the Hand, or None. Each form carries the hand it was opened with (`written_for`): what was
written for one person never counts as another's.
"""

from contextlib import contextmanager, nullcontext

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from projects.interrupted import fields_in, keep, texts_in
from projects.models import Hand, Membership

KEY = "hand"
FIELD = "written_for"


def take_up(request, hand):
    request.session[KEY] = {"hand": hand.pk, "project": hand.project_id}


def lay_down(request):
    """Stop. Nothing happens when there was nothing to stop."""
    request.session.pop(KEY, None)


def hand_in(request, project):
    """The hand that the person chose in this project, while it lasts and they may; else None."""
    chosen = request.session.get(KEY)
    if chosen is None or chosen["project"] != project.pk:
        return None
    hand = Hand.objects.with_people().filter(pk=chosen["hand"], project=project).first()
    if hand and hand.lasts and may_use(hand, request):
        return hand
    lay_down(request)
    if hand:
        ended = _("You are not writing for %(name)s any more. You are here as yourself.")
        messages.info(request, ended % {"name": hand.whose})
    return None


def may_use(hand, request):
    """Theirs, and still allowed: a helper while the help lasts, others who may contribute."""
    if hand.typed_by_id != request.user.pk:
        return False
    if hand.member and "contribute" not in hand.member.abilities:
        return False
    return hand.how == Hand.How.HELP or "contribute" in request.membership.abilities


def standing(request, ability):
    """Around the view: nothing for people who write for nobody, who are nearly everyone.

    With a hand in use a page offers what a participant may do, and nothing that leads.
    """
    if request.hand is None:
        return nullcontext()
    for place in (request.membership, place_of(request)):
        place.project, place.acts_as = request.project, Membership.Role.PARTICIPANT
        place.is_written_down = request.hand.how == Hand.How.RECORD
    request.written_for = mark_of(request.hand)
    return writing(request) if ability == "contribute" else nullcontext()


def place_of(request):
    """Whose place in the team the person writes from: their own, or that of the member."""
    return (request.hand and request.hand.member) or request.membership


@contextmanager
def writing(request):
    """For a change: the member stands where the person stood, and the record says who typed.

    The pages stay as the one at the keyboard likes to see them (`request.reader`).
    """
    person, place, member = request.user, request.membership, request.hand.member
    if member is not None:
        member.user.confined_to = person.confined_to
        request.reader, request.user, request.membership = person, member.user, member
    try:
        with request.hand.writing():
            yield
    finally:
        request.user, request.membership = person, place


def chosen_for(request, project_id):
    """The hand that was chosen in that project, for pages outside it; None when there is none."""
    chosen = request.session.get(KEY)
    if chosen is None or chosen["project"] != project_id:
        return None
    hands = Hand.objects.with_people().filter(typed_by=request.user, project=project_id)
    hand = hands.filter(pk=chosen["hand"]).first()
    return hand if hand and hand.lasts else None


def mark_of(hand):
    return str(hand.pk) if hand else ""


def is_for_another(request):
    """The form was opened for someone else than the one it would now count for."""
    return request.method == "POST" and request.POST.get(FIELD, "") != mark_of(request.hand)


def ask_whose(request, *, keeping=True):
    """Nothing is saved and nothing is lost: say for whom it would count, and ask."""
    number = request.POST.get(FIELD, "")
    mine = Hand.objects.with_people().filter(typed_by=request.user, project=request.project)
    opened = mine.filter(pk=number).first() if number.isdecimal() and len(number) < 18 else None
    if request.htmx:
        messages.info(request, _("That was not saved. Look for whom you write, then press again."))
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    if keeping:
        keep(request, is_signed_in=True)
    fields = fields_in(request)
    fields.pop(FIELD, None)
    context = {"project": request.project, "opened": opened, "fields": fields}
    return render(request, "projects/support/whose.html", context, status=403)


def not_with_this_hand(request):
    """What leads the project, or is a person's own, waits until they are themselves again."""
    context = {"project": request.project, "typed": texts_in(request)}
    return render(request, "projects/support/not_now.html", context, status=403)
