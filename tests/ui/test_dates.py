import pytest
from django.core.exceptions import ValidationError

from ui.dates import as_people_write, check_partial_date


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ("2021", "2021"),
        ("2021-07", "July 2021"),
        ("2021-07-20", "20 July 2021"),
        ("2012 to 2013-04", "2012 to April 2013"),
    ],
)
def test_a_date_is_read_as_people_write_it(kept, read):
    check_partial_date(kept)
    assert as_people_write(kept) == read


@pytest.mark.parametrize(
    "text",
    ["", "21", "2021-13", "2021-02-30", "2021-7-1", "٢٠٢١", "1 to 2", "2001 to 2002 to 2003"],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValidationError):
        check_partial_date(text)
