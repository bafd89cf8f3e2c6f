"""The connection to the mail server, kept open from one mail to the next.

What can go wrong is told apart, because each asks for something else: the server is not there, or
wants nothing from us (`NoLine`: everything waits); it does not want this mail (`Refused`); it went
away in the middle (`Dropped`: the mail did not leave, RFC 5321 section 3.8); it has the whole mail
and does not answer (`NoAnswer`: nobody knows).
"""

import smtplib
from contextlib import suppress

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.smtp import EmailBackend


class NotSent(Exception):
    """It did not leave. `code` is short and names nobody."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


class NoLine(NotSent):
    """No mail leaves at all at the moment."""


class Refused(NotSent):
    """The server does not take this mail: now, or ever when it `is_for_good`."""

    @property
    def is_for_good(self):
        return self.code.startswith("5") or self.code == "unwritable"


class Dropped(NotSent):
    """The server went away, or was silent, before it had the whole mail."""


class NoAnswer(smtplib.SMTPException):
    """The server has the whole mail and says neither yes nor no."""


class PatientSMTP(smtplib.SMTP):
    """Waits longer for the one answer that decides: a server may look into a mail before it."""

    END = b"\r\n.\r\n"
    has_whole_mail = False

    def send(self, s):
        super().send(s)
        self.has_whole_mail = isinstance(s, bytes) and s.endswith(self.END)

    def getreply(self):
        if not self.has_whole_mail:
            return super().getreply()
        self.sock.settimeout(settings.EMAIL_ANSWER_TIMEOUT)
        try:
            answer = super().getreply()
        except smtplib.SMTPServerDisconnected as problem:
            if isinstance(problem.__context__, TimeoutError):
                raise NoAnswer from problem
            raise
        self.sock.settimeout(self.timeout)
        return answer


class PatientSMTPS(PatientSMTP, smtplib.SMTP_SSL):
    pass


class PatientBackend(EmailBackend):
    @property
    def connection_class(self):
        return PatientSMTPS if self.use_ssl else PatientSMTP


class Line:
    MANY = 50
    """So many mails go over one connection: most servers end it after a hundred."""

    def __init__(self):
        self.backend, self.mails = None, 0

    def open(self):
        """Make sure there is a connection. Raises NoLine."""
        if self.mails >= self.MANY:
            self.close()
        if self.backend is not None:
            return
        backend = get_connection()
        try:
            backend.open()
        except Exception as problem:
            raise NoLine(code_of(problem)) from problem
        self.backend, self.mails = backend, 0

    def hand_over(self, mail):
        """Returns when the server has taken it. Raises Refused, Dropped or NoAnswer."""
        self.mails += 1
        try:
            self.backend.send_messages([mail])
        except NoAnswer:
            self.close()
            raise
        except Exception as problem:
            self.close()
            code = code_of(problem)
            raise (Dropped if is_of_the_server(problem, code) else Refused)(code) from problem

    def close(self):
        backend, self.backend = self.backend, None
        if backend is not None:
            with suppress(Exception):
                backend.close()


def is_of_the_server(problem, code):
    """Whether the next mail would most likely fare the same."""
    if isinstance(problem, smtplib.SMTPServerDisconnected | smtplib.SMTPSenderRefused):
        return True
    return code in ("421", "no-line", "timeout")


def code_of(problem):
    """What the server said, as its number, or what kind of trouble it is. Names nobody."""
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        return str(next(iter(problem.recipients.values()))[0])
    if isinstance(problem, smtplib.SMTPResponseException):
        return str(problem.smtp_code)
    if isinstance(problem, TimeoutError) or isinstance(problem.__context__, TimeoutError):
        return "timeout"
    if isinstance(problem, smtplib.SMTPServerDisconnected):
        return "dropped"
    is_outside = isinstance(problem, OSError) and not isinstance(problem, smtplib.SMTPException)
    return "no-line" if is_outside else "unwritable"
