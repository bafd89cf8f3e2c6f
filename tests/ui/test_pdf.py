"""What stands around the drawing of a document; the drawing itself is tested in the exports."""

import os
import sys
import threading
from types import SimpleNamespace

import pytest
from django.core.cache import caches
from django.core.checks import Warning as CheckWarning
from django.test import RequestFactory
from django.utils import translation

from ui import pdf


@pytest.fixture
def request_(db):
    request = RequestFactory().get("/somewhere.pdf?print=large")
    request.user = SimpleNamespace(is_authenticated=False)
    return request


@pytest.fixture
def no_engine(monkeypatch):
    """A machine on which WeasyPrint cannot be imported."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)


def never():
    raise AssertionError("what is kept was gathered again")


def test_what_is_kept_is_given_again_without_gathering_anything(request_):
    caches["documents"].set(pdf.name_of("the key"), b"%PDF kept")

    response = pdf.pdf_response(request_, "none.html", never, "paper.pdf", key="the key")

    assert response.content == b"%PDF kept"
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="paper.pdf"'
    assert response["Cache-Control"] == "private, no-cache"


def test_the_name_in_the_cache_tells_nothing_and_differs_by_language():
    name = pdf.name_of("Ben's secret")

    assert (name[:4], len(name), "Ben" in name) == ("pdf-", 68, False)
    assert pdf.name_of("Ben's secret") == name
    with translation.override("cy"):
        assert pdf.name_of("Ben's secret") != name


def test_a_document_of_the_look_before_an_upgrade_is_not_given_again(settings, tmp_path):
    settings.DEBUG = True
    settings.LOCALE_PATHS = [tmp_path]
    before = pdf.name_of("the key")

    (tmp_path / "django.mo").write_bytes(b"new words")

    assert pdf.name_of("the key") != before


def test_without_the_engine_a_plain_page_says_so(request_, no_engine):
    response = pdf.pdf_response(request_, "ui/document.html", dict, "paper.pdf", key="the key")

    assert response.status_code == 503
    assert "<h1>This computer cannot make PDFs</h1>" in response.content.decode()
    assert caches["documents"].get(pdf.name_of("the key")) is None


def test_a_broken_library_counts_as_no_engine(monkeypatch, tmp_path):
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library pango')")
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(pdf.NoEngine):
        pdf.engine()
    assert pdf.warm() is None


def test_the_system_check_warns_only_when_the_engine_does_not_start(monkeypatch, no_engine):
    assert pdf.check_engine(None) == []

    monkeypatch.setattr(pdf, "LIBRARIES", {"no-such-library": "libnosuch"})

    assert pdf.check_engine(None) == [
        CheckWarning(
            "PDFs cannot be made: WeasyPrint's libraries are missing.",
            hint="apt-get install libnosuch",
            id="ui.W001",
        )
    ]


def test_there_are_as_many_places_as_set_and_a_place_is_free_again_after(settings):
    settings.PDF_AT_ONCE = 2
    with pdf.place(), pdf.place(), pytest.raises(pdf.NoPlace), pdf.place():
        pass
    with pdf.place():
        with pytest.raises(ZeroDivisionError), pdf.place():
            1 / 0  # noqa: B018
        with pdf.place():
            pass


def test_a_thread_that_draws_steps_back_and_the_others_do_not():
    def kindness():
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    before, found = kindness(), []
    thread = threading.Thread(target=lambda: (pdf.step_back(), found.append(kindness())))
    thread.start()
    thread.join()

    assert found == [max(before, pdf.KINDNESS)]
    assert kindness() == before


@pytest.mark.parametrize(("most_that_fits", "given"), [(26, 26), (19, 19), (10, 10), (9, 18)])
def test_the_largest_size_that_fits_is_chosen_else_the_middle_one(most_that_fits, given):
    def laid_out(size):
        return SimpleNamespace(size=size, pages=[1] if size <= most_that_fits else [1, 2])

    assert pdf.largest_on_one_page(laid_out, range(10, 27)).size == given


def test_what_no_font_has_is_said_in_words():
    assert pdf.in_words("🎉") == "(party popper)"
    assert pdf.in_words("静") == "□"
    assert pdf.in_words("\U0001f3fd") == ""
