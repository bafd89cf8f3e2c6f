import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from projects.files.naming import LONGEST
from tests import factories
from tests.projects.files import making
from tests.reading import Page


@pytest.fixture
def url(source):
    return f"/projects/{source.project_id}/evidence/{source.pk}/add-file/"


def test_a_participant_adds_a_file(signed_in, participant, source, url, chosen, kept_names):
    typed = {"file": chosen("Notes of May.docx", making.office()), "alternative": "What they said."}
    response = signed_in(participant).post(url, typed)

    file = source.files.get()
    assert response.url == source.get_absolute_url()
    assert (file.name, file.kind, file.added_by) == ("Notes of May.docx", "docx", participant)
    assert kept_names() == {file.stored}
    line = source.project.activity.first()
    assert (line.what, line.subject) == ("added a file to", "What visitors told us")


def test_what_came_in_goes_out_as_it_was(signed_in, participant, source, url, chosen):
    client = signed_in(participant)
    for name, content in making.GOOD.items():
        client.post(url, {"file": chosen(name, content, "text/html"), "alternative": "In words."})

    files = {file.name: file for file in source.files.all()}
    assert set(files) == set(making.GOOD)
    for name, content in making.GOOD.items():
        response = client.get(files[name].get_absolute_url())
        assert response.getvalue() == content, name
        assert response.headers["Content-Type"] == files[name].type


@pytest.mark.parametrize(
    ("who", "status"), [("observer", 403), ("involvement", 403), ("outsider", 404)]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_may_not(request, signed_in, source, url, chosen, kept_names, who, status, method):
    typed = {"file": chosen("a.pdf", making.pdf())}
    response = getattr(signed_in(request.getfixturevalue(who)), method)(url, typed)

    assert response.status_code == status
    assert not source.files.exists()
    assert kept_names() == set()


def test_without_a_file_it_asks_for_one(signed_in, participant, url):
    page = Page(signed_in(participant).post(url, {"alternative": "What they said."}))

    assert page.text("id_file-error") == "Error: Choose a file."
    assert page.values["alternative"] == "What they said."


def test_a_program_is_refused_and_the_words_stay(signed_in, participant, source, url, chosen):
    typed = {"file": chosen("a.pdf", making.exe()), "alternative": "What they said."}
    page = Page(signed_in(participant).post(url, typed))

    assert "This is a program, whatever it is called." in page.text("id_file-error")
    assert page.values["alternative"] == "What they said."
    assert not source.files.exists()


def test_sent_twice_it_is_there_once(signed_in, participant, source, url, chosen, kept_names):
    client = signed_in(participant)
    for _time in range(2):
        client.post(url, {"file": chosen("a.pdf", making.pdf())})

    assert source.files.count() == 1
    assert len(kept_names()) == 1
    assert source.project.activity.filter(what="added a file to").count() == 1


def test_a_source_that_is_gone_takes_no_file(signed_in, lead, source, url, chosen, kept_names):
    source.take_away(by=lead)
    response = signed_in(lead).post(url, {"file": chosen("a.pdf", making.pdf())})

    assert response.status_code == 404
    assert kept_names() == set()


def test_one_of_another_project_is_not_found(signed_in, lead, source, chosen):
    other = factories.make_project(source.project.organisation, by=lead)
    elsewhere = f"/projects/{other.pk}/evidence/{source.pk}/add-file/"

    assert signed_in(lead).post(elsewhere, {"file": chosen("a.pdf", b"x")}).status_code == 404


NAMES = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("./\\:\"'<>;=%\u202e")), max_size=60
)


@settings(max_examples=30, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(NAMES)
def test_whatever_a_file_is_called_it_comes_back(signed_in, participant, source, url, chosen, name):
    content = f"About {name!r}".encode()
    client = signed_in(participant)
    response = client.post(url, {"file": chosen(f"x{name}.txt", content)})

    if response.status_code == 302:
        file = source.files.latest("pk")
        assert 4 < len(file.name) <= LONGEST
        given_out = client.get(file.get_absolute_url())
        assert given_out.getvalue() == content
        assert "\n" not in given_out.headers["Content-Disposition"]
        assert client.get(source.get_absolute_url()).status_code == 200
    else:
        assert Page(response).text("id_file-error") != ""
