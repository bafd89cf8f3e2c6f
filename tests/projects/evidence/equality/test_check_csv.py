import csv

from projects.evidence.models import CheckedGroup


def test_every_row_is_a_line_and_no_cell_is_a_formula(signed_in, lead, project, row, url):
    CheckedGroup.add(project, by=lead, name="=1+1", harm="@SUM(A1)", good="Two\nlines")
    response = signed_in(lead).get(url + "check.csv")
    body = response.getvalue()

    assert body.startswith(b"\xef\xbb\xbf")
    name = f'attachment; filename="project-{project.pk}-equality-now.csv"'
    assert response["Content-Disposition"] == name
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert "no-cache" in response["Cache-Control"] or "no-store" in response["Cache-Control"]
    head, carers, harm = csv.reader(body.decode("utf-8-sig").splitlines(keepends=True))
    assert head[:3] == ["Group", "Possible good", "Possible harm"]
    assert carers[:3] == ["Carers", "", "Nobody asked them."]
    assert harm[:3] == ["'=1+1", "Two\nlines", "'@SUM(A1)"]


def test_outsiders_get_nothing(signed_in, outsider, row, url):
    assert signed_in(outsider).get(url + "check.csv").status_code == 404
