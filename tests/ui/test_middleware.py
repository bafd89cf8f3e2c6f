import pytest


def test_what_someone_saw_stays_with_them(signed_in, client, lead, project):
    page = signed_in(lead).get(f"/projects/{project.pk}/team/")
    assert page.headers["Cache-Control"] == "private, no-store"
    assert "no-store" not in client.get("/stages/").headers.get("Cache-Control", "")


def test_signing_out_empties_the_browser_s_cache(signed_in, lead):
    response = signed_in(lead).post("/accounts/logout/")
    assert response.headers["Clear-Site-Data"] == '"cache"'


def test_a_number_that_no_row_has_is_not_found(signed_in, lead, project):
    huge = "9" * 24
    for address in (f"/projects/{huge}/", f"/projects/{project.pk}/decisions/{huge}/"):
        assert signed_in(lead).get(address).status_code == 404


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH"])
def test_other_ways_of_asking_have_no_answer(signed_in, lead, project, method):
    response = signed_in(lead).generic(method, f"/projects/{project.pk}/big-idea/")

    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS, POST"
    assert response.content == b""


@pytest.mark.parametrize("address", ["/", "/stages/", "/projects/1/", "/no/such/page/"])
def test_options_are_told_alike_at_every_address_with_no_content(client, db, address):
    response = client.options(address)

    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS, POST"


def test_an_address_that_only_takes_a_form_shows_a_page_with_a_way_back(
    signed_in, participant, project, item
):
    address = f"/projects/{project.pk}/checklist/{item.pk}/agree/"
    response = signed_in(participant).get(address)

    assert response.status_code == 405
    assert response.headers["Allow"] == "POST"
    assert "<h1>There is no page here</h1>" in response.text
    assert f'<a href="/projects/{project.pk}/">Go to the project</a>' in response.text


def test_outside_projects_the_way_back_is_the_front_page(signed_in, involvement):
    response = signed_in(involvement).post("/portfolio/")

    assert response.status_code == 405
    assert '<a href="/">Go to the front page</a>' in response.text
