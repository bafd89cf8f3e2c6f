from tests.reading import Page


def test_the_next_cycle_begins_from_the_last(signed_in, participant, lead, small_test, days):
    small_test.write_down(by=lead, happened="It was off.", saw="Two asked.")
    small_test.choose("change", by=lead, next_step="Tell people first.")
    client, form = signed_in(participant), small_test.get_absolute_url() + "again/"
    response = client.get(form)
    page = Page(response)
    assert "Tell people first." in response.text
    assert (page.values["plan"], page.values["prediction"]) == ("Radio off on Fridays.", "")
    sent = {name: page.values[name] for name in ("plan", "where", "who", "how_long")}
    sent |= {"prediction": "Nobody asks.", **days.typed("look_on", days(7))}
    for _press in range(2):
        response = client.post(form, sent)

    assert response.url == small_test.get_absolute_url()
    small_test.refresh_from_db()
    first, second = small_test.cycles.all()
    assert (second.number, second.where, second.prediction) == (2, "Ward 3", "Nobody asks.")
    assert first.prediction == "Nobody misses it."
    assert (small_test.state, small_test.look_on) == ("going", days(7))


def test_not_while_the_last_one_is_open(signed_in, participant, small_test):
    response = signed_in(participant).get(small_test.get_absolute_url() + "again/", follow=True)

    assert "This small test has gone on meanwhile." in response.text


def test_a_prediction_is_needed_each_time(signed_in, participant, lead, small_test, days):
    small_test.choose("stop", by=lead, next_step="Upset.")
    sent = {"plan": "Once more.", "prediction": "", **days.typed("look_on", days(7))}
    page = Page(signed_in(participant).post(small_test.get_absolute_url() + "again/", sent))

    assert "Write something here." in page.text("id_prediction-error")
    assert small_test.cycles.count() == 1
