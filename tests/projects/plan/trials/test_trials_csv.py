import csv
from io import StringIO


def test_every_cycle_is_a_line_and_nobody_is_named(signed_in, observer, lead, url, small_test):
    small_test.write_down(by=lead, happened="It was off.", saw="Calm.")
    small_test.choose("change", by=lead, next_step="Mondays too.")
    plan = small_test.cycle.begins_with() | {"prediction": "Calmer."}
    small_test.again(by=lead, look_on=None, **plan)
    text = signed_in(observer).get(url + "trials/trials.csv").getvalue().decode("utf-8-sig")
    first, second = csv.DictReader(StringIO(text))

    assert (first["What we saw"], first["What we chose"]) == ("Calm.", "Change it and try again")
    assert (second["Try"], second["What we thought would happen"]) == ("2", "Calmer.")
    assert "Asha" not in text
