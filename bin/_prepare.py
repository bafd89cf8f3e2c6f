"""The demonstration's database: its tables, the guide, the example projects. For bin/demo.

One process for all of it, so that a second start is quick. Each step may be repeated and loses
nothing.
"""

import os
import sys
from pathlib import Path

root = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(root))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "collab.settings")

import django  # noqa: E402
from django.core.management import call_command  # noqa: E402

django.setup()
call_command("migrate", interactive=False)
call_command("createcachetable")
call_command("import_guide", str(root / "stages" / "data" / "first-edition.yaml"), publish=True)
call_command("demonstration")

from projects.cases.demonstration import keep_a_record  # noqa: E402

keep_a_record()
