"""Signing in with the code on a card, for members who have no e-mail address."""

from datetime import timedelta

from django.contrib.auth import login
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from accounts.codes import digest_of, tidy
from accounts.confinement import KEY
from projects.models import PersonalCode

BACKEND = "accounts.backend.PersonBackend"
AT_A_SHARED_COMPUTER = timedelta(hours=2)
ON_THEIR_OWN = timedelta(days=30)


def sign_in_by_code(request, typed, *, own_device=False):
    """Sign in the member whose code this is, to their one project; the project, or None.

    The caller counts wrong codes: `ratelimit.consume(request, action="join_code")`.
    """
    code = tidy(typed)
    row = PersonalCode.behind(digest_of(code)) if code else None
    if row is None:
        return None
    request.session.flush()
    login(request, row.membership.user, backend=BACKEND)
    request.session[KEY] = row.digest
    request.session.set_expiry(ON_THEIR_OWN if own_device else AT_A_SHARED_COMPUTER)
    PersonalCode.objects.filter(pk=row.pk).update(last_used_at=timezone.now())
    return row.membership.project


class PaperSessionMiddleware:
    """`request.user.confined_to` is the one project of a session that began with a code.

    A new code, an e-mail address or leaving the team ends the sessions of the old code. Nothing
    is asked of the session before someone asks who the person is.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        person = request.user
        request.user = SimpleLazyObject(lambda: who_is(person, request.session))
        return self.get_response(request)


def who_is(person, session):
    """The signed-in person, marked with their one project; nobody when the code has ended."""
    if not person.is_authenticated:
        return person
    digest = session.get(KEY)
    person = getattr(person, "_wrapped", person)
    if digest is None:
        return person
    row = PersonalCode.behind(digest)
    if row is None or row.membership.user_id != person.pk:
        return AnonymousUser()
    person.confined_to = row.membership.project_id
    return person
