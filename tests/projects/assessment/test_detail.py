import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string

from projects.assessment.in_summary import assessment_of, result_of
from projects.assessment.models import Assessment
from projects.models import Hand
from tests.factories import make_assessment, make_project
from tests.reading import Page


@pytest.fixture
def url(concluded):
    return concluded.get_absolute_url()


@pytest.mark.parametrize("who", ["lead", "participant", "observer", "involvement"])
def test_what_was_decided_and_why(request, signed_in, concluded, url, who):
    text = signed_in(request.getfixturevalue(who)).get(url).text

    for words in ("Part of this is done together: “Opening hours”.", "There is time for it.",
                  "– Opening hours: We design it together", "Decided by: The team",
                  "What we offer instead: We ask for views."):  # fmt: skip
        assert words in text, words


NOT_YET = "No service user and no carer has said yet if they agree."
AGREE = "Those with lived experience who have spoken agree."
DIFFER = "Those with lived experience who have spoken see it differently."
BOTH = "Some with lived experience agree, and some see it differently."


def test_whether_people_with_lived_experience_agree_is_said_in_words(
    signed_in, lead, participant, carer, staff, concluded, url
):
    client = signed_in(lead)

    def said():
        found = Page(client.get(url)).text("voices")
        return [words for words in (NOT_YET, AGREE, DIFFER, BOTH) if words in found]

    assert said() == [NOT_YET]
    concluded.agree(by=staff)
    assert said() == [NOT_YET]
    concluded.agree(by=participant, note="At last.")
    assert said() == [AGREE]
    concluded.see_differently(by=carer, note="Too little.")
    assert said() == [BOTH]
    concluded.take_back(by=participant)
    assert said() == [DIFFER]
    voices = Page(client.get(url)).text("voices")
    assert "Cleo Carer sees it differently: Too little." in voices
    assert "Stan Staff agrees." in voices


def test_who_says_no_on_the_page_of_decisions_is_not_among_those_who_agree(
    signed_in, participant, concluded, url
):
    concluded.agree(by=participant)
    concluded.decision.see_differently(by=participant, note="Now I see it.")
    voices = Page(signed_in(participant).get(url)).text("voices")

    assert "Ben Participant agrees" not in voices
    assert DIFFER in voices


def test_a_group_of_carers_counts_as_lived_experience(signed_in, lead, project, concluded, url):
    hand = Hand.record_group(project, by=lead, group="Carers", people=12, perspective="carer")
    with hand.writing():
        concluded.agree(by=lead)

    assert AGREE in Page(signed_in(lead).get(url)).text("voices")


def test_an_honest_ending_is_offered_and_not_forced(signed_in, lead, participant, project):
    assessment = make_assessment(project, by=lead, outcome="none", alternative="Views.")
    url = assessment.get_absolute_url()
    ending = f"/projects/{project.pk}/status/"

    assert "This could not be done together." in signed_in(lead).get(url).text
    assert ending in signed_in(lead).get(url).text
    assert ending not in signed_in(participant).get(url).text
    project.refresh_from_db()
    assert project.is_active


def test_an_earlier_choice_points_to_the_one_that_counts(
    signed_in, lead, participant, project, concluded, url
):
    newer = make_assessment(project, by=lead, outcome="all")
    text = signed_in(participant).get(url).text

    assert "What counts now: All of this is done together." in text
    assert newer.get_absolute_url() in text
    assert f"{url}agree/" not in text


def test_one_that_goes_on_leads_to_its_questions(signed_in, lead, project, going_on):
    response = signed_in(lead).get(f"/projects/{project.pk}/assessment/{going_on.pk}/")

    assert response.url == f"/projects/{project.pk}/assessment/"


def test_one_voice_and_three_voices_cost_the_same(
    signed_in, lead, participant, carer, staff, concluded, url, queries
):
    client = signed_in(lead)
    concluded.agree(by=participant)
    concluded.see_differently(by=carer, note="Too little.")
    one = queries(client, url)
    concluded.agree(by=staff)
    concluded.agree(by=lead)

    assert queries(client, url) == one


def test_not_for_others_and_not_inside_another_project(
    signed_in, lead, outsider, organisation, concluded, url
):
    other = make_project(organisation, by=lead)
    elsewhere = url.replace(f"/projects/{concluded.project_id}/", f"/projects/{other.pk}/")

    assert signed_in(outsider).get(url).status_code == 404
    assert signed_in(lead).get(elsewhere).status_code == 404


def test_the_result_and_what_the_summary_says(
    lead, participant, project, concluded, django_assert_num_queries
):
    concluded.see_differently(by=participant, note="Too little.")
    make_assessment(project, by=lead, outcome="all").agree(by=participant)

    with django_assert_num_queries(2):
        assert result_of(project).sentence == "All of this is done together."
    found = assessment_of(project)
    assert found["lived"] == AGREE
    assert [one.sentence for one in found["earlier"]] == [
        "Part of this is done together: “Opening hours”."
    ]


def test_the_result_as_a_sentence_for_the_head_of_the_project_s_page(project, concluded):
    def drawn():
        text = render_to_string(
            "projects/assessment/_result.html", {"assessment": result_of(project)}
        )
        return Page(HttpResponse(text)).texts.get("together", "")

    assert "Part of this is done together: “Opening hours”." in " ".join(drawn().split())
    project.assessments.all().delete()
    assert drawn() == ""


def test_before_anything_is_decided_there_is_no_result(project, going_on):
    assert result_of(project) is None
    assert assessment_of(project) == {}
    assert Assessment.objects.visible_to(project.started_by).count() == 1
