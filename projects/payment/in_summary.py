"""What the summary of a project says of payment."""


def payment_of(project):
    """`{"payment_offer": its PaymentOffer or None, "rates": today's rates it takes over}`.

    Two queries. Claims are nobody's business: they are never in it.
    """
    offer = getattr(project, "payment_offer", None)
    if offer:
        offer.project = project
    return {"payment_offer": offer, "rates": offer.rates if offer else []}
