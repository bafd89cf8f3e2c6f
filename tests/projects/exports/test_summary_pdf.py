"""The summary drawn for real, as files that people get."""

import logging
import socket
from io import BytesIO

import pikepdf
import pytest
from django.urls import reverse
from page import validate_pdf_bytes

from accounts.models import User
from projects.consents.models import Consent, ConsentUse
from projects.consents.wording import Use
from projects.models import Part
from tests import factories
from ui import pdf as drawing


@pytest.fixture
def url(project):
    return reverse("exports:summary_pdf", args=[project.pk])


def failures(data):
    report = validate_pdf_bytes(data, profile="ua1")
    return [(failure.rule_id, failure.message) for failure in report.failures]


def elements_of(pdf):
    """The tagged elements in the order in which a screen reader meets them."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop(0)
        if not isinstance(element, pikepdf.Dictionary):
            continue
        if "/S" in element:
            yield element
        children = element.get("/K", [])
        if not isinstance(children, pikepdf.Array):
            children = [children]
        waiting = list(children) + waiting


def text_sizes(pdf):
    """Every size of text in the file, in points."""
    steps = [step for page in pdf.pages for step in pikepdf.parse_content_stream(page)]
    return {round(float(step.operands[1]) * 0.75) for step in steps if str(step.operator) == "Tf"}


def test_a_full_and_an_empty_summary_are_tagged_without_a_fault(signed_in, lead, full, url):
    empty = factories.make_project(full.organisation, by=lead, idea="")
    browser = signed_in(lead)

    for address in [url, url + "?print=large&words=easy", reverse_of(empty)]:
        response = browser.get(address)
        assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
        assert failures(response.content) == []


def reverse_of(project):
    return reverse("exports:summary_pdf", args=[project.pk])


def test_the_file_says_what_it_is_and_reads_in_order(signed_in, lead, full, url, text_of):
    response = signed_in(lead).get(url)

    name = f'attachment; filename="project-{full.pk}-summary.pdf"'
    assert response["Content-Disposition"] == name
    assert response["Cache-Control"] == "private, no-store"
    with pikepdf.open(BytesIO(response.content)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo.Title) == "A calmer waiting room: summary"
        assert bool(pdf.Root.MarkInfo.Marked) is True
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) is True
        tags = [str(element.S) for element in elements_of(pdf)]
        levels = [int(tag[2]) for tag in tags if tag[:2] == "/H" and tag[2:].isdigit()]
        pictures = [element for element in elements_of(pdf) if element.S == "/Figure"]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
        assert [str(picture.Alt) for picture in pictures] == [
            "How much of each checklist is done. The table gives the same figures."
        ]
        assert tags.index("/Figure") < tags.index("/Table")
    said = text_of(response.content)
    parts = ["In short", "The idea", "What is open?", "Who was involved", "What is next"]
    places = [said.index(part) for part in parts]
    assert places == sorted(places)


def test_large_print_is_at_least_18_points_and_its_foot_16(signed_in, lead, full, url):
    with pikepdf.open(BytesIO(signed_in(lead).get(url + "?print=large").content)) as pdf:
        sizes = text_sizes(pdf)
    with pikepdf.open(BytesIO(signed_in(lead).get(url).content)) as pdf:
        usual = text_sizes(pdf)

    drawn_in_the_picture = 11  # its units are larger than points: 18 on paper
    assert (min(sizes - {drawn_in_the_picture}), 18 in sizes, 18 in usual) == (16, True, False)


def test_nobody_is_named_without_consent_and_no_note_of_a_view_is_told(
    signed_in, lead, full, url, text_of
):
    said = text_of(signed_in(lead).get(url).content)

    assert "People with lived experience see this differently." in said
    assert [word in said for word in ["Asha", "Ben", "A note for the team"]] == [False] * 3


def test_it_comes_from_the_cache_until_something_it_shows_changes(
    signed_in, lead, participant, full, url, fill_places
):
    """While all places are taken, what is kept is still given; what has to be drawn waits."""
    browser = signed_in(lead)
    first = browser.get(url).content

    def status(address=url):
        with fill_places():
            return browser.get(address).status_code

    with fill_places():
        assert browser.get(url).content == first
    assert [status(url + more) for more in ["?print=large", "?words=easy"]] == [503, 503]

    full.checklist.last().answer("done", by=lead)
    assert status() == 503
    browser.get(url)
    assert status() == 200

    ben = full.memberships.get(user=participant)
    Consent.give(ben, Use.NAME, by=participant)
    assert status() == 503
    browser.get(url)
    assert status() == 200
    Consent.give(ben, Use.WORDS, by=participant)
    assert status() == 503
    browser.get(url)
    assert status() == 200
    User.objects.get(pk=participant.pk).change(name="Benedict")
    assert status() == 503
    browser.get(url)

    full.organisation.contact_phone = "01632 960 001"
    full.organisation.save()
    assert status() == 503


def test_whose_name_stands_in_it_is_written_down_once_for_each_document(
    signed_in, lead, participant, observer, project, url, fill_places
):
    ben = project.memberships.get(user=participant)
    Consent.give(ben, Use.NAME, by=participant)
    Consent.give(ben, Use.PHOTO, by=participant)
    with fill_places():
        signed_in(lead).get(url)
    assert ConsentUse.objects.count() == 0

    signed_in(lead).get(url)
    signed_in(observer).get(url)

    [use] = ConsentUse.objects.all()
    assert (use.consent.membership, use.consent.use) == (ben, Use.NAME)
    assert (use.what, use.by) == ("The printed summary", lead)
    assert use.url == f"/projects/{project.pk}/exports/summary/"


def test_writing_down_whose_names_stand_in_it_asks_as_often_for_three_as_for_one(
    signed_in, lead, project, url, queries
):
    def with_one_more():
        member = factories.make_member(project, name_in_summary=True)
        item = project.checklist.first()
        item.answer("partly", by=lead)
        item.see_differently(by=member.user, note="No.")
        Consent.give(member, Use.WORDS, by=member.user)

    with_one_more()
    for_one = queries(signed_in(lead), url)
    assert ConsentUse.objects.count() == 2
    with_one_more()
    with_one_more()
    assert queries(signed_in(lead), url) == for_one
    assert ConsentUse.objects.count() == 8


def test_who_may_see_it_is_asked_before_the_cache(
    signed_in, client, lead, involvement, outsider, participant, project, url
):
    kept = signed_in(lead).get(url).content

    assert signed_in(involvement).get(url).content == kept
    assert signed_in(participant).get(url).content == kept
    project.memberships.get(user=participant).leave(by=lead)
    assert signed_in(participant).get(url).status_code == 404
    assert signed_in(outsider).get(url).status_code == 404
    assert client.get(url).status_code == 302


def test_when_all_places_are_taken_the_page_says_that_it_is_in_the_queue(
    signed_in, lead, url, fill_places
):
    with fill_places():
        response = signed_in(lead).get(url + "?print=large")

    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert "<h1>Your document is in the queue</h1>" in response.content.decode()
    assert f'href="{url}?print=large"' in response.content.decode()
    assert signed_in(lead).get(url + "?print=large").status_code == 200


def test_a_document_fetches_nothing_from_disk_or_network(signed_in, lead, project, url, text_of):
    with socket.create_server(("127.0.0.1", 0)) as server:
        here = f"http://127.0.0.1:{server.getsockname()[1]}/"
        typed = (
            f'<img src="{here}"><img src="file:///etc/passwd"><link rel="stylesheet" href="{here}">'
            f"<style>@import url({here}); body {{ background: url({here}) }}</style>"
            f'</title></svg><object data="{here}"></object> url({here})'
        )
        project.organisation.name = f'<img src="{here}">'
        project.organisation.contact_address = typed
        project.organisation.save()
        project.reword(by=lead, opened_at=project.idea_as_opened(), title=typed[:200], idea=typed)
        Part.add(project, by=lead, name=typed[:300], state="open", because=typed)
        factories.make_decision(project, question=typed[:300], decision=typed, reason=typed)
        factories.make_update(project, typed[:200], by=lead, text=typed, audience="followers")

        data = signed_in(lead).get(url).content

        server.settimeout(0.2)
        with pytest.raises(TimeoutError):
            server.accept()
    said = text_of(data)
    assert failures(data) == []
    assert (said.count("file:///etc/passwd") > 5, "root:" in said) == (True, False)


def test_even_markup_of_our_own_could_not_fetch_anything(tmp_path, text_of):
    (tmp_path / "secret.css").write_text("body::before { content: 'LEAKED' }")
    secret = (tmp_path / "secret.css").as_uri()
    with socket.create_server(("127.0.0.1", 0)) as server:
        here = f"http://127.0.0.1:{server.getsockname()[1]}/"
        html = f"""<!doctype html><html lang="en-GB"><head><title>A page</title>
            <link rel="stylesheet" href="{secret}"><link rel="stylesheet" href="{here}">
            <style>@import url({secret}); @import url({here}); p {{ background: url({here}) }}
            </style></head><body><p>Words</p><img alt="Picture" src="{here}"></body></html>"""

        data = drawing.written(html, ())

        server.settimeout(0.2)
        with pytest.raises(TimeoutError):
            server.accept()
    assert text_of(data) == "Words Picture Page 1 of 1"


def test_a_picture_that_no_font_has_is_said_in_words_and_kept_out_of_the_log(
    signed_in, lead, project, url, text_of, caplog
):
    typed = "Well done 🎉 and 安静 \x01 end"
    project.reword(by=lead, opened_at=project.idea_as_opened(), title=typed, idea=typed)

    with caplog.at_level(logging.WARNING, "weasyprint"):
        data = signed_in(lead).get(url).content

    assert failures(data) == []
    assert "The idea Well done (party popper) and □□ end" in text_of(data)
    assert caplog.records == []
