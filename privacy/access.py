"""Who may look after what we keep, and for whom."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from accounts import brand
from accounts.models import Organisation
from administration.access import LARGEST, organisations_of, organisations_with


def administrators_only(view):
    """Sign people in; 404 for all but administrators of an organisation.

    Sets `request.organisations`: those they look after. An `organisation_id` in the address
    must be one of them; the view receives it as `organisation`.
    """

    @wraps(view)
    def guarded(request, organisation_id=None, **kwargs):
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        request.organisations = list(organisations_of(request.user))
        if not request.organisations or on_paper(request):
            raise Http404
        if any(isinstance(number, int) and number > LARGEST for number in kwargs.values()):
            raise Http404
        if organisation_id is not None:
            kwargs["organisation"] = one_of(request.organisations, organisation_id)
        return view(request, **kwargs)

    return guarded


def one_of(organisations, number):
    for organisation in organisations:
        if organisation.pk == number:
            return organisation
    raise Http404


def own_pages_only(view):
    """Sign people in; someone who came with a code on paper is told how to ask instead."""

    @wraps(view)
    def guarded(request, **kwargs):
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if on_paper(request):
            return render(request, "privacy/on_paper.html", {}, status=403)
        return view(request, **kwargs)

    return guarded


def on_paper(request):
    """Whether the session began with a code on paper: it sees one project and nothing else."""
    return getattr(request.user, "confined_to", None) is not None


def organisation_of(request):
    """Whose words this reader is shown: the one the address asks for, else their own.

    Someone with none gets the first of the installation; it is unsaved where there is none yet.
    """
    asked = request.GET.get("of", "")
    if asked.isascii() and asked.isdigit() and len(asked) < 18:
        return get_object_or_404(Organisation, pk=int(asked))
    if request.user.is_authenticated:
        own = organisations_with(request.user).order_by("pk").first()
        return own or brand.of(request)
    return brand.of(request)
