"""What is kept in git: nothing of one machine, nothing secret, nothing that others made."""

import json
import re
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Written in two halves, so that this file does not contain what it looks for.
REGISTRIES = [
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "npmjs" + ".org",
    "npmjs" + ".com",
    "yarnpkg" + ".com",
    "debian" + ".org/debian",
    "archive.ubuntu" + ".com",
    "ghcr" + ".io",
    "index-" + "url",
    "--regis" + "try",
]
MACHINE_PATHS = re.compile(
    r"(?<![\w.$}>/-])/(?:ho" r"me|ro" r"ot|wo" r"rk|Us" r"ers|tm" r"p|mnt|opt)/[\w.-]+"
)
SECRETS = re.compile(
    "|".join(
        [
            r"-----BEGIN [A-Z ]*PRIV" r"ATE KEY",
            r"\bAKIA[0-9A-Z]{16}\b",
            r"\bgh[pousr]_[A-Za-z0-9]{30,}",
            r"\bxox[abprs]-[A-Za-z0-9-]{10,}",
            r"\bsk-[A-Za-z0-9_-]{30,}",
            r"\b(?i:password|secret_key|api_key|token)\b[\"']?\s*[:=]\s*[\"'][A-Za-z0-9+/_-]{32,}[\"']",
            r"://[^/\s:@{}$]+:[^/\s:@{}$]+@(?!host|localhost)",
        ]
    )
)
LONGEST_LINE = 2000


@pytest.fixture(scope="module")
def tracked():
    """Every file that git keeps, as it is on the disk now."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.fail(f"These tests need a git checkout: {listed.stderr.strip()}")
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


@pytest.fixture(scope="module")
def texts(tracked):
    """Path and text of every tracked file that is text."""
    found = {}
    for path in tracked:
        try:
            found[str(path.relative_to(ROOT))] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return found


def lines_with(texts, pattern):
    return [
        f"{name}:{number}: {match[0]}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if (match := re.search(pattern, line))
    ]


def test_something_is_tracked(texts):
    assert {"manage.py", "bin/demo", "bin/test", "requirements.txt"} <= set(texts)


def test_no_file_names_a_package_registry(texts):
    assert lines_with(texts, "|".join(map(re.escape, REGISTRIES))) == []


def test_no_file_names_a_place_on_one_machine(texts):
    assert lines_with(texts, MACHINE_PATHS) == []


def test_no_file_holds_a_secret(texts):
    assert lines_with(texts, SECRETS) == []


def test_the_locks_say_what_and_not_where_from(texts):
    assert [name for name in texts if name.endswith(("uv.lock", "yarn.lock", "Pipfile.lock"))] == []
    packages = json.loads(texts["package-lock.json"])["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name in packages if name and "integrity" not in packages[name]] == []


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-dev.txt", "requirements-node.txt"]
)
def test_every_package_is_locked_with_its_hashes(texts, name):
    for pinned in re.split(r"\n(?=[a-z0-9])", texts[name].strip()):
        first = pinned.splitlines()[0]
        assert re.match(r"[a-z0-9._-]+(\[[a-z,-]+\])?==[\w.+!-]+", first), first
        assert "--hash=sha256:" in pinned, first


def test_what_the_tests_run_on_holds_what_the_product_runs_on(texts):
    pins = {
        name: set(re.findall(r"^\S+==\S+", texts[name], re.M)) for name in texts if "req" in name
    }
    assert pins["requirements.txt"] - pins["requirements-dev.txt"] == set()


def test_nothing_that_others_made_is_kept(texts):
    assert [
        name for name in texts if re.search(r"\.min\.|(^|/)node_modules/|(^|/)vendor/", name)
    ] == []
    squeezed = [
        name
        for name, text in texts.items()
        if name.endswith((".js", ".mjs", ".css", ".scss"))
        and max(map(len, text.splitlines()), default=0) > LONGEST_LINE
    ]
    assert squeezed == []


@pytest.mark.parametrize("name", ["bin/demo", "bin/test", "bin/pictures", ".ci/run", "manage.py"])
def test_the_commands_can_be_run(tracked, name):
    assert ROOT / name in tracked
    assert (ROOT / name).stat().st_mode & stat.S_IXUSR
    kept = subprocess.run(
        ["git", "ls-files", "--stage", name], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert kept.stdout.startswith("100755")


def test_the_shared_checks_run_everything(texts):
    assert re.search(r"^exec bin/test", texts[".ci/run"], re.M)


@pytest.mark.parametrize("name", ["bin/demo", "bin/test", "bin/_setup.sh", ".ci/run"])
def test_the_scripts_are_plain_sh(texts, name):
    checked = subprocess.run(["sh", "-n", name], cwd=ROOT, capture_output=True, text=True)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert re.search(r"\[\[|\bfunction \w+|\blocal \w|<<<|\$'", texts[name]) is None
