import pytest

from accounts.models import Organisation
from administration.models import Act
from administration.organisation.colour import contrast_with_white


def fields(**changed):
    return {
        "name": "Riverside Health",
        "colour": "#00505c",
        "contact_name": "",
        "contact_email": "",
        "contact_phone": "",
        "contact_address": "",
        "crisis_help": "",
    } | changed


def test_name_colour_and_contacts_are_changed_and_it_is_written_down(
    signed_in, administrator, organisation, at
):
    data = fields(name="Riverside", colour="#4B3A7A", crisis_help="Phone 111.")
    response = signed_in(administrator).post(at("change/"), data)

    organisation.refresh_from_db()
    assert response.url == at()
    assert (organisation.name, organisation.colour) == ("Riverside", "#4b3a7a")
    assert organisation.crisis_help == "Phone 111."
    act = Act.objects.get()
    assert (act.by, act.organisation) == (administrator, organisation)
    assert act.what == "changed what stands about the organisation"
    assert act.note == "name, colour, help if you are upset"


def test_the_same_again_changes_nothing_and_records_nothing(signed_in, administrator, at):
    signed_in(administrator).post(at("change/"), fields())

    assert Act.objects.count() == 0


@pytest.mark.parametrize(
    ("colour", "contrast"),
    [("#ffffff", 1.0), ("#000000", 21.0), ("#0000ff", 8.6), ("#767676", 4.5)],
)
def test_the_contrast_with_white_is_that_of_the_guidelines(colour, contrast):
    assert round(contrast_with_white(colour), 1) == contrast


def test_a_colour_that_is_too_light_is_refused_in_plain_words(
    signed_in, administrator, organisation, at
):
    page = signed_in(administrator).post(at("change/"), fields(colour="#777777"))

    organisation.refresh_from_db()
    assert page.status_code == 200
    assert "White words cannot be read well on this colour. Choose a darker one." in page.text
    assert organisation.colour == "#00505c"


def test_one_that_is_just_dark_enough_is_taken(signed_in, administrator, organisation, at):
    signed_in(administrator).post(at("change/"), fields(colour="#767676"))

    organisation.refresh_from_db()
    assert organisation.colour == "#767676"


def test_what_is_no_colour_is_refused(signed_in, administrator, at):
    page = signed_in(administrator).post(at("change/"), fields(colour="red;}b{"))

    assert "Write the colour as #rrggbb." in page.text


def test_two_organisations_have_two_names(signed_in, administrator, elsewhere, at):
    page = signed_in(administrator).post(at("change/"), fields(name="Hilltop Health"))

    assert "There is an organisation with this name already." in page.text
    assert Organisation.objects.filter(name="Hilltop Health").count() == 1


@pytest.mark.parametrize("who", ["other_administrator", "involvement", "lead"])
def test_others_change_nothing(request, signed_in, who, organisation, at):
    response = signed_in(request.getfixturevalue(who)).post(at("change/"), fields(name="Mine"))

    organisation.refresh_from_db()
    assert (response.status_code, organisation.name) == (404, "Riverside Health")
