def test_it_leads_to_how_things_are_now(signed_in, observer, outsider, url):
    assert signed_in(observer).get(url).url == url + "baseline/"
    assert signed_in(outsider).get(url).status_code == 404
