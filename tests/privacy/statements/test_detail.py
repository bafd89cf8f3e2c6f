from privacy.models import Statement


def test_anyone_reads_an_earlier_version_and_sees_that_it_is_one(
    client, organisation, administrator
):
    old = Statement.publish(organisation, "privacy", by=administrator, text="# Old\n\nOld words.")
    Statement.publish(organisation, "privacy", by=administrator, text="New words.")
    text = client.get(f"/privacy/statements/{old.pk}/").text

    assert "<h1>Privacy, version 1</h1>" in text
    assert "An earlier version." in text
    assert "Old words." in text
    assert "New words." not in text


def test_the_latest_is_not_called_an_earlier_one(client, organisation, administrator):
    now = Statement.publish(organisation, "privacy", by=administrator, text="Words.")

    assert "This version holds since" in client.get(f"/privacy/statements/{now.pk}/").text


def test_one_that_is_not_there_is_a_404(client, db):
    assert client.get("/privacy/statements/7/").status_code == 404


def test_words_are_never_code(client, organisation, administrator):
    harm = '# <script>harm()</script>\n\n- [<b>]\n\nhttps://x.example/"onload=harm() a@b.example'
    one = Statement.publish(organisation, "privacy", by=administrator, text=harm)
    text = client.get(f"/privacy/statements/{one.pk}/").text

    assert "<script>harm" not in text
    assert "<b>" not in text
    assert 'href="https://x.example/"' in text
    assert 'href="mailto:a@b.example"' in text
