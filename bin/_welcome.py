"""Waits until the first page answers, then says where it is and how to sign in. For bin/demo."""

import os
import signal
import sys
import time
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import ProxyHandler, build_opener

host, port, server = sys.argv[1], sys.argv[2], int(sys.argv[3])
SECONDS = 60
signal.signal(signal.SIGINT, signal.SIG_DFL)


def address():
    name = "127.0.0.1" if host in ("0.0.0.0", "::", "") else host  # noqa: S104
    return f"http://[{name}]:{port}/" if ":" in name else f"http://{name}:{port}/"


def answers():
    straight = build_opener(ProxyHandler({}))
    try:
        with straight.open(address() + "healthz", timeout=5) as response:
            return response.status == 200
    except HTTPError:
        return True
    except (URLError, OSError):
        return False


def is_there(process):
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True


def cast():
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "collab.settings")
    import django

    django.setup()
    from accounts.brand import DEMO_CAST

    return DEMO_CAST


started = time.monotonic()
while is_there(server) and not answers():
    if time.monotonic() - started > SECONDS:
        sys.exit(
            f"\nNo page answers at {address()} after {SECONDS} seconds; see what is said above."
        )
    time.sleep(0.1)

if is_there(server):
    print(f"\nCollab is at {address()}\n")
    print("Sign in with one of these addresses. Nobody has a password: the six-digit code that")
    print("would come by e-mail appears here, on a line that begins with [mail].\n")
    for person, what in cast():
        print(f"  {person:28} {what}")
    print("\nCtrl-C ends it. What you change is kept for the next start.\n", flush=True)
