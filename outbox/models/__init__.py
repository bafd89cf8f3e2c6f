"""Everything that is told to one person: what it says, and the mail, letter or call it goes by."""

from outbox.models.envelopes import Envelope
from outbox.models.messages import Message
from outbox.models.rounds import Round

__all__ = ["Envelope", "Message", "Round"]
