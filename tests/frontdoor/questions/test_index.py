from tests.factories import make_asked


def test_what_was_answered_for_anyone_without_who_asked(client, lead, participant, project, url):
    public = make_asked(project, "When does it begin?", by=participant)
    public.say(by=lead, text="In May.", answered_as="The ward manager", sharing="public")
    make_asked(project, "For the team?").say(by=lead, text="Yes.")
    make_asked(project, "Not answered?")
    page = client.get(url).text

    for words in ("When does it begin?", "In May.", "The ward manager"):
        assert words in page
    for hidden in ("For the team?", "Not answered?", participant.name, lead.name):
        assert hidden not in page
    assert "When does it begin?" in client.get(f"/frontdoor/{project.pk}/").text


def test_three_rows_cost_no_more_than_one(client, lead, project, url, queries):
    def fill():
        make_asked(project).say(by=lead, text="Yes.", sharing="public")

    fill()
    one = queries(client, url)
    fill()
    fill()
    assert queries(client, url) == one


def test_what_is_not_published_is_not_there(client, lead, project, url):
    project.take_down(by=lead)

    assert client.get(url).status_code == 404
