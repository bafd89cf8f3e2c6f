from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.models import PrivateRead
from administration.access import administration_view, people_for
from administration.forms import ReadsForm
from administration.models import Act
from administration.needs_doing import address_if_there, what_needs_doing

ON_A_PAGE = 50


@administration_view
def index(request):
    """The organisations someone looks after, and what needs doing, in words."""
    context = {
        "organisations": request.looked_after,
        "needs_doing": what_needs_doing(request.user, request.looked_after),
        "links": other_rooms(request.user),
    }
    return render(request, "administration/index.html", context)


def other_rooms(user):
    """`[(words, address)]` of what other rooms let administrators look after."""
    found = [
        (_("E-mails, letters and calls"), address_if_there("outbox:index")),
        (_("The list of needs"), address_if_there("needs:kinds:index")),
        (_("What we pay people who take part"), address_if_there("rates:index")),
        (_("What we tell people"), address_if_there("statements:index")),
        (_("How long we keep things"), address_if_there("retention:index")),
        (_("Kept for a legal reason"), address_if_there("holds:index")),
        (_("The editions of the guide"), user.is_superuser and address_if_there("admin:index")),
    ]
    return [(words, address) for words, address in found if address]


@administration_view
def reads(request):
    """Who looked at what is private to someone of the organisation."""
    form = ReadsForm(request.GET)
    choice = form.cleaned_data if form.is_valid() else {}
    found = found_reads(request.user, choice)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "is_chosen": any(choice.values())}
    return render(request, "administration/reads.html", context)


def found_reads(user, choice):
    """Between people this administrator looks after; and by those who run the website."""
    people = people_for(user)
    readers = Q(reader__in=people.values("pk")) | Q(reader__is_superuser=True)
    known = people.filter(is_waiting=False).values("pk")
    reads = PrivateRead.objects.filter(readers, of__in=known).select_related("reader", "of")
    for word in choice.get("words", "").split():
        reads = reads.filter(Q(reader__name__icontains=word) | Q(of__name__icontains=word))
    if since := choice.get("since"):
        reads = reads.filter(at__date__gte=since)
    if until := choice.get("until"):
        reads = reads.filter(at__date__lte=until)
    return reads


@administration_view
def record(request):
    """What administrators did, newest first."""
    acts = Act.objects.select_related("by", "whom", "organisation")
    if not request.user.is_superuser:
        acts = acts.in_organisations(request.looked_after)
    page = Paginator(acts, ON_A_PAGE).get_page(request.GET.get("page"))
    people = people_for(request.user).filter(pk__in=[act.whom_id for act in page])
    context = {
        "page": page,
        "waiting": set(people.filter(is_waiting=True).values_list("pk", flat=True)),
        "several": request.user.is_superuser or len(request.looked_after) > 1,
    }
    return render(request, "administration/record.html", context)
