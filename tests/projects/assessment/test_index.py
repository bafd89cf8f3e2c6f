import pytest

from tests.factories import make_assessment
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/assessment/"


@pytest.mark.parametrize(
    ("who", "begin", "may"),
    [
        ("lead", "Begin to ask", True),
        ("participant", "A project lead can begin.", False),
        ("observer", "A project lead can begin.", False),
        ("involvement", "A project lead can begin.", False),
    ],
)
def test_before_anyone_is_asked_it_says_what_belongs_here(request, signed_in, url, who, begin, may):
    response = signed_in(request.getfixturevalue(who)).get(url)

    assert "It is kinder to say so than to pretend." in response.text
    assert begin in response.text
    assert (f"{url}begin/" in Page(response).actions) == may


def test_the_questions_with_who_has_said_something(signed_in, participant, carer, going_on, url):
    first, second, *_rest = going_on.questions.all()
    first.say(by=participant, note="We have the time.")
    second.say(by=carer, note="There is no money.")
    page = Page(signed_in(participant).get(url))

    assert page.text(f"question-{first.pk}").endswith("You have said something")
    assert page.text(f"question-{second.pk}").endswith("Others have said something")
    assert page.text(f"question-{second.pk + 1}") == "Decision Time, item 3"
    assert f'href="{url}question/2/" draggable' in signed_in(participant).get(url).text


def test_someone_who_may_only_look_reads_the_questions(signed_in, observer, going_on, url):
    text = signed_in(observer).get(url).text

    assert "Decision Time, item 1" in text
    assert (f"{url}question/1/" in text, f"{url}{going_on.pk}/said/" in text) == (False, True)


def test_what_was_decided_newest_first(signed_in, lead, project, concluded, url):
    make_assessment(project, by=lead, outcome="all")
    response = signed_in(lead).get(url)

    made = [id_ for id_ in Page(response).texts if id_.startswith("assessment-")]
    assert [Page(response).text(id_).split(" together")[0] for id_ in made] == [
        "All of this is done",
        "Part of this is done",
    ]
    assert "Ask again" in response.text


def test_one_choice_and_three_choices_cost_the_same(
    signed_in, lead, project, concluded, url, queries
):
    client = signed_in(lead)
    one = queries(client, url)
    for _number in range(2):
        shared = project.part_versions.standing()
        make_assessment(project, by=lead, outcome="part", parts=shared, alternative="Views.")

    assert queries(client, url) == one


def test_twenty_five_on_a_page(signed_in, lead, project, url):
    for number in range(27):
        make_assessment(project, by=lead, outcome="none", alternative=f"Number {number};")
    first, second = signed_in(lead).get(url).text, signed_in(lead).get(f"{url}?page=2").text

    assert ("Number 26;" in first, "Number 1;" in first) == (True, False)
    assert "Number 1;" in second


def test_a_closed_project_asks_nobody(signed_in, lead, project, going_on, url):
    project.turn("complete", by=lead, because="Done")
    text = signed_in(lead).get(url).text

    assert ("question/1/" in text, "result/" in text) == (False, False)


def test_others_do_not_find_it(signed_in, outsider, other_lead, client, url):
    assert signed_in(outsider).get(url).status_code == 404
    assert signed_in(other_lead).get(url).status_code == 404
    assert client.get(url).status_code == 302
