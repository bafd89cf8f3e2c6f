from tests.factories import make_update


def test_a_draft_reads_as_people_will_read_it(signed_in, lead, participant, project):
    update = make_update(
        project, "Later", is_sent=False, kind="unknown", promised_on="2999-05-03",
        what_next="We ask.", have_a_say="Ring us.", easy="Not yet.", audience="public",
    )  # fmt: skip
    page = signed_in(lead).get(update.get_absolute_url()).text

    assert "This is a draft." in page
    assert "We do not know yet. We will say on 3 May 2999." in page
    assert "These easy words are a draft. Nobody has tested them yet." in page
    assert "the team alone reads it" in page, "its page is not public"
    assert "Send it now" in page
    assert signed_in(participant).get(update.get_absolute_url()).status_code == 404


def test_whoever_reads_easy_words_reads_them_and_that_they_are_a_draft(
    signed_in, participant, project
):
    update = make_update(project, text="The plain words.", easy="Easy words.")
    tested = make_update(project, text="Plain.", easy="Easy words.", easy_tested=True)
    participant.wording = "easy"
    participant.save()
    page = signed_in(participant).get(update.get_absolute_url()).text

    assert "Easy words." in page
    assert "The plain words." not in page
    assert "These easy words are a draft." in page
    assert "are a draft" not in signed_in(participant).get(tested.get_absolute_url()).text


def test_sent_words_have_their_correction_beside_them(signed_in, observer, lead, project):
    update = make_update(project, text="On Monday.")
    update.correct(by=lead, text="On Tuesday.", because="We read the wrong line.")
    page = signed_in(observer).get(update.get_absolute_url()).text

    for said in ("On Monday.", "On Tuesday.", "Why: We read the wrong line.", "Corrected on"):
        assert said in page
    assert "Something in it is not right" not in page


def test_nobody_else_sees_it(signed_in, outsider, other_lead, project):
    update = make_update(project)

    assert signed_in(outsider).get(update.get_absolute_url()).status_code == 404
    assert signed_in(other_lead).get(update.get_absolute_url()).status_code == 404
