def test_left_out_nobody_new_can_choose_it_and_who_told_it_keeps_it(
    signed_in, administrator, participant, kind, need
):
    before = "?kind=large-print" in signed_in(participant).get("/needs/new/").text
    signed_in(administrator).post(f"/needs/kinds/{kind.pk}/leave-out/")

    need.refresh_from_db()
    assert (before, "?kind=large-print" in signed_in(participant).get("/needs/new/").text) == (
        True,
        False,
    )
    assert need.kind == kind


def test_only_administrators_leave_out(signed_in, involvement, kind):
    response = signed_in(involvement).post(f"/needs/kinds/{kind.pk}/leave-out/")

    kind.refresh_from_db()
    assert (response.status_code, kind.left_out) == (404, False)
