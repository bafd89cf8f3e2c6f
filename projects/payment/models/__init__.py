"""What people are offered for their time and costs, and what becomes of what they claim."""

from projects.payment.models.claims import Claim
from projects.payment.models.keepers import PaymentKeeper
from projects.payment.models.offers import PaymentOffer
from projects.payment.models.rates import Rate, ReplacedAlready

__all__ = ["Claim", "PaymentKeeper", "PaymentOffer", "Rate", "ReplacedAlready"]
