import pytest
from django.core.mail import EmailMessage

from ui.mail import TerminalBackend

LINK = "Was it you?\n\nhttps://collab.example/yes/\n\n--\nStop:\nhttps://collab.example/stop/\n"


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Hello\n\n123456\n\nhttps://collab.example/\n", "Hi: the code is 123456"),
        (LINK, "Hi: https://collab.example/yes/"),
        ("Nothing to open.", "Hi"),
    ],
)
def test_the_demonstration_shows_a_line_of_each_mail(settings, capsys, body, line):
    settings.DEMO = True
    TerminalBackend().send_messages([EmailMessage("Hi", body, to=["jo@collab.example"])])

    assert capsys.readouterr().out == f"[mail] jo@collab.example: {line}\n"


def test_elsewhere_in_development_it_is_whole(settings, capsys):
    settings.DEMO = False
    TerminalBackend().send_messages([EmailMessage("Hi", LINK, to=["jo@collab.example"])])

    assert LINK in capsys.readouterr().out
