import pytest

from needs.models import Need, NeedKind
from tests import factories


@pytest.fixture
def kind(organisation):
    """Large print, of the organisation's own list."""
    NeedKind.lay_out(organisation)
    return organisation.need_kinds.get(key="large-print")


@pytest.fixture
def need(participant, kind):
    """The participant's; nobody else sees it yet."""
    return Need.tell(participant, by=participant, kind=kind, words="18 point")


@pytest.fixture
def shown(need, lead):
    """The same, shown to the lead."""
    need.show_to(lead, by=need.person)
    return need


@pytest.fixture
def no_email(project):
    """In the team, without e-mail and without phone."""
    person = factories.make_user("Nora Paper", email=None)
    factories.make_member(project, user=person)
    return person
