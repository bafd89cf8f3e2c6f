from tests.factories import make_project


def test_it_shows_the_check_as_it_was_with_why_stage_and_who(signed_in, lead, observer, row, keep):
    kept = keep("deciding", note="With the carers.")
    row.change(by=lead, harm="They were asked in June.")
    page = signed_in(observer).get(kept.get_absolute_url()).text

    shown = ["Before we decide", "The Big Idea", "Asha Lead", "With the carers.", "Nobody asked"]
    assert [words in page for words in shown] == [True] * 5
    assert "They were asked in June." not in page


def test_a_version_of_another_project_is_not_found(signed_in, lead, row, keep):
    kept, other = keep(), make_project(row.project.organisation, by=lead)
    address = kept.get_absolute_url().replace(f"/{row.project_id}/", f"/{other.pk}/", 1)

    assert signed_in(lead).get(address).status_code == 404
