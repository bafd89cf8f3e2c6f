from io import BytesIO

import pikepdf
from page import validate_pdf_bytes

from projects.evidence.models import CheckedGroup
from tests.projects.team.papers import text_of


def test_it_is_tagged_and_says_what_is_written_and_what_is_not(signed_in, lead, project, row, url):
    CheckedGroup.lay_out(project, by=lead)
    CheckedGroup.add(project, by=lead, name="Age")
    CheckedGroup.add(project, by=lead, name="X" * 200, known="word " * 800)

    for query in ("", "?print=large"):
        response = signed_in(lead).get(url + "check.pdf" + query)
        report = validate_pdf_bytes(response.content, profile="ua1")
        assert [(one.rule_id, one.message) for one in report.failures] == []

    said = text_of(response.content)
    name = f'attachment; filename="project-{project.pk}-equality-now.pdf"'
    assert response["Content-Disposition"] == name
    assert "Carers Possible harm Nobody asked them." in said
    assert "Nothing is written about: Age." in said
    assert "It never says that a law has been met" in said
    with pikepdf.open(BytesIO(response.content)) as pdf:
        assert str(pdf.docinfo.Title) == "A calmer waiting room: equality check"


def test_it_changes_when_the_check_does(signed_in, lead, row, url):
    client = signed_in(lead)
    client.get(url + "check.pdf")
    row.change(by=lead, harm="They were asked in June.")

    assert "They were asked in June." in text_of(client.get(url + "check.pdf").content)


def test_outsiders_get_nothing(signed_in, outsider, row, url):
    assert signed_in(outsider).get(url + "check.pdf").status_code == 404
