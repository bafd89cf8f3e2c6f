"""A new e-mail address, from being asked for until it has been proved with six numbers."""

import secrets
from datetime import datetime, timedelta

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from accounts import sessions
from accounts.codes import digest_of
from accounts.models import User

KEY = "new_address"
GOOD_FOR = timedelta(minutes=15)
TRIES = 5


class NewAddress:
    """What waits in the session. Asking for a taken address looks the same, and leads nowhere."""

    def __init__(self, request):
        self.request = request
        self.kept = request.session[KEY]
        self.email = self.kept["email"]

    @classmethod
    def ask(cls, request, email):
        """Send six numbers to the address; to one that is taken, only that it is."""
        is_taken = User.objects.filter(email__iexact=email).exists()
        code = f"{secrets.randbelow(10**6):06}"
        about = "accounts/emails/" + ("address_taken" if is_taken else "new_address")
        get_adapter(request).send_mail(about, email, {"code": code, "request": request})
        request.session[KEY] = {
            "email": email,
            "digest": "" if is_taken else digest_of(code),
            "at": timezone.now().isoformat(),
            "tries": TRIES,
        }

    @classmethod
    def waiting(cls, request):
        """The one that waits to be proved, or None; old or tried too often is none."""
        kept = request.session.get(KEY)
        if not kept or timezone.now() - datetime.fromisoformat(kept["at"]) > GOOD_FOR:
            return None
        return cls(request) if kept["tries"] > 0 else None

    def proved_by(self, typed):
        """Whether these are the numbers. Each wrong answer is one try less."""
        code = "".join(typed.split())
        if self.kept["digest"] and constant_time_compare(self.kept["digest"], digest_of(code)):
            return True
        self.request.session[KEY] = self.kept | {"tries": self.kept["tries"] - 1}
        return False

    def take(self):
        """From now on it is theirs, and the earlier address hears of it. False if too late.

        They are signed out everywhere but here.
        """
        person, earlier = self.request.user, self.request.user.email
        try:
            with transaction.atomic():
                person.change(email=self.email)
                EmailAddress.objects.filter(user=person).delete()  # the package's own list
        except IntegrityError:
            person.email = earlier
            return False
        finally:
            del self.request.session[KEY]
        sessions.end_others(self.request, person)
        if earlier:
            about = "accounts/emails/address_changed"
            get_adapter(self.request).send_mail(about, earlier, {"request": self.request})
        return True
