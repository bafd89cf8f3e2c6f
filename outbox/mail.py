"""What an envelope says when it goes by e-mail: plain text, which every reader can read."""

from itertools import groupby

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from outbox.models import Message
from outbox.models.messages import is_told
from outbox.reading import may_still_read
from outbox.sealing import CannotOpen
from outbox.stop import stop_url


def mail_of(envelope):
    """The e-mail as it is to leave now, or None when there is nothing left to say.

    What its reader may not see any more is withdrawn, what is too late is dropped.
    """
    messages = still_to_say(envelope)
    if not messages:
        return None
    is_alone = envelope.at_once
    subject = messages[0].subject if is_alone else _("News from your projects")
    stop = stop_for(envelope, messages)
    context = {"person": envelope.to, "stop": stop}
    context |= {"message": messages[0]} if is_alone else {"groups": grouped(messages)}
    template = f"outbox/emails/{'at_once' if is_alone else 'digest'}.txt"
    body = render_to_string(template, context).strip() + "\n"
    headers = headers_of(envelope, stop)
    mail = EmailMessage(subject, body, to=[envelope.goes_to], headers=headers)
    if is_alone and messages[0].calendar:
        attach_calendar(mail, messages[0].calendar)
    return mail


def attach_calendar(mail, text):
    """With the method that the file itself names, as RFC 6047 asks: else calendars ignore it."""
    method = next((line[7:] for line in text.splitlines() if line.startswith("METHOD:")), "PUBLISH")
    mail.attach("meeting.ics", text, f"text/calendar; method={method}")


def goes_by_mail(envelope):
    """Whether its person is still reached by e-mail: it may be days since it was packed."""
    person = envelope.to
    if envelope.address or person is None:
        return True
    return is_told(person) and not person.merged_into_id and person.reached_by == "email"


def still_to_say(envelope):
    """Its messages, newest first, each with its `text` and `link` to show."""
    carried = list(envelope.messages.filter(state=Message.State.PACKED))
    kept = may_still_read(envelope.to, carried)
    if gone := {one.pk for one in carried} - {one.pk for one in kept}:
        Message.objects.filter(pk__in=gone).withdraw()
    if late := {one.pk for one in kept if one.is_late(timezone.now())}:
        Message.objects.filter(pk__in=late).expire()
    return [one for one in kept if one.pk not in late and opened(one)]


def opened(message):
    """Whether its words can be read; they are put where the templates find them."""
    try:
        message.words, url = message.opened()
    except CannotOpen:
        Message.objects.filter(pk=message.pk).expire()
        return False
    message.link = absolute(url)
    return True


def grouped(messages):
    """`[(project's title, [messages])]`: newest first, and first the project with the newest."""
    order = list(dict.fromkeys(message.group for message in messages))
    by_group = sorted(messages, key=lambda message: order.index(message.group))
    return [(group, list(those)) for group, those in groupby(by_group, key=lambda m: m.group)]


def absolute(url):
    """The address as someone needs it who is not on our pages."""
    return settings.SITE_ADDRESS + url if url.startswith("/") else url


def stop_for(envelope, messages):
    """The link that changes or stops this, or None: a code that was asked for has none.

    What goes to an address without an account may bring a link of its own.
    """
    if own := "".join(message.stop for message in messages[:1]):
        return absolute(own)
    is_secret = any(message.is_secret for message in messages)
    if envelope.to is None or envelope.address or is_secret:
        return None
    return absolute(stop_url(envelope.to))


def headers_of(envelope, stop):
    headers = {"Message-ID": envelope.message_id, "Auto-Submitted": "auto-generated"}
    if stop:
        headers["List-Unsubscribe"] = f"<{stop}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers
