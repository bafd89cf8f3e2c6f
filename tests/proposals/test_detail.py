import pytest


def test_the_involvement_team_reads_it_and_has_three_answers(signed_in, involvement, url):
    page = signed_in(involvement).get(url).text

    for said in ("The ward is loud at night.", "Soft shoes for everyone.", "Patients.",
                 "The board wants quiet nights.", "A survey said so.", "Began with: A person",
                 "Make it a project", "Give it to a project", "Say no, and why"):  # fmt: skip
        assert said in page, said
    for private in ("Joan", "joan@collab.example", "01632 960001"):
        assert private not in page


@pytest.mark.parametrize(
    "who",
    ["lead", "participant", "observer", "administrator", "outsider", "other_involvement"],
)
def test_it_is_not_there_for_anyone_else(request, signed_in, project, url, who):
    client = signed_in(request.getfixturevalue(who))
    for page in ("", "contact/", "accept/", "join/", "refuse/"):
        assert client.get(url + page).status_code == 404
        assert client.post(url + page, {"because": "No."}).status_code == 404


def test_once_answered_it_says_by_whom_and_offers_no_other_answer(
    signed_in, involvement, proposal, url
):
    proposal.refuse(by=involvement, because="The shoes are slippery.")
    page = signed_in(involvement).get(url).text

    assert "Answered by Iris Involvement" in page
    assert "The shoes are slippery." in page
    assert "Make it a project" not in page


def test_a_number_that_no_row_has_is_not_found(signed_in, involvement):
    assert signed_in(involvement).get(f"/proposals/{2**63}/").status_code == 404
