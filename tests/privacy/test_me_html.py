import re


def test_it_is_one_file_that_asks_for_nothing(signed_in, marigold):
    response = signed_in(marigold).get("/privacy/me.html")

    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "7 Marker Lane" in response.text
    assert re.findall(r"(?:src|href)=", response.text) == []
    assert "<script" not in response.text


def test_its_name_says_nothing_of_the_person(signed_in, marigold):
    header = signed_in(marigold).get("/privacy/me.html").headers["Content-Disposition"]

    assert header == 'attachment; filename="what-we-know-about-you.html"'


def test_it_runs_nothing_that_people_wrote(signed_in, participant, item):
    item.answer("partly", by=participant, note="<script>harm()</script>")
    text = signed_in(participant).get("/privacy/me.html").text

    assert "&lt;script&gt;harm()" in text
    assert "<script>harm" not in text


def test_nobody_gets_it_without_signing_in(client, db):
    assert client.get("/privacy/me.html").status_code == 302
