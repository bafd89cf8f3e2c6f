"""Who reads what comes from outside before the team does: the reader of its question, and leads.

They read in person: whoever helps someone in the team does not read it for them.
"""

from django.core.exceptions import PermissionDenied

from projects.ideas.models import Giver


def reads_here(membership):
    """Whether there is anything here for this member to read at the door."""
    if membership.role == membership.Role.LEAD and membership.pk:
        return True
    return is_reader(membership)


def is_reader(membership):
    """Of some question; who only looks on by now reads and answers nothing at the door."""
    may_read = membership.pk and "contribute" in membership.abilities
    return bool(may_read) and membership.questions_to_read.exists()


def waiting_for(request):
    """The ideas that wait for this member; a queryset, or PermissionDenied."""
    if request.hand or not reads_here(request.membership):
        raise PermissionDenied
    found = request.project.ideas.for_reader(request.membership)
    return found.select_related("question", "giver")


def number_waiting_for(request):
    """How many ideas wait for this member to read them."""
    membership = request.membership
    if request.hand or not membership.pk:
        return 0
    return request.project.ideas.for_reader(membership).count()


def givers_of(request):
    """Those who left a contact beside an answer to a question that this very member reads.

    PermissionDenied for everyone else: leads too, unless they are the reader.
    """
    membership = request.membership
    if request.hand or not is_reader(membership):
        raise PermissionDenied
    found = Giver.objects.of_reader(membership).with_contact().order_by("pk")
    return found.filter(idea__project=request.project).select_related("idea__question")
