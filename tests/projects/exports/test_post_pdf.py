from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from django.urls import reverse
from page import validate_pdf_bytes

from accounts.models import PrivateRead
from needs.models import Need, NeedKind
from outbox.models import Message
from tests import factories


@pytest.fixture
def url(project):
    return reverse("exports:post_pdf", args=[project.pk])


def member(project, name, **fields):
    person = factories.make_user(name, email=None, way="post", **fields)
    return factories.make_member(project, user=person).user


def tell(person, project, text="The paint is white."):
    told = {"subject": "A decision", "text": text, "about": project, "group": project.title}
    return Message.write(to=person, **told)


def test_a_letter_for_each_on_a_page_of_its_own(signed_in, lead, project, url, text_of):
    tell(member(project, "Pat Paper", post_to="1 Mill Lane\nRiverside"), project)
    tell(member(project, "Quin Quiet"), project, "It is <b>louder</b> & 100% worse.")
    response = signed_in(lead).get(url)

    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    name = f'attachment; filename="project-{project.pk}-letters.pdf"'
    assert response["Content-Disposition"] == name
    with pikepdf.open(BytesIO(response.content)) as pdf:
        assert len(pdf.pages) == 2
    said = text_of(response.content)
    assert "Riverside Health Pat Paper 1 Mill Lane Riverside" in said
    assert "Quin Quiet Handed over by your project lead" in said
    assert "It is <b>louder</b> & 100% worse." in said
    assert said.count("Page 1") == 2


def test_a_long_letter_goes_on_and_cuts_nothing(signed_in, lead, project, url, text_of):
    pat = member(project, "Pat Paper", post_to="1 Mill Lane\n" * 4)
    for number in range(20):
        tell(pat, project, f"News number {number}. " + "A long sentence about it. " * 12)
    data = signed_in(lead).get(url).content

    said = text_of(data)
    assert validate_pdf_bytes(data, profile="ua1").failures == []
    assert [said.count(f"News number {number}.") for number in range(20)] == [1] * 20


def test_its_reader_is_noted_and_nothing_of_it_is_kept(signed_in, lead, project, url):
    pat = member(project, "Pat Paper", post_to="1 Mill Lane")
    tell(pat, project)
    before = kept()
    signed_in(lead).get(url)

    assert list(PrivateRead.objects.values_list("reader", "of", "what")) == [
        (lead.pk, pat.pk, "postal address")
    ]
    assert kept() == before


def kept():
    return sorted(Path(settings.CACHES["documents"]["LOCATION"]).glob("**/*.djcache"))


def test_printing_tells_nobody_yet(signed_in, lead, project, url):
    tell(member(project, "Pat Paper"), project)
    signed_in(lead).get(url)

    assert Message.objects.by_hand().count() == 1


def test_with_no_letter_it_leads_back(signed_in, lead, project, url):
    assert signed_in(lead).get(url).url == reverse("exports:post", args=[project.pk])


def test_only_leads_get_it(signed_in, participant, involvement, outsider, url):
    answers = [signed_in(one).get(url).status_code for one in (participant, involvement, outsider)]

    assert answers == [403, 403, 404]


def test_a_letter_is_in_large_print_for_whoever_asked_for_it(signed_in, lead, project, url):
    pat, quin = (member(project, name) for name in ("Pat Paper", "Quin Quiet"))
    NeedKind.lay_out(project.organisation)
    kind = project.organisation.need_kinds.get(key="large-print")
    Need.tell(pat, by=lead, kind=kind, words="A planted word", told_in=project)
    for person in (pat, quin):
        tell(person, project, "The paint is white. " * 60)
    second = factories.make_member(project, "lead", "staff").user
    mine, theirs = (signed_in(one).get(url).content for one in (lead, second))

    assert validate_pdf_bytes(mine, profile="ua1").failures == []
    with pikepdf.open(BytesIO(mine)) as large, pikepdf.open(BytesIO(theirs)) as usual:
        assert len(large.pages) > len(usual.pages)
    assert b"planted" not in mine


def test_in_large_print_each_letter_counts_its_own_pages(signed_in, lead, project, url, text_of):
    NeedKind.lay_out(project.organisation)
    kind = project.organisation.need_kinds.get(key="large-print")
    for name in ("Pat Paper", "Quin Quiet", "Rob Round"):
        person = member(project, name)
        tell(person, project)
        if name != "Quin Quiet":
            Need.tell(person, by=lead, kind=kind, told_in=project)

    assert text_of(signed_in(lead).get(url).content).count("Page 1") == 3
