def test_it_can_be_chosen_again(signed_in, administrator, participant, kind):
    kind.leave_out()
    signed_in(administrator).post(f"/needs/kinds/{kind.pk}/bring-back/")

    assert "?kind=large-print" in signed_in(participant).get("/needs/new/").text


def test_only_administrators_bring_back(signed_in, involvement, kind):
    kind.leave_out()
    response = signed_in(involvement).post(f"/needs/kinds/{kind.pk}/bring-back/")

    kind.refresh_from_db()
    assert (response.status_code, kind.left_out) == (404, True)
