"""Takes the pictures: `_pictures.py ADDRESS FOLDER`. For bin/pictures."""

import os
import sys
import time
from pathlib import Path
from urllib.request import urlopen

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ["DJANGO_SETTINGS_MODULE"] = "collab.settings"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's loop and the ORM share a thread

import django  # noqa: E402

django.setup()

from allauth.account.authentication import (  # noqa: E402
    AUTHENTICATION_METHODS_SESSION_KEY as METHODS,
)
from django.test import Client  # noqa: E402
from PIL import Image  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from accounts.models import User  # noqa: E402
from projects.models import Project  # noqa: E402

WIDE = {"width": 1280, "height": 1000}
NARROW = {"width": 390, "height": 1100}
COLOURS = 128
"""Enough for flat pages; a quarter of the bytes."""
LARGEST = 200_000
"""Bytes of one picture."""


def pictures():
    """Name, whose hands (or nobody's), address and size of each picture."""
    of_carer = Project.objects.of_member(User.objects.get(email="carer@collab.example"))
    project = of_carer.filter(status="active").order_by("-version").first()
    inside = f"/projects/{project.pk}"
    return [
        ("front-door", "", "/", WIDE),
        ("guide", "", "/stages/", WIDE),
        ("project", "lead", f"{inside}/", WIDE),
        ("checklist", "carer", f"{inside}/checklist/{project.stage}/", WIDE),
        ("checklist-phone", "carer", f"{inside}/checklist/{project.stage}/", NARROW),
        ("whats-open", "carer", f"{inside}/whats-open/", WIDE),
        ("sources", "carer", f"{inside}/evidence/", WIDE),
        ("equality", "carer", f"{inside}/evidence/equality/", WIDE),
        ("ideas", "carer", f"{inside}/ideas/", WIDE),
        ("decisions", "carer", f"{inside}/decisions/", WIDE),
        ("portfolio", "involvement", "/portfolio/", WIDE),
    ]


def session_of(name):
    person, client = User.objects.get(email=f"{name}@collab.example"), Client()
    client.force_login(person)
    if person.looks_after_others:
        give_second_factor(client.session, person)
    return client.cookies["sessionid"].value


def give_second_factor(session, person):
    session[METHODS] = [{"method": "mfa", "type": "totp", "at": time.time()}]
    session[f"{METHODS}_user"] = str(person.pk)
    session.save()


def wait_for(address):
    for _ in range(300):
        try:
            with urlopen(f"{address}/healthz", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    sys.exit("The server did not answer within 30 seconds.")


def take(browser, address, folder, name, who, path, size):
    context = browser.new_context(viewport=size, locale="en-GB", reduced_motion="reduce")
    if who:
        context.add_cookies([{"name": "sessionid", "value": session_of(who), "url": address}])
    page = context.new_page()
    answer = page.goto(address + path, wait_until="networkidle")
    if answer.status != 200:
        sys.exit(f"{path} answered {answer.status}")
    file = folder / f"{name}.png"
    page.screenshot(path=file)
    context.close()
    Image.open(file).convert("RGB").quantize(COLOURS).save(file, optimize=True)
    print(f"  {file}: {file.stat().st_size // 1024} KB")
    if file.stat().st_size > LARGEST:
        sys.exit(f"{file} is larger than {LARGEST // 1000} KB.")


def main():
    address, folder = sys.argv[1], Path(sys.argv[2])
    wanted = pictures()
    wait_for(address)
    safely = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium refuses root otherwise
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=safely)
        for each in wanted:
            take(browser, address, folder, *each)
        browser.close()


main()
