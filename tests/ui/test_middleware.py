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
