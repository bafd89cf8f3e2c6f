from tests.reading import Page


def test_what_goes_on_first_then_what_is_over(signed_in, observer, lead, url, try_out):
    over, going = try_out("Seats in a ring"), try_out("Radio off")
    over.choose("stop", by=lead, next_step="People fell.")
    text = signed_in(observer).get(url + "trials/").text

    assert text.index("Going on") < text.index("Radio off") < text.index("Kept or stopped")
    assert text.index("Kept or stopped") < text.index("Seats in a ring")
    said = Page(signed_in(observer).get(url + "trials/"))
    assert "We are trying it Try 1" in said.text(f"test-{going.pk}")


def test_empty_it_says_how_to_begin(signed_in, participant, url):
    said = signed_in(participant).get(url + "trials/").text

    assert "Nothing has been tried yet" in said
    assert "what is the smallest thing we could try next week?" in said


def test_one_row_or_three_ask_as_much(signed_in, lead, url, try_out, decision, queries):
    client = signed_in(lead)
    try_out("One", decision=decision)
    one = queries(client, url + "trials/")
    for number in range(2):
        try_out(f"More {number}", decision=decision)
    assert queries(client, url + "trials/") == one
