"""Queries and rows written by one tick: `python -m bench.counting PROJECT ITEM …`."""

import json
import sys

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from accounts.models import User  # noqa: E402
from projects.models import Project  # noqa: E402


def tick(project, item):
    """`{"queries": n, "rows": n}`: a row for each INSERT and UPDATE, of which each writes one."""
    browser = Client(headers={"HX-Request": "true"})
    browser.force_login(User.objects.get(email="person1@collab.example"))
    address = f"/projects/{project}/checklist/{item}/answer/"
    for value in ("done", ""):
        browser.post(address, {"value": value})
    with CaptureQueriesContext(connection) as captured:
        answer = browser.post(address, {"value": "done"})
    assert answer.status_code == 200, answer.status_code
    said = [query["sql"] for query in captured]
    if "-v" in sys.argv:
        print("\n".join(said))
    written = [sql for sql in said if sql.startswith(("INSERT", "UPDATE"))]
    assert Project.objects.get(pk=project).is_active
    return {"queries": len(said), "rows": len(written)}


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word != "-v"]
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    print(json.dumps([tick(project, item) for project, item in pairs]))
