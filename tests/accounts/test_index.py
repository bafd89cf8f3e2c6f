from tests.factories import make_member, make_user
from tests.hands import paper_hands_of


def test_a_person_sees_who_they_are_here_and_changes_each(signed_in, participant):
    page = signed_in(participant).get("/accounts/").text

    assert "Ben Participant" in page
    assert participant.email in page
    assert "By e-mail. Once a week, everything together" in page
    for address in ("name/", "email/", "news/", "display/?next=/accounts/"):
        assert f'href="/accounts/{address}"' in page


def test_a_session_from_a_code_on_paper_sees_only_the_name_and_the_look(lead, project):
    joan = make_member(project, user=make_user("Joan", email=None, phone="01632 960123"))
    client = paper_hands_of(joan, by=lead)
    page = client.get("/accounts/").text

    assert ("Joan" in page, "/accounts/news/" in page, "960123" in page) == (True, False, False)
    for address in ("name/", "news/", "email/", "email/code/"):
        assert client.get(f"/accounts/{address}").status_code == 404


def test_nobody_is_sent_to_sign_in(client, db):
    assert client.get("/accounts/").url == "/accounts/login/?next=/accounts/"
