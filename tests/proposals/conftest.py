import pytest

from tests.factories import make_proposal

CONTACT = {"name": "Joan", "email": "joan@collab.example", "reach": "01632 960001"}


@pytest.fixture
def made(organisation, edition):
    """(what Joan proposed, her code)."""
    return make_proposal(
        organisation,
        problem="The ward is loud at night.",
        idea="Soft shoes for everyone.",
        affected="Patients.",
        already_decided="The board wants quiet nights.",
        already_said="A survey said so.",
        **CONTACT,
    )


@pytest.fixture
def proposal(made):
    return made[0]


@pytest.fixture
def code(made):
    return made[1]


@pytest.fixture
def url(proposal):
    return proposal.get_absolute_url()
