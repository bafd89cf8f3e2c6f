import pytest

from accounts.models import PrivateRead


def test_looking_is_written_down(signed_in, administrator, participant, at):
    participant.change(phone="0115 496 0000", post_to="1 River Road\nTown")
    page = signed_in(administrator).get(at("contact/")).text

    assert "0115 496 0000" in page
    assert "1 River Road\nTown" in page
    read = PrivateRead.objects.get()
    assert (read.reader, read.of, read.what) == (
        administrator,
        participant,
        "phone and postal address",
    )


def test_an_address_typed_into_a_list_shows_nothing(
    signed_in, administrator, superuser, organisation, in_both, at
):
    organisation.staff.add(in_both)
    client = signed_in(administrator)

    assert client.get(at("contact/")).status_code == 404
    assert at("contact/") not in client.get(at()).text
    assert PrivateRead.objects.count() == 0
    assert signed_in(superuser).get(at("contact/")).status_code == 200
    assert at("contact/") in signed_in(superuser).get(at()).text


@pytest.mark.parametrize("who", ["other_administrator", "involvement", "lead"])
def test_others_see_nothing_and_nothing_is_written(request, signed_in, who, at):
    assert signed_in(request.getfixturevalue(who)).get(at("contact/")).status_code == 404
    assert PrivateRead.objects.count() == 0
