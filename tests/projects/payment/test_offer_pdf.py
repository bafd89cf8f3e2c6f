import pytest
from page import validate_pdf_bytes

from tests.factories import make_offer, make_rate
from tests.projects.team.papers import text_of


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/payment/offer.pdf"


@pytest.mark.parametrize("size", ["", "?print=large"])
def test_it_is_a_tagged_paper(signed_in, observer, project, organisation, url, size):
    make_rate(organisation, what="A meeting", amount="25")
    make_offer(project, expenses="Your bus fare.")
    response = signed_in(observer).get(url + size)
    text = text_of(response.content)

    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    name = f'attachment; filename="project-{project.pk}-payment.pdf"'
    assert response["Content-Disposition"] == name
    for said in ("A meeting", "£25.00", "Your bus fare.", organisation.name):
        assert said in text, said


def test_without_an_offer_there_is_none(signed_in, lead, outsider, project, url):
    assert signed_in(lead).get(url).status_code == 404
    make_offer(project)
    assert signed_in(outsider).get(url).status_code == 404
