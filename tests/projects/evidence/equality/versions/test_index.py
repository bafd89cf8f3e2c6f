def test_the_newest_stands_first(signed_in, observer, row, keep, url):
    keep()
    keep("deciding")
    page = signed_in(observer).get(url + "versions/").text

    assert page.index("Version 2") < page.index("Version 1")


def test_none_yet_is_said(signed_in, lead, url):
    assert "No version is kept yet." in signed_in(lead).get(url + "versions/").text


def test_twenty_five_are_on_a_page(signed_in, lead, row, keep, url):
    for number in range(27):
        keep(note=str(number))
    first, second = (signed_in(lead).get(url + "versions/" + q).text for q in ("", "?page=2"))

    assert ("Version 3<" in first, "Version 2<" in first) == (True, False)
    assert ("Version 3<" in second, "Version 2<" in second) == (False, True)


def test_one_and_three_ask_as_often(signed_in, lead, row, keep, url, queries):
    keep()
    with_one = queries(signed_in(lead), url + "versions/")
    keep("deciding")
    keep("after")
    assert queries(signed_in(lead), url + "versions/") == with_one


def test_outsiders_find_nothing(signed_in, outsider, url):
    assert signed_in(outsider).get(url + "versions/").status_code == 404
