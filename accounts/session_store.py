from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

SHARED = "shared_computer"


class SessionStore(DatabaseStore):
    """Sessions in the database, as Django keeps them, and one more promise.

    At a shared computer the browser forgets the session when it is closed, and the server
    forgets it at the set time as well, whichever comes first.
    """

    def get_expire_at_browser_close(self):
        return bool(self.get(SHARED)) or super().get_expire_at_browser_close()
