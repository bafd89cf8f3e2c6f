"""What people often need, as every organisation begins with it. Needs, never conditions.

After the Accessible Information Standard, which asks for what helps a person and not for what is
the matter with them; widened from information to everything that taking part needs.
"""

from django.utils.translation import gettext_noop as _

LARGE_PRINT = "large-print"
EASY_READ = "easy-read"

GENERAL = (
    (
        LARGE_PRINT,
        _("Large print"),
        "papers",
        _("How big should the letters be? For example 18 point, or bold."),
        _("Print it in the size they told you. Every paper here has a large-print sheet."),
    ),
    (
        EASY_READ,
        _("Easy read"),
        "papers",
        _("What helps most? For example short sentences, pictures, or going through it together."),
        _("Send the easy read words, and offer to go through them together."),
    ),
    (
        "braille",
        _("Braille"),
        "papers",
        _("Which braille do you read?"),
        _("Order it early: it can take two weeks to make."),
    ),
    (
        "audio",
        _("Something to listen to"),
        "papers",
        _("How do you listen? For example on a phone or from a CD."),
        _("Record it, or send a file that their reader can speak."),
    ),
    (
        "bsl",
        _("A sign language interpreter"),
        "meetings",
        _("Which sign language? Is there an interpreter you like to work with?"),
        _("Book the interpreter before you fix the day. A long meeting needs two."),
    ),
    (
        "language",
        _("Another language, or an interpreter"),
        "both",
        _("Which language do you speak, and which do you read?"),
        _("Book an interpreter, and have the papers put into the language. Do not ask the family."),
    ),
    (
        "hearing",
        _("A hearing loop or live captions"),
        "meetings",
        _("What helps you to hear or follow? For example a loop, captions, or where you sit."),
        _("Test the loop or the captions before people come. One person talks at a time."),
    ),
    (
        "steps",
        _("A room without steps"),
        "meetings",
        _("What do you need there? For example a lift, a wide door, parking close by."),
        _("Walk the way yourself: from the bus stop, through the door, to the toilet."),
    ),
    (
        "quiet",
        _("A quiet place"),
        "meetings",
        _("What helps? For example softer light, less noise, or a room to go to."),
        _("Choose a calm room, and have a second one to go to."),
    ),
    (
        "breaks",
        _("Breaks"),
        "meetings",
        _("How often, and how long?"),
        _("Put the breaks on the plan, and keep to them."),
    ),
    (
        "with-me",
        _("Someone with me"),
        "meetings",
        _("Who comes with you, and what do they help with?"),
        _("Invite both, have a chair for both, and pay for both journeys."),
    ),
    (
        "travel",
        _("Help with travel"),
        "meetings",
        _("What makes the journey hard? For example no car, the cost, or the dark."),
        _("Book and pay for the journey before the day. Think about the way home."),
    ),
    (
        "forms",
        _("Help with forms"),
        "papers",
        _("What helps? For example someone who writes for you."),
        _("Offer to fill it in together, in person or by phone."),
    ),
    (
        "phone",
        _("Phone instead of video"),
        "meetings",
        _("What works for you? For example a phone call at a certain time."),
        _("Give a phone number to join by, and read aloud what is on the screen."),
    ),
    (
        "food",
        _("Food and drink"),
        "meetings",
        _("What can you eat or drink, and what not?"),
        _("Tell whoever makes the food, and put a label on it."),
    ),
    (
        "other",
        _("Something else"),
        "both",
        "",
        _("Read what they say in their own words."),
    ),
)
"""(key, name, used for, what we ask, what the one who arranges should think of)"""
