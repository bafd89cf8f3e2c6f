import pytest

EMAIL = "joan@collab.example"


@pytest.fixture
def url(project, lead):
    project.publish(by=lead)
    return f"/frontdoor/{project.pk}/following/"
