from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import Exists, OuterRef

from accounts.models import Organisation, User

oversees = Organisation.involvement_team.through.objects.filter(user=OuterRef("pk"))
administers = Organisation.administrators.through.objects.filter(user=OuterRef("pk"))


class PersonBackend(AuthenticationBackend):
    """Signs people in, and finds the person of a session with what every page asks about them."""

    def get_user(self, user_id):
        """The person, `oversees_any` and `administers_any` known: one query for all three."""
        found = User.objects.filter(pk=user_id).annotate(
            oversees_any=Exists(oversees), administers_any=Exists(administers)
        )
        person = found.first()
        return person if person and self.user_can_authenticate(person) else None
