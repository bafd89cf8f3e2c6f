def test_it_says_whom_to_ask_about_what(client, organisation):
    text = client.get("/privacy/complaints/").text

    for name in ("(ICO)", "(EASS)", "(PALS)", "Parliamentary and Health Service Ombudsman"):
        assert name in text, name
