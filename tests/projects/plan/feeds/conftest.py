import re

import pytest
from icalendar import Calendar


@pytest.fixture
def address_of(signed_in, url):
    """`address_of(person)` is the address of their calendar, made on the page."""

    def made(person, mark="one"):
        response = signed_in(person).post(url + "feeds/make/", {"mark": mark})
        return re.search(
            r"http://testserver(/projects/plan/feeds/\w+/calendar\.ics)", response.text
        )[1]

    return made


@pytest.fixture
def read():
    """The calendar as a real calendar library reads it."""
    return lambda response: Calendar.from_ical(response.content)
