import re

URL = "/proposals/thanks/"
TYPED = {"problem": "It is loud.", "idea": "Quiet.", "origin": "person", "mark": "a mark"}
CODE = re.compile(r"\b[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}\b")


def test_the_code_stands_there_until_it_is_written_down(client, organisation):
    client.post("/proposals/new/", TYPED)
    assert CODE.search(client.get(URL).text)

    page = client.post(URL, follow=True).text
    assert not CODE.search(page)
    assert "the code that you wrote down" in page
    assert not CODE.search(client.post("/proposals/new/", TYPED, follow=True).text)


def test_whoever_proposed_nothing_is_shown_where_to(client, organisation):
    assert client.get(URL).url == "/proposals/new/"


def test_no_copy_is_kept(client, organisation):
    client.post("/proposals/new/", TYPED)
    assert client.get(URL).headers["Cache-Control"] == "private, no-store"
