import pytest
from page import validate_pdf_bytes

from projects.partnership.models import Ways


@pytest.mark.parametrize("how", ["", "?print=large"])
def test_one_page_for_the_wall(signed_in, lead, project, base, text_of, how):
    lines = [f"Line {number} says how we want to work together." for number in range(8)]
    Ways.write(project, by=lead, text="\n".join(lines))
    data = signed_in(lead).get(f"{base}/ways/poster.pdf{how}").content

    assert validate_pdf_bytes(data, profile="ua1").failures == []
    assert "Line 7 says how we want to work together." in text_of(data)
    assert "Page 1 of 1" in text_of(data)


def test_without_ways_it_leads_back(signed_in, lead, project, base):
    assert signed_in(lead).get(f"{base}/ways/poster.pdf").url == f"{base}/ways/"
