from tests.factories import make_update


def test_each_public_update_has_a_page_that_names_nobody(client, lead, project):
    project.publish(by=lead)
    update = make_update(project, "The clinic stays", text="We are glad.", audience="public")
    update.correct(by=lead, text="Until June.", because="A slip.")
    page = client.get(f"/frontdoor/{project.pk}/updates/{update.pk}/").text

    for words in ("The clinic stays", "We are glad.", "Until June.", "Why: A slip."):
        assert words in page
    assert lead.name not in page


def test_whatever_is_not_for_anyone_is_not_there(client, signed_in, lead, project):
    project.publish(by=lead)
    hidden = [make_update(project), make_update(project, audience="followers"),
              make_update(project, audience="public", is_sent=False)]  # fmt: skip
    urls = [f"/frontdoor/{project.pk}/updates/{one.pk}/" for one in hidden]

    assert [client.get(url).status_code for url in urls] == [404] * 3
    assert [signed_in(lead).get(url).status_code for url in urls] == [404] * 3
    assert client.get(f"/frontdoor/{project.pk}/updates/{2**63}/").status_code == 404
