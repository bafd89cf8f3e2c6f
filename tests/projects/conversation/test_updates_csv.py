import csv
from io import StringIO

from tests.factories import make_update


def rows_of(response):
    return list(csv.DictReader(StringIO(response.getvalue().decode("utf-8-sig"))))


def test_every_update_that_was_sent_with_its_corrections(signed_in, observer, lead, project, room):
    update = make_update(project, "=The date", text="Monday.", easy="Mo.", audience="public")
    update.correct(by=lead, text="Tuesday.", because="A slip.")
    make_update(project, "A draft", is_sent=False)
    response = signed_in(observer).get(f"{room}updates.csv")
    [row] = rows_of(response)

    assert (row["Headline"], row["What happened"]) == ("'=The date", "Monday.")
    assert row["Corrections"] == "Tuesday. (A slip.)"
    assert row["Who it is for"] == "Anyone, on the public page"
    assert lead.name not in str(row)
    name = f'attachment; filename="project-{project.pk}-updates.csv"'
    assert response["Content-Disposition"] == name


def test_it_asks_as_often_for_three_as_for_one(signed_in, lead, project, room, queries):
    make_update(project)
    one = queries(signed_in(lead), f"{room}updates.csv")
    make_update(project)
    make_update(project)
    assert queries(signed_in(lead), f"{room}updates.csv") == one
