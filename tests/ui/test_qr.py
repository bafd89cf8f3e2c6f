from ui.qr import QUIET, qr_of


def test_the_picture_has_a_quiet_edge_and_the_three_corners_that_cameras_look_for():
    qr = qr_of("https://collab.example/join/invitation/K7QP4M2X9TRD/")
    end = qr["size"] - QUIET - 1

    assert f"M{QUIET} {QUIET}h1v1h-1z" in qr["path"]
    assert f"M{end} {QUIET}h1v1h-1z" in qr["path"]
    assert f"M{QUIET} {end}h1v1h-1z" in qr["path"]
    assert f"M{QUIET - 1} " not in qr["path"]


def test_another_address_is_another_picture():
    assert qr_of("https://collab.example/a/")["path"] != qr_of("https://collab.example/b/")["path"]
