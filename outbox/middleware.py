"""Development and tests: no `send_due` runs beside the pages, so a request sends what it wrote."""

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed

from outbox.models.messages import just_written
from outbox.sending import send_these


class SendsItselfMiddleware:
    """After the page is made, and so after the change is committed. Never in production."""

    def __init__(self, get_response):
        if not settings.OUTBOX_SENDS_ITSELF:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request):
        just_written.at_once = []
        response = self.get_response(request)
        if just_written.at_once:
            send_these(just_written.at_once)
        return response
