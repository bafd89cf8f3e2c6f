import re

from django.core.mail.backends.base import BaseEmailBackend


class TerminalBackend(BaseEmailBackend):
    """Development and the demonstration: a sign-in code is one clear line in the terminal."""

    def send_messages(self, email_messages):
        for message in email_messages:
            code = re.search(r"^\s*(\d{6})\s*$", message.body, re.MULTILINE)
            said = f"the code is {code[1]}" if code else f"\n{message.body}"
            print(f"[mail] {', '.join(message.to)}: {message.subject}: {said}", flush=True)
        return len(email_messages)
