from projects.plan.models import Aim
from tests.reading import Page


def test_each_aim_there_was_with_why_it_changed(signed_in, observer, project, lead, url, aim):
    now = Aim.say(
        project, by=lead, better="No noise", for_whom="all", because="Asked.", opened_at=aim.version
    )
    page = Page(signed_in(observer).get(url + "aims/"))

    said = page.text(f"aim-{now.pk}")
    assert said.startswith("No noise, for all. The aim now")
    assert "Why it changed: Asked." in said
    assert "An earlier aim" in page.text(f"aim-{aim.pk}")


def test_one_or_three_ask_as_much(signed_in, lead, project, url, aim, queries):
    client = signed_in(lead)
    one = queries(client, url + "aims/")
    for number in range(2):
        now = project.aims.newest()
        Aim.say(
            project, by=lead, better=f"Aim {number}", for_whom="all", because="Asked.",
            opened_at=now.version,
        )  # fmt: skip
    assert queries(client, url + "aims/") == one


def test_none_yet(signed_in, lead, url):
    assert "Nobody has written down the aim yet." in signed_in(lead).get(url + "aims/").text
