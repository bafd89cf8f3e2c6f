import pytest

from projects.models import Support
from tests.factories import make_member, make_user


@pytest.fixture
def member(project, participant):
    """Ben's place in the team."""
    return project.memberships.get(user=participant)


@pytest.fixture
def moira(project):
    """A carer without e-mail in the team."""
    return make_member(project, user=make_user("Moira Bell", email=None), perspective="carer")


@pytest.fixture
def helper(db):
    """In no team; helps Ben."""
    return make_user("Ola Helper")


@pytest.fixture
def asked(member, helper):
    """Ben has asked, and waits."""
    return Support.ask(member, by=member.user, helper=helper)


@pytest.fixture
def support(asked, helper):
    """Both have agreed."""
    asked.agree(by=helper)
    return asked


@pytest.fixture
def helping(signed_in, support, helper):
    """`helping()` is a browser in which the helper has said “I am helping Ben now”."""

    def client_of(**options):
        client = signed_in(helper, **options)
        client.post(f"/projects/{support.project_id}/support/{support.pk}/begin/")
        return client

    return client_of


@pytest.fixture
def recording(signed_in, lead, project, moira):
    """`recording()` is a browser in which the lead writes for Moira."""

    def client_of(**options):
        client = signed_in(lead, **options)
        typed = {"whose": "person", "member": moira.pk, "asked": "on"}
        client.post(f"/projects/{project.pk}/support/record/", typed)
        return client

    return client_of


@pytest.fixture
def for_a_group(signed_in, lead, project):
    """`for_a_group()` is a browser in which the lead writes for a group of carers."""

    def client_of(**options):
        client = signed_in(lead, **options)
        client.post(f"/projects/{project.pk}/support/record/", GROUP)
        return client

    return client_of


GROUP = {
    "whose": "group",
    "group": "Tuesday carers' group",
    "people": "12",
    "met_day": "3",
    "met_month": "5",
    "met_year": "2026",
    "perspective": "carer",
}


@pytest.fixture
def written_for():
    """`written_for(client, address)` is the mark that the forms of that page carry, or ""."""

    def mark(client, address):
        text = client.get(address).text
        before, found, after = text.partition('name="written_for" value="')
        return after.split('"')[0] if found else ""

    return mark
