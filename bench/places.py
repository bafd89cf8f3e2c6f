"""Where a run happens: a database of its own in a temporary folder, and the servers on it."""

import json
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORKERS = 2
"""As in production on two cores: two processes with one blocking thread each."""


@contextmanager
def temporary_folder():
    """A folder that other accounts may pass through (PostgreSQL does not run as root)."""
    folder = Path(tempfile.mkdtemp(prefix="collab-bench-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def database_server(folder):
    """A PostgreSQL of our own: unix socket only, safe settings, an ordinary account.

    Yields the address of its databases without the name, or uses DATABASE_URL when it is set.
    """
    given = os.environ.get("DATABASE_URL", "")
    if given:
        yield given.rpartition("/")[0] + "/"
        return
    programs = newest_postgresql()
    home, account = folder / "pg", ordinary_account()
    home.mkdir()
    if account:
        os.chown(home, account.pw_uid, account.pw_gid)
    who = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": home}
    create = [programs / "initdb", "-D", home / "data", "--no-sync", "-U", "bench", "-A", "trust"]
    subprocess.run([*create, "-E", "UTF8", "--locale=C.UTF-8"], check=True, **quiet, **who)
    start = [programs / "postgres", "-D", home / "data", "-k", home, "-c", "listen_addresses="]
    process = subprocess.Popen(start, **quiet, **who)
    try:
        until(lambda: (home / ".s.PGSQL.5432").exists() and can_connect(home), "PostgreSQL")
        os.environ["PGUSER"] = "bench"
        yield f"postgres:///{home}/"
    finally:
        end(process)


def can_connect(home):
    import psycopg

    try:
        psycopg.connect(host=str(home), user="bench", dbname="postgres").close()
    except psycopg.OperationalError:
        return False
    return True


def newest_postgresql():
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    program = found[-1] if found else shutil.which("initdb")
    if not program:
        sys.exit("PostgreSQL's initdb was not found. Install the package postgresql.")
    return Path(program).parent


def ordinary_account():
    """Whom PostgreSQL runs as when we are root; None means as ourselves."""
    if os.getuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


class Place:
    """A database with its own folder, filled by `bench.filling`, and what was put there."""

    def __init__(self, folder, name, databases=""):
        self.name, self.folder = name, folder / name
        self.folder.mkdir()
        self.on = "PostgreSQL" if databases else "SQLite"
        self.env = os.environ | {
            "COLLAB_VAR": str(self.folder),
            "COLLAB_PRODUCTION": "1",
            "SECRET_KEY": secrets.token_urlsafe(60),
            "ALLOWED_HOSTS": "127.0.0.1,testserver",
            "EMAIL_URL": "dummymail://",
            "SECURE_SSL_REDIRECT": "0",
            "CHANGES_A_MINUTE": "1000000",  # a few people tick for a whole crowd
            "DJANGO_SETTINGS_MODULE": "collab.settings",
            "PYTHONWARNINGS": "ignore",
        }
        self.env.pop("DATABASE_URL", None)
        if databases:
            self.env["DATABASE_URL"] = self.create_database(databases)

    def create_database(self, databases):
        """A database of a name that is free, so that nothing of yours is touched."""
        import psycopg

        name = f"bench_{self.name}_{os.getpid()}"
        with psycopg.connect(as_dsn(databases + "postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        self.drop = (as_dsn(databases + "postgres"), name)
        return databases + name

    def manage(self, *words):
        self.run("manage.py", *words)

    def run(self, *words, **env):
        """What `python *words` prints, in the settings of this place."""
        said = subprocess.run(
            [sys.executable, *map(str, words)],
            env=self.env | env,
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
        if said.returncode:
            sys.exit(f"{' '.join(map(str, words))} failed:\n{said.stdout}{said.stderr}")
        return said.stdout

    def prepare(self, *, static=True):
        self.manage("migrate", "--verbosity", "0")
        self.manage("createcachetable")
        self.manage("import_guide", "stages/data/first-edition.yaml", "--publish")
        if static:
            self.manage("collectstatic", "--noinput", "--verbosity", "0")
        return self

    def fill(self, what, *words):
        """Runs `python -m bench.filling`; it prints what the clients need, as JSON."""
        said = self.run("-m", "bench.filling", what, *words, COLLAB_PRODUCTION="0", DEBUG="0")
        return json.loads(said.splitlines()[-1])

    @contextmanager
    def serving(self, settings="collab.settings"):
        """A production server on a free port of this machine, until the block ends."""
        port = free_port()
        server = ["--interface", "wsgi", "--workers", str(WORKERS), "--blocking-threads", "1"]
        address = ["--host", "127.0.0.1", "--port", str(port), "--no-ws"]
        log = (self.folder / f"{settings}.log").open("w")
        process = subprocess.Popen(
            [sys.executable, "-m", "granian", *server, *address, "--log-level", "warning"]
            + ["collab.wsgi:application"],
            env=self.env | {"DJANGO_SETTINGS_MODULE": settings},
            cwd=ROOT,
            stdout=log,
            stderr=log,
        )
        try:
            until(lambda: answers(port), "The server", log=Path(log.name))
            yield Server(port, process.pid)
        finally:
            end(process)
            log.close()


def as_dsn(address):
    """The same database as psycopg writes it; `postgres:////folder/name` is a socket's folder."""
    if address.startswith("postgres:////"):
        folder, _, name = address.removeprefix("postgres:///").rpartition("/")
        return f"host={folder} dbname={name}"
    return address


@contextmanager
def cpu_of(pair, ours, floor):
    """Fills in `pair.cpu` from what the two servers use while the block runs."""
    before = ours.cpu_seconds(), floor.cpu_seconds()
    yield
    after = ours.cpu_seconds(), floor.cpu_seconds()
    pair.cpu = (after[0] - before[0]) / max(0.01, after[1] - before[1])


class Server:
    """Where it listens, and what it has cost so far."""

    def __init__(self, port, pid):
        self.port, self.pid = port, pid

    def pids(self):
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return [self.pid, *map(int, children)]

    def cpu_seconds(self):
        """Seconds of one core that the server and its workers have used, in all."""
        ticks = 0
        for pid in self.pids():
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def answers(port):
    from bench.client import Person

    try:
        return Person(port).get("/healthz").status == 200
    except OSError:
        return False


def until(holds, what, seconds=60, log=None):
    began = time.monotonic()
    while not holds():
        if time.monotonic() - began > seconds:
            said = log.read_text()[-2000:] if log else ""
            sys.exit(f"{what} did not start within {seconds} seconds.\n{said}")
        time.sleep(0.1)


def end(process):
    """End one process that was started here, by its own number."""
    process.terminate()
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
