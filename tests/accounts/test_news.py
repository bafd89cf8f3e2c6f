import re

import pytest

from tests.factories import make_user

URL = "/accounts/news/"


def chosen(person):
    person.refresh_from_db()
    return person.way, person.how_often, person.phone, person.post_to


def test_by_e_mail_once_a_week_until_they_choose(signed_in, participant):
    assert chosen(participant) == ("email", "weekly", "", "")
    page = signed_in(participant).get(URL).text
    assert len(re.findall(r"<input[^>]* checked", page)) == 2
    assert "What always comes" in page


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"way": "email", "how_often": "at_once"}, ("email", "at_once", "", "")),
        ({"way": "none", "how_often": "weekly"}, ("none", "weekly", "", "")),
        ({"way": "post", "how_often": "weekly"}, ("post", "weekly", "", "")),
        (
            {"way": "post", "how_often": "weekly", "post_to": "1 Lane\nTown"},
            ("post", "weekly", "", "1 Lane\nTown"),
        ),
        (
            {"way": "phone", "how_often": "weekly", "phone": "01632 960123"},
            ("phone", "weekly", "01632 960123", ""),
        ),
    ],
)
def test_a_person_chooses_the_way_and_how_often(signed_in, participant, typed, expected):
    assert signed_in(participant).post(URL, typed).url == URL
    assert chosen(participant) == expected


@pytest.mark.parametrize("phone", ["", "call me", "123"])
def test_by_phone_needs_a_number(signed_in, participant, phone):
    typed = {"way": "phone", "how_often": "weekly", "phone": phone}
    page = signed_in(participant).post(URL, typed).text

    assert "Write the whole phone number, or choose another way." in page
    assert chosen(participant)[0] == "email"


def test_who_has_no_e_mail_is_not_offered_it(signed_in, db):
    joan = make_user("Joan", email=None)
    page = signed_in(joan).get(URL).text
    assert ("By e-mail" in page, "By post" in page) == (False, True)
    typed = {"way": "email", "how_often": "weekly"}
    assert "Choose one of these." in signed_in(joan).post(URL, typed).text


def test_nobody_is_sent_to_sign_in(client, db):
    assert client.get(URL).url == f"/accounts/login/?next={URL}"
