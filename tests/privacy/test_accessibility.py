def test_it_says_what_was_not_tested_and_whom_to_ask(client, organisation):
    text = client.get("/privacy/accessibility/").text

    assert "So we do not say that it meets all of WCAG 2.2 level AA." in text
    assert "Equality Advisory and Support Service (EASS)" in text
    assert '<a href="https://www.equalityadvisoryservice.com/">' in text
