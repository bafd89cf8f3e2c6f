"""The groups that an equality check begins with; a team leaves them empty or takes them away."""

from django.utils.translation import gettext_lazy as _

IN_THE_LAW = {
    "age": (_("Age"), _("Children, young people, people of working age, older people.")),
    "disability": (
        _("Disability"),
        _(
            "People who cannot walk, see or hear well, people with a learning disability, autistic "
            "people, people with an illness of body or mind that lasts."
        ),
    ),
    "reassignment": (
        _("Gender reassignment"),
        _("People whose gender is not the one they were given at birth."),
    ),
    "marriage": (
        _("Marriage and civil partnership"),
        _("People who are married or in a civil partnership. The law looks at this at work."),
    ),
    "pregnancy": (
        _("Pregnancy and maternity"),
        _("People who expect a baby, or had one not long ago, or feed one."),
    ),
    "race": (
        _("Race"),
        _(
            "Colour, nationality, where a family comes from. Gypsy, Roma and Traveller people too, "
            "and people who came here for safety."
        ),
    ),
    "religion": (_("Religion or belief"), _("Any faith, or none.")),
    "sex": (_("Sex"), _("Women, men.")),
    "orientation": (
        _("Sexual orientation"),
        _("People who are gay, lesbian, bisexual or straight."),
    ),
}
"""The nine protected characteristics of the Equality Act 2010: `{key: (name, who it is about)}`."""

ALSO = {
    "carers": (_("Carers"), _("People who look after someone without pay. Young carers too.")),
    "money": (
        _("People with little money"),
        _("Think of travel, phone bills, time off work and parking."),
    ),
    "place": (
        _("Where people live"),
        _("Villages far from a bus, or parts of a town where people fall ill sooner."),
    ),
    "home": (
        _("People without a settled home"),
        _("People who sleep rough, stay with friends or move often."),
    ),
    "reading": (
        _("People who find reading or English hard"),
        _("Think of letters, forms, signs and who can explain."),
    ),
    "online": (
        _("People who are not online"),
        _("People without a phone, a computer or data, or who would rather not use them."),
    ),
    "hidden": (
        _("People whom services often miss"),
        _("Think of people in care or prison, sex workers, and people who use drugs or drink."),
    ),
}
"""Who else often gets a worse deal, though the Act does not name them."""

STARTING = IN_THE_LAW | ALSO


def hint_of(key):
    """Whom to think of in a row that the check began with; nothing for a row of the team's own."""
    return STARTING[key][1] if key in STARTING else ""
