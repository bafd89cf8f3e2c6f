import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from projects.models import Project
from tests import factories


@pytest.fixture
def where(db):
    organisation, lead = factories.make_organisation(), factories.make_user("Nadia New")
    return {"organisation": organisation.name, "lead": lead.email}


@pytest.fixture
def file(project, tmp_path):
    file = tmp_path / "project.zip"
    call_command("export_project", project.pk, file)
    return file


def test_out_and_in_again_and_the_same_once_more(file, where, project, capsys):
    call_command("import_project", file, **where)
    call_command("import_project", file, **where)

    said = capsys.readouterr().out.splitlines()
    new = Project.objects.get(organisation__name=where["organisation"])
    assert said[-2:] == [
        f"Brought in “{project.title}”, as project {new.pk}.",
        f"It is here already, as “{project.title}”. Nothing was changed.",
    ]
    assert [member.user.email for member in new.memberships.all()] == [where["lead"]]


def test_what_was_public_there_is_not_public_here_until_a_lead_says_so(
    where, project, lead, tmp_path, capsys, client, signed_in
):
    project.publish(by=lead)
    call_command("export_project", project.pk, tmp_path / "out.zip")
    call_command("import_project", tmp_path / "out.zip", **where)

    new = Project.objects.get(organisation__name=where["organisation"])
    page = f"/projects/{new.pk}/publish/"
    assert capsys.readouterr().out.splitlines()[-1] == (
        f"Its page was public there. Here a lead has to make it public: {page}"
    )
    assert client.get(f"/frontdoor/{new.pk}/").status_code == 404
    here = signed_in(User.objects.get(email=where["lead"]))
    told = "This project came from another place, where anyone could read its page."
    assert told in here.get(page).text

    here.post(page, {"public": "yes"})
    assert client.get(f"/frontdoor/{new.pk}/").status_code == 200
    here.post(page, {"public": "no"})
    assert told not in here.get(page).text


def test_what_was_taken_down_there_or_closed(where, project, lead, tmp_path, capsys, signed_in):
    project.publish(by=lead)
    project.take_down(by=lead)
    call_command("export_project", project.pk, tmp_path / "down.zip")
    call_command("import_project", tmp_path / "down.zip", **where)
    assert "public" not in capsys.readouterr().out

    project.publish(by=lead)
    project.turn("complete", by=lead, because="It is done.")
    call_command("export_project", project.pk, tmp_path / "closed.zip")
    call_command("import_project", tmp_path / "closed.zip", **where)
    new = Project.objects.latest("pk")
    page = signed_in(User.objects.get(email=where["lead"])).get(f"/projects/{new.pk}/publish/")
    assert "It is closed. To make its page public, reopen it first." in page.text


def test_nobody_else_on_the_machine_can_read_the_file(file):
    assert file.stat().st_mode & 0o077 == 0
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_what_is_not_there_is_said_in_words(file, where, project, tmp_path):
    for arguments, words in [
        (("export_project", 0, file), "There is no project 0 here."),
        (("export_project", project.pk, tmp_path / "no" / "file"), "No such file"),
        (("import_project", tmp_path / "no", where), "No such file"),
        (("import_project", file, where | {"lead": "x@x.example"}), "Nobody here has the address"),
        (("import_project", file, where | {"organisation": "X"}), "There is no organisation"),
    ]:
        name, first, last = arguments
        with pytest.raises(CommandError, match=words):
            if name == "import_project":
                call_command(name, first, **last)
            else:
                call_command(name, first, last)


def test_a_file_of_another_kind_is_refused_in_words(where, tmp_path):
    other = tmp_path / "letter.pdf"
    other.write_bytes(b"%PDF-1.7")
    with pytest.raises(CommandError) as refused:
        call_command("import_project", other, **where)

    assert str(refused.value).splitlines() == [
        "letter.pdf was not brought in. There is 1 problem:",
        "  This is not a file that was taken out of Collab.",
    ]


def test_an_account_that_was_switched_off_leads_nothing(file, where):
    gone = factories.make_user(is_active=False)
    with pytest.raises(CommandError):
        call_command("import_project", file, **where | {"lead": gone.email})
