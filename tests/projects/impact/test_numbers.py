from decimal import Decimal

import pytest
import yaml

from projects.cases.demonstration import DATA
from projects.impact.models import Measure, Reading
from projects.impact.numbers import as_number, in_plain_digits

NUMBERS = [("43", "43"), (3, "3"), (-80, "-80"), ("−80", "-80"), ("1,250", "1250"),
           ("30 %", "30"), (15.5, "15.5"), ("0.25", "0.25"), ("-0.5", "-0.5"),
           ("99999999999.9999",) * 2]  # fmt: skip
WORDS = ["300 to 350", "Inadequate", "1,5", "1,25,0", "12345678901234", "0.12345", "٣", "1e5",
         "nan", "-", "5 or so"]  # fmt: skip


@pytest.mark.parametrize(("typed", "number"), NUMBERS)
def test_what_is_a_number_is_one(typed, number):
    assert as_number(typed) == (Decimal(number), "")


@pytest.mark.parametrize("typed", WORDS)
def test_other_words_stay_words(typed):
    assert as_number(typed) == (None, typed)


def test_it_reads_as_people_write_it():
    numbers = ["43.0000", "-80", "0.2500", "1250", "0", "-0.0"]
    said = [in_plain_digits(Decimal(number)) for number in numbers]
    assert said == ["43", "−80", "0.25", "1,250", "0", "0"]
    assert [as_number(text)[0] for text in said] == [Decimal(number) for number in numbers]


@pytest.mark.parametrize("path", sorted(DATA.glob("*-*.yaml")), ids=lambda path: path.stem)
def test_the_measures_of_the_real_cases_fit_without_loss(project, lead, path):
    for told in yaml.safe_load(path.read_text())["measures"]:
        target = told.get("target") or {}
        value, words = as_number(target.get("value", ""))
        measure = Measure.add(
            project, by=lead, name=told["name"], unit=told["unit"], direction=told["direction"],
            note=told.get("note", ""), target=value, target_words=words,
            target_by=target.get("date", ""),
        )  # fmt: skip
        first = told["baseline"]
        readings = [(one, False) for one in told["readings"]] + ([(first, True)] if first else [])
        for one, is_baseline in readings:
            number, words = as_number(one["value"])
            Reading.write_down(
                measure, by=lead, on=one["date"] or "", period=one.get("period", ""), value=number,
                words=words, is_baseline=is_baseline,
            )  # fmt: skip
        measure = Measure.objects.get(pk=measure.pk)
        measure.full_clean()
        kept = [as_told(one) for one in measure.readings.all()]
        assert kept == [
            ({"period": "", **one, "date": one["date"] or ""}, is_baseline)
            for one, is_baseline in readings
        ]
        assert measure.expected == str(target.get("value", ""))


def as_told(reading):
    value = reading.words
    if reading.value is not None:
        value = int(reading.value) if reading.value % 1 == 0 else float(reading.value)
    told = {"period": reading.period, "date": reading.on, "value": value}
    return told, reading.is_baseline
