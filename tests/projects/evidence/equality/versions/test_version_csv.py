import csv


def test_it_has_the_rows_of_that_version(signed_in, lead, row, keep):
    kept = keep()
    row.take_away(by=lead)
    response = signed_in(lead).get(kept.get_absolute_url() + "version.csv")
    body = response.getvalue()

    _head, carers = csv.reader(body.decode("utf-8-sig").splitlines())
    assert carers == ["Carers", "", "Nobody asked them.", "", "", "", "", ""]
