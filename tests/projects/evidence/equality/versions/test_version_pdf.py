from page import validate_pdf_bytes

from tests.projects.team.papers import text_of


def test_it_is_tagged_says_when_and_why_and_names_nobody(signed_in, lead, row, keep, project):
    kept = keep("deciding", note="With the carers.")
    row.change(by=lead, harm="They were asked in June.")
    response = signed_in(lead).get(kept.get_absolute_url() + "version.pdf")

    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    name = f'attachment; filename="project-{project.pk}-equality-version-1.pdf"'
    assert response["Content-Disposition"] == name
    said = text_of(response.content)
    assert "Why then: Before we decide. The project was at “The Big Idea”." in said
    assert "Carers Possible harm Nobody asked them." in said
    assert ("Asha" in said, "June" in said) == (False, False)


def test_outsiders_get_nothing(signed_in, outsider, row, keep):
    address = keep().get_absolute_url() + "version.pdf"

    assert signed_in(outsider).get(address).status_code == 404
