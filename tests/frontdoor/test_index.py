from tests.factories import make_organisation, make_project


def test_a_stranger_learns_what_this_is(client, organisation):
    page = client.get("/").text

    assert "Change health services together" in page
    assert "Riverside Health" in page
    assert "Sign in" in page
    for address in ("/join/", "/frontdoor/", "/proposals/new/"):
        assert f'<a href="{address}">' in page


def test_before_any_organisation_is_here(client, db):
    assert client.get("/").status_code == 200


def test_a_member_goes_on_to_their_projects(signed_in, participant):
    assert "Go to my projects" in signed_in(participant).get("/").text


def test_the_newest_public_projects_stand_there_and_the_others_do_not(
    client, lead, project, organisation
):
    for number in range(4):
        made = make_project(organisation, f"Change {number}.", by=lead)
        made.publish(by=lead)
    ended = make_project(organisation, "It is over", by=lead)
    ended.publish(by=lead)
    ended.turn("complete", by=lead, because="Done.")
    page = client.get("/").text

    assert "What is changing now" in page
    assert [f"Change {number}." in page for number in range(4)] == [False, True, True, True]
    assert project.title not in page
    assert "It is over" not in page


# What is changing: /frontdoor/


def test_before_any_is_public_the_list_says_what_belongs_here(client, project):
    page = client.get("/frontdoor/").text

    assert "No project is public yet" in page
    assert "Propose a big idea" in page
    assert project.title not in page


def test_anyone_finds_a_public_project_by_plain_words(client, lead, project, organisation):
    project.publish(by=lead)
    other = make_project(organisation, "Café on the ward", by=lead, service="Inpatients")
    other.publish(by=lead)
    make_project(organisation, "A hidden café", by=lead)

    assert project.title in client.get("/frontdoor/").text
    page = client.get("/frontdoor/?words=CAFE+inpat").text
    assert ("Café on the ward" in page, project.title in page) == (True, False)
    assert "A hidden café" not in page
    assert "No project has these words." in client.get("/frontdoor/?words=zebra").text
    assert client.get("/frontdoor/?words=%00&page=x").status_code == 200


def test_a_row_says_what_it_began_with_and_names_nobody(client, lead, project):
    project.publish(by=lead)
    page = client.get("/frontdoor/").text

    assert "Began with: A team" in page
    assert lead.name not in page


def test_three_projects_cost_as_many_queries_as_one(client, queries, lead, project, organisation):
    project.publish(by=lead)
    one = queries(client, "/frontdoor/"), queries(client, "/")
    for number in range(2):
        make_project(make_organisation(), f"Change {number}", by=lead).publish(by=lead)

    assert (queries(client, "/frontdoor/"), queries(client, "/")) == one


def test_there_are_pages_of_twenty_five(client, lead, organisation, edition):
    for number in range(26):
        made = make_project(organisation, f"Change {number:02}.", by=lead)
        made.publish(by=lead)

    first, second = (client.get(f"/frontdoor/?page={number}").text for number in (1, 2))
    assert ("Change 24." in first, "Change 25." in first) == (True, False)
    assert ("Change 24." in second, "Change 25." in second) == (False, True)
