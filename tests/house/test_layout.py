"""The address is the path, imports point down, and the tools have nothing to say."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

from tests.routes import routes

TOP = Path(__file__).parent.parent.parent
TOOLS = Path(sys.executable).parent
OURS = [route for route in routes() if route.is_ours and route.name != "healthz"]


def test_every_project_address_names_the_ability_it_needs():
    bare = [route.path for route in OURS if route.in_project and not hasattr(route.view, "ability")]

    assert bare == []


def room_of(route):
    """`projects/decisions` of an address in it; a word that is not a folder is a screen."""
    room = Path()
    for word in route.words or ["frontdoor"]:
        if not (TOP / room / word).is_dir():
            break
        room = room / word
    return room


def test_every_views_module_is_its_address_without_the_numbers():
    wrong = {}
    for route in OURS:
        module = ".".join([*room_of(route).parts, "views"])
        if not (route.view.__module__ + ".").startswith(module + "."):
            wrong[route.path] = f"{route.view.__module__}, not {module}"

    assert wrong == {}


def test_every_view_is_called_like_the_last_word_of_its_address_and_like_its_name():
    wrong = {}
    for route in OURS:
        last = route.words[-1] if route.words[len(room_of(route).parts) :] else ""
        expected = {last} if last else {"index", "detail"}
        if route.name.endswith(":detail") and last == room_of(route).name:
            expected = {"detail"}
        names = {route.view.__name__, route.name.split(":")[-1]}
        if len(names) > 1 or not names <= expected:
            wrong[route.path] = f"{names}, not {expected}"

    assert wrong == {}


def test_every_view_has_a_test_of_its_name_in_the_folder_of_its_name():
    room_and_name = [(room_of(route), route.view.__name__) for route in OURS]
    expected = [Path("tests") / room / f"test_{name}.py" for room, name in room_and_name]

    assert sorted({str(path) for path in expected if not (TOP / path).exists()}) == []


def test_every_page_has_a_template_of_its_name_or_shares_one_of_its_room():
    """A view that draws `x.html` draws that of its own name, or of a name its room has."""
    missing = []
    for route in OURS:
        room = TOP / "templates" / room_of(route)
        source = (TOP / (route.view.__module__.replace(".", "/") + ".py")).read_text()
        named = f'"{room_of(route)}/{route.view.__name__}.html"'
        if named in source and not (room / f"{route.view.__name__}.html").exists():
            missing.append(named)

    assert missing == []


def layers():
    config = tomllib.loads((TOP / "pyproject.toml").read_text())["tool"]["importlinter"]
    [contract] = config["contracts"]
    text = " : ".join(contract["layers"]).replace("|", ":")
    return {name.strip().strip("()") for name in text.split(":")}, set(config["root_packages"])


def test_every_app_has_its_place_in_the_layers():
    in_layers, roots = layers()
    paths = {
        app.name: Path(app.path).relative_to(TOP)
        for app in apps.get_app_configs()
        if TOP in Path(app.path).parents
    }
    apps_of_ours = {name for name, path in paths.items() if path.parts[0] in roots}

    on_two_floors = {
        "projects",
        "privacy",
        "proposals",
    }  # their modules are in the layers one by one
    assert apps_of_ours - on_two_floors - in_layers == set()
    assert {name.split(".")[0] for name in apps_of_ours} == roots


def test_imports_point_down():
    assert said_by("lint-imports", "--no-cache") == ""


def test_ruff_has_nothing_to_say():
    assert said_by("ruff", "check", "--quiet", ".") == ""
    assert said_by("ruff", "format", "--check", "--quiet", ".") == ""


def test_djlint_has_nothing_to_say():
    assert said_by("djlint", "--lint", "--quiet", "templates") == ""


def said_by(tool, *arguments):
    """What a tool of ours says of the repository when it is not content; else nothing."""
    done = subprocess.run(
        [TOOLS / tool, *arguments], cwd=TOP, capture_output=True, text=True, timeout=120
    )
    return done.stdout + done.stderr if done.returncode else ""


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


PYTHON = [
    path
    for path in sorted(TOP.glob("**/*.py"))
    if not {".venv", "node_modules", "var", "migrations"} & set(path.relative_to(TOP).parts)
]


def test_nothing_is_called_utils_helpers_common_or_services():
    homeless = {"utils", "helpers", "common", "services"}

    assert [str(path) for path in PYTHON if path.stem in homeless] == []


def test_no_model_hides_a_change_in_save_and_nothing_listens_to_signals():
    hidden = []
    for path in PYTHON:
        text = path.read_text()
        if path.is_relative_to(TOP / "tests"):
            continue
        if "def save(self" in text or "django.db.models.signals" in text or "@receiver" in text:
            hidden.append(str(path.relative_to(TOP)))

    assert hidden == []


def test_babel_finds_the_sentences(tmp_path):
    catalogue = tmp_path / "messages.pot"
    said = said_by(
        "pybabel",
        "-q",
        "extract",
        "-F",
        "babel.cfg",
        "-k",
        "gettext_noop",
        "-o",
        str(catalogue),
        ".",
    )

    assert said == ""
    text = catalogue.read_text()
    assert 'msgid "Sign in"' in text
    assert 'msgid "Write something here."' in text
    assert 'msgid "Send me the numbers"' in text
    assert "started the project" in text
