import pytest
from django.test import override_settings

from projects.models import Project
from tests.factories import make_group
from tests.projects.evidence.conftest import SCRIPT
from tests.projects.files import making
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/evidence/new/"


def test_a_participant_adds_a_source(signed_in, participant, project, group, url, fields):
    response = signed_in(participant).post(url, fields)

    source = project.sources.get()
    assert response.url == f"/projects/{project.pk}/evidence/{source.pk}/"
    assert (source.kind, source.sort, source.voice) == ("experience", "survey", "carers")
    assert (source.title, source.finding) == (fields["title"], fields["finding"])
    assert (source.voice_words, source.group) == ("Parents who wait", group)
    assert (source.dated, source.strength) == ("2025-03 to 2026-01-01", "some")
    assert (source.link, source.sharing) == ("https://www.example.org/survey", "team")
    assert (source.added_by, source.files.count()) == (participant, 0)
    assert project.activity.first().what == "added to what we found out:"


@pytest.mark.parametrize(
    ("who", "status"), [("observer", 403), ("involvement", 403), ("outsider", 404)]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_may_not(request, signed_in, project, url, fields, who, status, method):
    response = getattr(signed_in(request.getfixturevalue(who)), method)(url, fields)

    assert response.status_code == status
    assert not project.sources.exists()


def test_what_is_wrong_is_said_next_to_the_field(signed_in, lead, project, url, wrong, refused):
    typed, name, said = wrong
    refused(signed_in(lead).post(url, typed), typed, name, said)
    assert not project.sources.exists()


def test_a_kind_and_a_title_are_enough(signed_in, lead, project, url):
    signed_in(lead).post(url, {"kind": "data", "title": "👩🏽‍🦽 café", "sharing": "team"})

    source = project.sources.get()
    assert (source.title, source.voice, source.dated, source.link) == ("👩🏽‍🦽 café", "", "", "")


def test_an_address_without_its_beginning_gets_it(signed_in, lead, project, url, fields):
    fields |= {"link": "www.example.org/a", "sharing": "team"}
    signed_in(lead).post(url, fields)

    assert project.sources.get().link == "https://www.example.org/a"


def test_pressed_twice_it_is_added_once(signed_in, participant, project, url, fields, chosen):
    client = signed_in(participant)
    first = client.post(url, fields | {"file": chosen("a.pdf", making.pdf())})
    lines = project.activity.count()
    second = client.post(url, fields | {"file": chosen("a.pdf", making.pdf())})

    assert (second.url, project.sources.count()) == (first.url, 1)
    assert (project.activity.count(), project.files.count()) == (lines, 1)


def test_with_a_file_at_once(signed_in, participant, project, url, fields, chosen, kept_names):
    typed = fields | {"file": chosen("../../survey.pdf", making.pdf()), "alternative": "Answers."}
    signed_in(participant).post(url, typed)

    file = project.sources.get().files.get()
    assert (file.name, file.kind, file.alternative) == ("survey.pdf", "pdf", "Answers.")
    assert file.added_by == participant
    assert kept_names() == {file.stored}


REFUSED = [
    ("notes.pdf", making.elf(), "This is a program, whatever it is called."),
    ("notes.docx", making.bomb(20), "This file would become far too large when it is opened."),
    ("picture.gif", making.gif(after=making.packed({"A.class": "x"})), "There is a second file"),
    ("drawing.svg", b"<svg><script>alert(1)</script></svg>", "This is a web page or a drawing"),
    ("empty.pdf", b"", "This file is empty."),
]


@pytest.mark.parametrize(("name", "content", "said"), REFUSED, ids=[one[0] for one in REFUSED])
def test_a_file_that_could_do_harm_is_refused_and_nothing_typed_is_lost(
    signed_in, participant, project, url, fields, chosen, refused, kept_names, name, content, said
):
    typed = fields | {"alternative": "It shows the room.", "file": chosen(name, content)}
    response = signed_in(participant).post(url, typed)

    refused(response, typed, "file", said)
    assert not project.sources.exists()
    assert kept_names() == set()


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.png", making.png()), ("a.jpg", making.jpeg()), ("a.mp3", making.mp3())],
)
def test_a_picture_or_a_sound_needs_words(
    signed_in, participant, project, url, fields, chosen, refused, name, content
):
    client, typed = signed_in(participant), fields | {"alternative": ""}
    response = client.post(url, typed | {"file": chosen(name, content, "image/png")})
    refused(response, typed, "alternative", "Write what the picture shows, or what is said.")
    assert "Choose your file again: a browser does not keep it." in response.text

    typed |= {"alternative": "The waiting room, full.", "file": chosen(name, content, "x/y")}
    client.post(url, typed)
    assert project.files.get().alternative == "The waiting room, full."


def test_a_file_that_is_too_large_is_refused_and_nothing_typed_is_lost(
    signed_in, participant, project, url, fields, chosen, refused
):
    with override_settings(UPLOAD_LARGEST=100_000):
        large = chosen("large.txt", b"word " * 30_000)
        response = signed_in(participant).post(url, fields | {"file": large})

    refused(response, fields, "file", "This file is too large. The largest we take is 98 KB.")
    assert not project.sources.exists()


def test_a_file_without_end_is_not_read_to_its_end(
    signed_in, participant, project, url, fields, chosen
):
    with override_settings(UPLOAD_LARGEST=10_000):
        endless = chosen("endless.txt", b"word " * 30_000)
        response = signed_in(participant).post(url, fields | {"file": endless})

    assert "This file is too large." in Page(response).text("id_file-error")
    assert Page(response).values["title"] == fields["title"]


def test_a_file_as_large_as_may_be_is_taken(signed_in, participant, project, url, fields, chosen):
    content = b"word " * 400_000  # twice what a request may hold without a file
    signed_in(participant).post(url, fields | {"file": chosen("large.txt", content)})

    assert project.files.get().size == 2_000_000


def test_two_files_at_once_are_not_a_form_of_ours(signed_in, participant, project, url, fields):
    two = [making.pdf(), making.pdf()]
    boundary = "b"
    body = b"".join(
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%s\r\n' % one
        for one in two
    )
    response = signed_in(participant).post(
        url, body + b"--b--\r\n", content_type=f"multipart/form-data; boundary={boundary}"
    )

    assert response.status_code == 400
    assert not project.sources.exists()


@pytest.mark.parametrize("address", ["whats-open/new/", "decisions/propose/", "evidence/bring/"])
def test_no_other_address_takes_a_file(signed_in, lead, project, chosen, address):
    response = signed_in(lead).post(
        f"/projects/{project.pk}/{address}", {"file": chosen("a.pdf", making.pdf())}
    )

    assert response.status_code == 400


def test_nobody_sends_a_file_without_signing_in(client, project, url, fields, chosen, kept_names):
    """What was typed waits; the file does not."""
    response = client.post(url, fields | {"file": chosen("a.pdf", making.pdf())})

    assert response.url == "/accounts/login/?next=/projects/typed/"
    assert client.session["typed"]["fields"]["title"] == [fields["title"]]
    assert kept_names() == set()


def test_only_a_lead_says_who_may_read_it(signed_in, lead, participant, project, url, fields):
    public = fields | {"sharing": "public"}
    signed_in(participant).post(url, public)
    signed_in(lead).post(url, public)

    assert [one.sharing for one in project.sources.order_by("pk")] == ["team", "public"]


def test_nobody_chooses_a_group_of_another_project(signed_in, lead, url, fields, other_lead):
    theirs = make_group(Project.objects.get(title="Another project"), by=other_lead)
    response = signed_in(lead).post(url, fields | {"group": str(theirs.pk)})

    assert Page(response).text("id_group-error") == "Error: Choose one of these."


def test_words_are_words(signed_in, participant, project, url, fields):
    names = ("title", "finding", "voice_words")
    fields |= {name: SCRIPT % name for name in names}
    signed_in(participant).post(url, fields)
    text = signed_in(participant).get(f"/projects/{project.pk}/evidence/").text

    assert "<script>alert(" not in text
    assert "&lt;script&gt;alert(&#39;title&#39;)" in text


def test_a_closed_project_keeps_what_was_typed(
    signed_in, lead, project, url, fields, chosen, kept_names
):
    project.turn("complete", by=lead, because="Done.")
    response = signed_in(lead).post(url, fields | {"file": chosen("a.pdf", making.pdf())})

    assert response.status_code == 403
    assert fields["finding"] in response.text
    assert kept_names() == set()


def test_the_team_hears_of_it_in_its_news(signed_in, participant, lead, project, url, fields):
    signed_in(participant).post(url, fields)

    message = lead.messages.get(subject="Something we found out")
    assert message.text == f"{fields['title']}\n\n{fields['finding']}"
    assert not participant.messages.filter(subject="Something we found out").exists()
