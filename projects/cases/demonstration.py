"""The demonstration: people to be, an organisation for them, and projects to look at."""

from contextlib import suppress

from django.db import transaction

from accounts import second_factor
from accounts.models import Organisation, User
from projects.cases.checking_in import show_working_together
from projects.cases.dating import Diary
from projects.cases.examples import DATA, Example, examples
from projects.cases.importing import HereAlready, import_case
from projects.cases.needed import say_what_is_needed
from projects.cases.offered import receive_proposals, say_what_is_paid
from projects.cases.reading import read_file
from projects.exports.records.making import make_record
from projects.models import Membership, Project
from projects.telling import telling_nobody
from ui.pdf import NoEngine

NAME = "Exampleshire Community Health"
CRISIS_HELP = (
    "In danger now? Phone 999.\n"
    "For urgent help, day or night, phone NHS 111.\n"
    "To talk to someone at any time, phone Samaritans on 116 123. It is free."
)
CAST = {
    "asha": ("lead@collab.example", "Asha Nair"),
    "moira": ("carer@collab.example", "Moira Bell"),
    "tom": ("staff@collab.example", "Tom Adeyemi"),
    "iris": ("involvement@collab.example", "Iris Whitcombe"),
    "sam": ("stranger@collab.example", "Sam Hollis"),
    "adil": ("admin@collab.example", "Adil Rahman"),
}
CASES = {
    "leicestershire-step-up": "asha",
    "nottinghamshire-sherwood-oaks": None,
    "oxleas-betts-ward": None,
}
"""The three real cases, and who of the cast leads them."""
CASES_DAYS_AGO = 16


@telling_nobody()
@transaction.atomic
def make_demonstration():
    """Make everything and say so, or find it there and change nothing that people made."""
    if Organisation.objects.filter(name=NAME).exists():
        give_apps()
        return False
    organisation = make_organisation()
    cast = make_cast(organisation)
    say_what_is_paid(organisation, cast)
    example = Example(dict(cast))
    for told in examples():
        example.make(organisation, **told)
    for name, lead in CASES.items():
        bring_in(name, lead and cast[lead], cast)
    receive_proposals(organisation, cast)
    say_what_is_needed(organisation, cast)
    show_working_together(organisation, cast)
    return True


RECORDED = "Example: A welcome pack written by carers"


@telling_nobody()
def keep_a_record():
    """An involvement record of a project that has ended, unless there is one or no PDF engine.

    It draws its papers, so it is no part of what is made for each test.
    """
    project = Project.objects.get(title=RECORDED, is_example=True)
    lead = project.memberships.here().leads().first().user
    with suppress(NoEngine):
        return project.records.first() or make_record(
            project, by=lead, note="The pack is on all wards, and the project has ended."
        )


def make_organisation():
    return Organisation.objects.create(
        name=NAME,
        colour="#22506b",
        contact_name="Iris Whitcombe, involvement team",
        contact_email=CAST["iris"][0],
        contact_phone="01632 960045",
        contact_address="Involvement team\nThe Old School\nChapel Lane\nExampleton",
        crisis_help=CRISIS_HELP,
    )


def make_cast(organisation):
    cast = {key: person(*who) for key, who in CAST.items()}
    organisation.staff.add(cast["asha"], cast["tom"])
    organisation.involvement_team.add(cast["iris"])
    organisation.administrators.add(cast["adil"])
    User.objects.filter(pk=cast["adil"].pk).update(is_staff=True, is_superuser=True)
    give_apps()
    return cast


def give_apps():
    """A second step for those who need one: the sign-in page shows what their app would show."""
    keepers = [CAST[key][0] for key in ("iris", "adil")]
    for keeper in User.objects.filter(email__in=keepers):
        second_factor.give_app(keeper)


def person(email, name):
    already = User.objects.filter(email__iexact=email).first()
    return already or User.objects.create_user(email=email, name=name)


def bring_in(name, lead, cast):
    """A real case in the organisation it names, where the cast may look at it."""
    try:
        project = import_case(read_file(DATA / f"{name}.yaml"), lead=lead)
    except HereAlready as here:
        project = here.imported.project
    else:
        if lead:
            role, staff = Membership.Role.OBSERVER, Membership.Perspective.STAFF
            Membership.join(project, cast["tom"], role, staff, by=lead)
        Diary(project, CASES_DAYS_AGO).date_back()
    organisation = project.organisation
    organisation.involvement_team.add(cast["iris"])
    organisation.administrators.add(cast["adil"])
    if not organisation.crisis_help:
        organisation.crisis_help = CRISIS_HELP
        organisation.save(update_fields=["crisis_help"])
